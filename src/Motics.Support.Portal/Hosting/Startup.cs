using Motics.Support.Core;
using Motics.Support.Data;
using Motics.Support.Data.Schema;
using Motics.Support.Portal.Configuration;

namespace Motics.Support.Portal.Hosting;

/// <summary>What must be done before anybody is served.</summary>
internal static class Startup
{
    /// <summary>Brings the database to this program's schema and fills an empty one for a demo; false, with the reason told, when that cannot be done.</summary>
    public static async Task<bool> PrepareAsync(IServiceProvider services, PortalSettings settings)
    {
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Startup));
        return await MigrateAsync(services, log) && await FillAsync(services, settings, log);
    }

    /// <summary>As above, for commands as well.</summary>
    public static async Task<bool> MigrateAsync(IServiceProvider services, ILogger log)
    {
        try
        {
            var outcome = await services.GetRequiredService<SchemaMigrator>().MigrateAsync(CancellationToken.None);
            if (outcome.Done)
            {
                if (outcome.Value.Applied.Count > 0)
                {
                    log.LogInformation("The database is up to date; applied now: {Applied}", outcome.Value.Applied);
                }

                await AdviseAsync(services.GetRequiredService<Database>().AdviceAsync, log);
                return true;
            }

            log.LogCritical("The database cannot be used: {Reason}", (outcome.Refusal as Refusal.Conflict)?.Why ?? "refused");
        }
        catch (Exception failure)
        {
            log.LogCritical(failure, "The database does not answer or cannot be migrated; the lines below say why. Check Database:Provider and ConnectionStrings:Support; of a file, that it is a database, may be written to with its folder, and has room on its disk");
        }

        return false;
    }

    /// <summary>Advice only: a database that serves well enough is not kept from serving because nobody may look at how it is set up.</summary>
    internal static async Task AdviseAsync(Func<CancellationToken, Task<IReadOnlyList<string>>> read, ILogger log)
    {
        try
        {
            foreach (var advice in await read(CancellationToken.None))
            {
                log.LogWarning("{Advice}", advice);
            }
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "How the database is set up could not be read, so nothing is said about it; the command status says it when it can");
        }
    }

    private static async Task<bool> FillAsync(IServiceProvider services, PortalSettings settings, ILogger log)
    {
        if (services.GetService<IFirstContent>() is not { } content)
        {
            if (settings.DemoData)
            {
                log.LogInformation("There is no demo data: what is published does not hold the demo. Set Demo:Enabled to false to say that none is wanted");
            }

            return true;
        }

        try
        {
            await content.FillAsync(CancellationToken.None);
            return true;
        }
        catch (Exception failure)
        {
            log.LogCritical(failure, "The demo data could not be filled in. Start again to go on with it, or set Demo:Enabled to false");
            return false;
        }
    }
}
