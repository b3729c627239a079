using Motics.Support.Data;
using Motics.Support.Data.Live;

namespace Motics.Support.Portal.Live;

/// <summary>
/// Wakes the pages of this node by what was written: by this node as soon as it is committed, and, where several nodes work on one database, by any of
/// them within a second. What this node wrote itself is heard twice then, which costs its pages one reading more.
/// </summary>
internal sealed class LiveFeed(Database database, ChangeStore changes, LiveUpdates live, TimeProvider clock, ILogger<LiveFeed> log) : BackgroundService
{
    /// <summary>Time between two questions for what others wrote.</summary>
    public static TimeSpan Pace { get; } = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        database.Changed += live.Hear;
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        database.Changed -= live.Hear;
        return base.StopAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (changes.HasOthers)
            await WatchAsync(stoppingToken);
    }

    /// <summary>Asks again and again what others wrote, until stopped.</summary>
    internal async Task WatchAsync(CancellationToken stoppingToken)
    {
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

    // Everything since; gives back where to go on.
    private async Task<ChangePosition> HearAsync(ChangePosition position, CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = await changes.SinceAsync(position, cancellationToken);
            live.Hear(found.Topics);
            position = found.Position;
            if (!found.More)
            {
                return position;
            }
        }
    }
}
