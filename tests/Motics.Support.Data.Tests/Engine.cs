namespace Motics.Support.Data.Tests;

/// <summary>Where a contract of a store is tried.</summary>
public enum Engine
{
    /// <summary>The embedded database; always.</summary>
    Sqlite,

    /// <summary>The server that <c>MOTICS_TEST_SQLSERVER</c> names; without it those tests are skipped and say so.</summary>
    SqlServer,
}
