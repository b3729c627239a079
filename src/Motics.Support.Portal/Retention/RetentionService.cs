namespace Motics.Support.Portal.Retention;

/// <summary>Looks every few minutes whether something is past its time and nobody deletes it yet.</summary>
internal sealed class RetentionService(RetentionRun run, TimeProvider clock, ILogger<RetentionService> log) : BackgroundService
{
    /// <summary>Time between two looks; also how soon another node goes on when one died between two runs.</summary>
    public static TimeSpan Pace { get; } = TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await run.LookAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning(failure, "Retention: what is past its time could not be deleted; it is tried again in {Minutes} minutes", Pace.TotalMinutes);
            }
        }
    }
}
