using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Motics.Support.Core.Events;
using Motics.Support.Data;
using Motics.Support.Data.Events;
using Motics.Support.Data.Migrations;

namespace Motics.Support.Benchmarks;

/// <summary>Databases of a run, each in a folder of its own that goes when the run ends.</summary>
internal sealed class Bench : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("motics-support-bench-").FullName;
    private int made;

    public async Task<Database> DatabaseAsync()
    {
        var database = new Database(DatabaseOptions.SqliteFile(Path.Combine(folder, $"{made++}.db")));
        var outcome = await new Migrator(database, TimeProvider.System).MigrateAsync(CancellationToken.None);
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
                (await store.AppendAsync(batches[index], CancellationToken.None)).Value!.ToString();
        })));
        return batches.Sum(batch => batch.Length) / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Events a second of bare INSERTs.</summary>
    public static async Task<double> RawAsync(Database into, List<object[]> rows)
    {
        await using var connection = (SqliteConnection)await into.OpenAsync(CancellationToken.None);
        var watch = Stopwatch.StartNew();
        RawInserts.Write(connection, rows);
        return rows.Count / watch.Elapsed.TotalSeconds;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
