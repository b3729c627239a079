using Motics.Support.Core;
using Motics.Support.Data;
using Motics.Support.Portal.Audit;
using Motics.Support.Portal.Configuration;
using Motics.Support.Portal.Hosting;
using Motics.Support.Portal.Logging;

namespace Motics.Support.Portal.Commands;

/// <summary>What a command runs in: the same settings and stores as the server, the log on the error stream, the database migrated first.</summary>
internal static class CommandHost
{
    /// <summary>Runs <paramref name="work"/>; 1 when the settings are wrong, the database cannot be used, or the work fails.</summary>
    public static async Task<int> RunAsync(Func<IServiceProvider, Task<int>> work)
    {
        var builder = Host.CreateApplicationBuilder(PortalDefaults.CommandOptions());
        var (settings, mistakes) = SettingsReader.Read(builder.Configuration, builder.Environment.IsDevelopment(), servesPeople: false);
        if (settings is null)
        {
            return StartFailures.Tell(mistakes);
        }

        builder.AddPortalLogging(settings, toErrors: true);
        builder.Services.AddSingleton(settings);
        builder.Services.AddMoticsData(settings.Database);
        builder.Services.AddAuditCheckpoints(settings.Audit);
        using var host = builder.Build();
        return await RunAsync(host.Services, work);
    }

    /// <summary>Tells a refusal on the error stream; gives back the exit code.</summary>
    public static int Refuse(Refusal refusal)
    {
        foreach (var sentence in Sentences(refusal))
        {
            Console.Error.WriteLine(sentence);
        }

        return 1;
    }

    private static async Task<int> RunAsync(IServiceProvider services, Func<IServiceProvider, Task<int>> work)
    {
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("Motics.Support.Portal.Commands");
        if (!await Startup.MigrateAsync(services, log))
        {
            return 1;
        }

        try
        {
            return await work(services);
        }
        catch (Exception failure)
        {
            log.LogCritical(failure, "The command failed");
            return 1;
        }
    }

    private static IEnumerable<string> Sentences(Refusal refusal) => refusal switch
    {
        Refusal.Invalid invalid => invalid.Errors.Select(error => $"{error.Field}: {error.Message}"),
        Refusal.NotFound missing => [$"There is no such thing: {missing.What}."],
        Refusal.Conflict conflict => [conflict.Why],
        _ => ["Refused."],
    };
}
