using Motics.Support.Data.Audit;

namespace Motics.Support.Portal.Live;

/// <summary>
/// Several nodes on one database: asks it every second what any of them wrote, so that a page on this node shows what came in by another. A node that
/// wrote itself has woken its pages already; hearing of it once more costs them one reading.
/// </summary>
internal sealed class NodeWatch(ChangeStore changes, LiveUpdates live, TimeProvider clock, ILogger<NodeWatch> log) : BackgroundService
{
    /// <summary>Time between two questions.</summary>
    public static TimeSpan Pace { get; } = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!changes.HasOthers)
        {
            return;
        }

        ChangePosition? position = null;
        using var timer = new PeriodicTimer(Pace, clock);
        do
        {
            try
            {
                position = position is null ? await changes.EndAsync(stoppingToken) : await HearAsync(position, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning(failure, "What other nodes wrote could not be read; it is tried again");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Tells this node's pages of everything since; gives back where to go on.</summary>
    internal async Task<ChangePosition> HearAsync(ChangePosition position, CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = await changes.SinceAsync(position, cancellationToken);
            foreach (var topic in found.Organisations.Select(LiveTopic.Organisation).Concat(found.Targets.Select(LiveTopic.OfTarget).OfType<LiveTopic>()))
            {
                live.Hear(topic);
            }

            position = found.Position;
            if (!found.More)
            {
                return position;
            }
        }
    }
}
