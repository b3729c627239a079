using System.Diagnostics;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Motics.Support.Core.Access;
using Motics.Support.Core.Events;
using Motics.Support.Data;
using Motics.Support.Data.Events;
using Motics.Support.Data.Events.Statements;
using Motics.Support.Data.Schema;

namespace Motics.Support.Benchmarks;

/// <summary>Databases of a run, which go when it ends.</summary>
/// <param name="server">Connection string of a SQL Server on which databases may be made; null for SQLite.</param>
internal sealed class Bench(string? server) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("motics-support-bench-").FullName;
    private readonly List<string> names = [];

    public async Task<Database> DatabaseAsync()
    {
        names.Add($"motics_bench_{Guid.NewGuid():n}");
        var database = new Database(server is null ? DatabaseOptions.SqliteFile(Path.Combine(folder, $"{names[^1]}.db")) : await OnServerAsync(server, names[^1]));
        var outcome = await new SchemaMigrator(database, TimeProvider.System).MigrateAsync(CancellationToken.None);
        return outcome.Done ? database : throw new InvalidOperationException(outcome.Refusal.ToString());
    }

    /// <summary>Events a second of the store, with this many callers at once.</summary>
    public static async Task<double> StoreAsync(Database database, IReadOnlyList<IntegrationEvent[]> batches, int callers)
    {
        await using var store = new EventStore(database, TimeProvider.System, NullLogger<EventStore>.Instance);
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            for (int index; (index = Interlocked.Increment(ref next)) < batches.Count;)
                (await store.AppendAsync(batches[index], Actor.System, CancellationToken.None)).Value!.ToString();
        })));
        return batches.Sum(batch => batch.Length) / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Events a second of bare INSERTs.</summary>
    public static async Task<double> RawAsync(Database into, List<object[]> rows)
    {
        await using var connection = await into.OpenAsync(CancellationToken.None);
        var watch = Stopwatch.StartNew();
        RawInserts.Write(connection, rows);
        return rows.Count / watch.Elapsed.TotalSeconds;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        if (server is null)
            return;
        SqlConnection.ClearAllPools();
        foreach (var name in names)
            Run(server, $"DROP DATABASE {name}");
    }

    private static async Task<DatabaseOptions> OnServerAsync(string server, string name)
    {
        await Task.Run(() => Run(server, $"CREATE DATABASE {name}"));
        return new DatabaseOptions(DatabaseProvider.SqlServer, new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ToString());
    }

    private static void Run(string server, string sql)
    {
        using var connection = new SqlConnection(server);
        connection.Open();
        using var command = new SqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
