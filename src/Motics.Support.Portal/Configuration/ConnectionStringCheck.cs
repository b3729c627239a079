using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Motics.Support.Data;

namespace Motics.Support.Portal.Configuration;

/// <summary>Whether a connection string is one of its engine's. Whether the database answers is known only later.</summary>
internal static class ConnectionStringCheck
{
    /// <summary>What is wrong, or null.</summary>
    public static string? Problem(DatabaseProvider provider, string? connection) => provider switch
    {
        DatabaseProvider.SqlServer when string.IsNullOrWhiteSpace(connection) => "is missing: Database:Provider is sqlserver. Give a connection string with Server and Database.",
        DatabaseProvider.SqlServer when !Reads(() => new SqlConnectionStringBuilder(connection), builder => builder.DataSource)
            => "must be a connection string of SQL Server, with Server and Database.",
        DatabaseProvider.Sqlite when !string.IsNullOrWhiteSpace(connection) && !Reads(() => new SqliteConnectionStringBuilder(connection), builder => builder.DataSource)
            => "must be a connection string of SQLite, such as Data Source=data/motics-support.db.",
        _ => null,
    };

    private static bool Reads<T>(Func<T> read, Func<T, string> source) where T : DbConnectionStringBuilder
    {
        try
        {
            return !string.IsNullOrWhiteSpace(source(read()));
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException or KeyNotFoundException)
        {
            return false;
        }
    }
}
