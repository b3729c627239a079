using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Motics.Support.Data;
using Motics.Support.Data.Schema;
using Motics.Support.Simulator.Demo;

namespace Motics.Support.Portal.Tests.Simulator;

/// <summary>The stores and desks of a portal on an empty SQLite database of their own, without the portal; the clock stands still.</summary>
internal sealed class DemoWorld : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("motics-support-").FullName;

    private DemoWorld(DateTimeOffset now)
    {
        Clock = new FakeTimeProvider(now);
        Services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddMoticsData(DatabaseOptions.SqliteFile(Path.Combine(folder, "test.db")))
            .AddSingleton<DemoData>()
            .BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; }

    public ServiceProvider Services { get; }

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    public static async Task<DemoWorld> CreateAsync(DateTimeOffset now)
    {
        var world = new DemoWorld(now);
        await world.Get<SchemaMigrator>().MigrateAsync(TestContext.Current.CancellationToken);
        return world;
    }

    /// <summary>Every row of a table, or of all tables, as text: for comparing what two databases hold.</summary>
    public Task<string[]> DumpAsync(CancellationToken cancellationToken, string? table = null) => Get<Database>().ReadAsync(async connection =>
    {
        var tables = table is not null ? [table] : (await connection.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")).ToList();
        var rows = new List<string>();
        foreach (var name in tables)
            foreach (var row in (await connection.QueryAsync($"SELECT * FROM {name}")).Cast<IDictionary<string, object?>>())
                rows.Add($"{name}: {string.Join(" | ", row.Values)}");
        return rows.Order(StringComparer.Ordinal).ToArray();
    }, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
