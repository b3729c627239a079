using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Time.Testing;
using Motics.Support.Data.Schema;

namespace Motics.Support.Data.Tests.SqlServer;

/// <summary>
/// The SQL Server of <c>MOTICS_TEST_SQLSERVER</c>. A database is migrated once, lent to one test after the other and emptied in between; there are as
/// many as tests run at once, and all are dropped when the process ends.
/// </summary>
internal static partial class TestServer
{
    /// <summary>A connection string with the right to create databases.</summary>
    public const string Variable = "MOTICS_TEST_SQLSERVER";

    private static readonly string? ConnectionString = Environment.GetEnvironmentVariable(Variable);
    private static readonly ConcurrentBag<string> Idle = [];
    private static readonly ConcurrentBag<string> Made = [];
    private static readonly SemaphoreSlim Creating = new(1, 1);

    // Those that others refer to come last; what migrations put in comes back.
    private static readonly Lazy<string> Emptying = new(() => string.Join('\n', Scripts()
        .SelectMany(script => CreateTable().Matches(script).Select(match => match.Groups[1].Value)).Reverse()
        // The audit's trigger refuses to delete.
        .Select(table => table == "audit" ? "TRUNCATE TABLE audit;" : $"DELETE FROM {table};")
        .Concat(Scripts().SelectMany(script => InsertSeed().Matches(script).Select(match => match.Value)))));

    static TestServer() => AppDomain.CurrentDomain.ProcessExit += (_, _) => DropAll();

    /// <summary>Skips the test when there is no server.</summary>
    public static void Require() => Assert.SkipUnless(!string.IsNullOrEmpty(ConnectionString), $"No SQL Server: {Variable} is not set.");

    /// <summary>A connection string of a database at the schema of the program, with no rows but those that migrations put in.</summary>
    public static async Task<string> BorrowAsync()
    {
        Require();
        if (Idle.TryTake(out var idle))
        {
            return idle;
        }

        var made = await CreateAsync();
        using var database = new Database(new DatabaseOptions(DatabaseProvider.SqlServer, made));
        var outcome = await new SchemaMigrator(database, new FakeTimeProvider(TemporaryDatabase.Start)).MigrateAsync(CancellationToken.None);
        return outcome.Done ? made : throw new InvalidOperationException(outcome.Refusal.ToString());
    }

    /// <summary>A connection string of a database with nothing in it.</summary>
    public static async Task<string> CreateAsync()
    {
        Require();
        var name = $"motics_test_{Guid.CreateVersion7():N}";
        // One after the other: each copies the server's model database and wants it for itself.
        await Creating.WaitAsync();
        try
        {
            await using var connection = new SqlConnection(ConnectionString);
            await connection.OpenAsync();
            // Before it is there: what fails half-way must go as well.
            Made.Add(name);
            await connection.ExecuteAsync($"CREATE DATABASE [{name}]");
        }
        finally
        {
            Creating.Release();
        }

        return new SqlConnectionStringBuilder(ConnectionString) { InitialCatalog = name }.ConnectionString;
    }

    /// <summary>Empties the database for the next test.</summary>
    public static async Task GiveBackAsync(string connectionString)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync();
        await connection.ExecuteAsync(Emptying.Value);
        Idle.Add(connectionString);
    }

    private static IEnumerable<string> Scripts() => SchemaScript.Embedded("sqlserver").Select(script => script.Sql);

    private static void DropAll()
    {
        if (Made.IsEmpty)
        {
            return;
        }

        SqlConnection.ClearAllPools();
        foreach (var name in Made)
        {
            try
            {
                // A connection each: one that failed would take those after it along.
                using var connection = new SqlConnection(new SqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString);
                connection.Open();
                connection.Execute($"IF DB_ID('{name}') IS NOT NULL ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE");
                connection.Execute($"IF DB_ID('{name}') IS NOT NULL DROP DATABASE [{name}]");
            }
            catch (SqlException exception)
            {
                Console.Error.WriteLine($"The database {name} could not be dropped: {exception.Message}");
            }
        }
    }

    [GeneratedRegex(@"^CREATE TABLE (\w+)", RegexOptions.Multiline)]
    private static partial Regex CreateTable();

    [GeneratedRegex(@"^INSERT INTO .*;$", RegexOptions.Multiline)]
    private static partial Regex InsertSeed();
}
