using Motics.Support.Data;

namespace Motics.Support.Portal.Hosting;

/// <summary>Looks now and then whether pages of the database are broken, and says so in the log; <c>/health/ready</c> says it for as long as it is so.</summary>
internal sealed class FileWatch(FileCheck check, TimeProvider clock, ILogger<FileWatch> log) : BackgroundService
{
    /// <summary>Between two looks.</summary>
    public static TimeSpan Pace { get; } = TimeSpan.FromMinutes(15);

    // Reading only; nobody waits for it, but the disk has other work too.
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        do
        {
            await LookAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (await check.RunAsync(Time, stoppingToken) is { } broken)
            {
                log.LogCritical("Pages of the database are broken ({Broken}). What is in them may be lost: stop the portal, keep the file, and restore the last good backup", broken);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning(failure, "Whether pages of the database are broken could not be looked at; it is tried again in {Minutes} minutes", Pace.TotalMinutes);
        }
    }
}
