using Motics.Support.Core;
using Motics.Support.Data.Migrations;
using Motics.Support.Portal.Configuration;

namespace Motics.Support.Portal.Hosting;

/// <summary>What must be done before anybody is served.</summary>
internal static class Startup
{
    /// <summary>Brings the database to this program's schema; false, with the reason told, when that cannot be done.</summary>
    public static async Task<bool> PrepareAsync(IServiceProvider services, PortalSettings settings)
    {
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Startup));
        return await MigrateAsync(services, log);
    }

    /// <summary>As above, for commands as well.</summary>
    public static async Task<bool> MigrateAsync(IServiceProvider services, ILogger log)
    {
        try
        {
            var outcome = await services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
            if (outcome.Done)
            {
                if (outcome.Value.Applied.Count > 0)
                {
                    log.LogInformation("The database is up to date; applied now: {Applied}", outcome.Value.Applied);
                }

                return true;
            }

            log.LogCritical("The database cannot be used: {Reason}", (outcome.Refusal as Refusal.Conflict)?.Why ?? "refused");
        }
        catch (Exception failure)
        {
            log.LogCritical(failure, "The database does not answer or cannot be migrated. Check Database:Provider and ConnectionStrings:Support");
        }

        return false;
    }
}
