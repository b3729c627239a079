using Motics.Support.Core.Outreach;

namespace Motics.Support.Portal.Outreach;

/// <summary>Goes on with what outreach has begun, here or on a node that is gone: at once when something is begun here, and else every half minute.</summary>
internal sealed class OutreachService(OutreachSteps steps, ILogger<OutreachService> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await steps.StepAsync(null, stoppingToken))
                {
                    // The next part.
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "An outreach could not go on; it is tried again in {Seconds} seconds. Nothing of it is half", Pace.TotalSeconds);
            }

            await steps.WokenAsync(Pace, stoppingToken);
        }
    }
}
