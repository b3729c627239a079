using Microsoft.Extensions.DependencyInjection;
using Motics.Support.Core.Access;
using Motics.Support.Data;
using Motics.Support.Data.Access;
using Motics.Support.Data.Schema;

namespace Motics.Support.Faults;

/// <summary>A folder, a database in it, the portal over it and those who write to it.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("motics-faults-");
    private PortalProcess? portal;

    private Scene(Random random, CancellationToken stop)
    {
        (Random, Stop) = (random, stop);
        Database = DatabaseOptions.SqliteFile(PathOf("support.db"));
        Services = new ServiceCollection().AddLogging().AddMoticsData(Database).BuildServiceProvider();
    }

    public Random Random { get; }

    /// <summary>All must end.</summary>
    public CancellationToken Stop { get; }

    public DatabaseOptions Database { get; }

    /// <summary>The stores of this program, over the same database as the portal's.</summary>
    public ServiceProvider Services { get; }

    public Load Load { get; private set; } = null!;

    public PortalProcess Portal => portal!;

    /// <summary>A token for events, tickets, imports.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>A portal that runs over a new database, and nobody who writes yet.</summary>
    public static async Task<Scene> MakeAsync(Random random, CancellationToken stop)
    {
        var scene = new Scene(random, stop);
        await scene.Services.GetRequiredService<SchemaMigrator>().MigrateAsync(stop);
        var token = await scene.Services.GetRequiredService<TokenStore>().CreateAsync("faults", [.. Grants.ByScope.Keys], Actor.System, stop);
        scene.Secret = token.Value!.Secret;
        scene.portal = await PortalProcess.StartAsync(scene.Database, stop);
        scene.Load = new Load(scene);
        await scene.Load.PrepareAsync();
        return scene;
    }

    public string PathOf(string file) => Path.Combine(folder.FullName, file);

    /// <summary>Waits for a moment that nobody knows before.</summary>
    /// <param name="least">Milliseconds.</param>
    /// <param name="most">Milliseconds.</param>
    public Task SomeTimeAsync(int least, int most) => Task.Delay(Random.Next(least, most), Stop);

    /// <summary>kill -9 while others write, then the next start.</summary>
    public async Task KillAndStartAsync()
    {
        Portal.Kill();
        await Load.StopAsync();
        Portal.Dispose();
        portal = await PortalProcess.StartAsync(Database, Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await Load.StopAsync();
        portal?.Dispose();
        await Services.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
