using Microsoft.Data.Sqlite;

namespace Motics.Support.Data;

/// <summary>Which engine keeps the data.</summary>
public enum DatabaseProvider
{
    /// <summary>Embedded, one file, one process that writes.</summary>
    Sqlite,

    /// <summary>SQL Server or Azure SQL, for several portal nodes on one database.</summary>
    SqlServer,
}

/// <summary>Where the data is kept. Bound from <c>Database:Provider</c> and <c>ConnectionStrings:Support</c>.</summary>
/// <param name="Provider">The engine.</param>
/// <param name="ConnectionString">An ADO.NET connection string of that engine.</param>
public sealed record DatabaseOptions(DatabaseProvider Provider, string ConnectionString)
{
    /// <summary>Full path of the embedded database; null for SQL Server.</summary>
    public string? File => Provider == DatabaseProvider.Sqlite ? Path.GetFullPath(new SqliteConnectionStringBuilder(ConnectionString).DataSource) : null;

    /// <summary>The embedded database in this file; its folder is made when the database is first opened.</summary>
    public static DatabaseOptions SqliteFile(string path) => new(DatabaseProvider.Sqlite, $"Data Source={path}");
}
