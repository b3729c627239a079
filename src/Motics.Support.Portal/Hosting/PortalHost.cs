using Motics.Support.Data;
using Motics.Support.Data.Migrations;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Components;
using Motics.Support.Portal.Live;

namespace Motics.Support.Portal.Hosting;

/// <summary>Puts the portal together: configuration, services, pipeline. The order of the pipeline is the order in which it may refuse.</summary>
public static class PortalHost
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Runs the portal until it is told to stop.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var app = Build(args);
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        await app.RunAsync();
        return 0;
    }

    private static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(HostDefaults.Options(args));
        HostDefaults.Apply(builder);
        AddServices(builder);
        var app = builder.Build();
        Pipeline.Use(app);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddMoticsData(DatabaseOptions.SqliteFile("data/motics-support.db"));
        builder.Services.AddPortalAccess(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton<LiveUpdates>();
        builder.Services.AddControllers();
        builder.Services.AddPortalComponents();
    }
}
