namespace Motics.Support.Portal.Audit;

/// <summary>Looks every few minutes whether a checkpoint of the audit is due and nobody writes it yet.</summary>
internal sealed class CheckpointService(CheckpointRun run, TimeProvider clock, ILogger<CheckpointService> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(10);

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
                log.LogError(failure, "No checkpoint of the audit could be written; it is tried again in {Minutes} minutes. Check Audit:CheckpointFile", Pace.TotalMinutes);
            }
        }
    }
}
