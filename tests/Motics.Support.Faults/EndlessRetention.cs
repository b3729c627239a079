using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Motics.Support.Data.Events;
using Motics.Support.Portal.Configuration;
using Motics.Support.Portal.Retention;

namespace Motics.Support.Faults;

/// <summary>The portal's own retention, run after run, deleting what is older than a moment: whenever the process is killed it is at work.</summary>
internal sealed class EndlessRetention(IServiceProvider services, ILogger<EndlessRetention> log) : BackgroundService
{
    private const int Step = 100;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);
    private static readonly RetentionSettings Settings = new(Moment, Moment, TimeSpan.FromMilliseconds(1));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await pace.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ActivatorUtilities.CreateInstance<RetentionRun>(services, Settings).LookAsync(stoppingToken);
                // The run looks at identities once in four weeks; here as often as at events.
                await services.GetRequiredService<EventStore>().PurgeIdentitiesAsync(DateTimeOffset.UtcNow, Step, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning(failure, "Retention stopped and is tried again");
            }
        }
    }
}
