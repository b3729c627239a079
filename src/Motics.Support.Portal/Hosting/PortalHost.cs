using Motics.Support.Data;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Api;
using Motics.Support.Portal.Audit;
using Motics.Support.Portal.Commands;
using Motics.Support.Portal.Components;
using Motics.Support.Portal.Configuration;
using Motics.Support.Portal.Live;
using Motics.Support.Portal.Logging;
using Motics.Support.Portal.Outreach;
using Motics.Support.Portal.Retention;

namespace Motics.Support.Portal.Hosting;

/// <summary>Puts the portal together and runs it: as a server, or as one command.</summary>
public static class PortalHost
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Runs what the arguments ask for; the exit code is 0 when it was done, 1 when it was refused or failed, 2 when the arguments are wrong.</summary>
    public static Task<int> RunAsync(string[] args) =>
        PortalCommands.IsCommand(args) ? PortalCommands.RunAsync(args) : ServeAsync(args);

    private static async Task<int> ServeAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(PortalDefaults.Options(args));
        PortalDefaults.Apply(builder);
        var (settings, mistakes) = SettingsReader.Read(builder.Configuration, builder.Environment.IsDevelopment());
        if (settings is null)
        {
            return StartFailures.Tell(mistakes);
        }

        AddServices(builder, settings);
        await using var app = builder.Build();
        Pipeline.Use(app);
        if (!await Startup.PrepareAsync(app.Services, settings))
        {
            return 1;
        }

        await app.RunAsync();
        return 0;
    }

    private static void AddServices(WebApplicationBuilder builder, PortalSettings settings)
    {
        builder.AddPortalLogging(settings);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton(settings);
        if (settings.Playbook is { } playbook)
        {
            builder.Services.AddSingleton(playbook);
        }

        builder.Services.AddMoticsData(settings.Database);
        builder.Services.AddPortalAccess(settings, builder.Environment);
        builder.Services.AddPortalApi(settings);
        builder.Services.AddSingleton(settings.OpenPages);
        builder.Services.AddLiveUpdates();
        builder.Services.AddSingleton<SeqLink>();
        builder.Services.AddDemo(settings);
        builder.Services.AddRetention(settings.Retention);
        builder.Services.AddAudit(settings.Audit);
        builder.Services.AddHostedService<FileWatch>();
        builder.Services.AddHostedService<OutreachService>();
        builder.Services.AddPortalComponents();
    }
}
