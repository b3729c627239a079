using System.Runtime.InteropServices;
using Motics.Support.Data;

namespace Motics.Support.Portal.Live;

/// <summary>
/// Gives memory back to the system once many pages were closed. The collector keeps what it took for a crowd, for the next one, and a portal that takes in
/// events and shows nothing gives it no reason to look; collecting everything takes a moment, so it is done once, and only after a minute without a crowd.
/// </summary>
internal sealed class MemoryReturn(OpenPages pages, TimeProvider clock, Action collect) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(30);

    // Less than this is not worth a pause.
    private const int Crowd = 20;
    private const int QuietLooks = 2;
    private int most;
    private int quiet;

    /// <summary>Everything that nobody holds, and the room that it took: of objects, and of the database's connections, each of which remembers up to 32 MB of the file.</summary>
    public static void Collect(Database database)
    {
        database.CloseIdle();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        try
        {
            if (OperatingSystem.IsLinux())
                _ = Trim(0);
        }
        catch (Exception missing) when (missing is EntryPointNotFoundException or DllNotFoundException)
        {
            // Another library than glibc, which gives back by itself.
        }
    }

    // What the database's engine freed stays with the process unless it is asked for.
    [DllImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Trim(nuint pad);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            Look();
    }

    /// <summary>Looks once.</summary>
    internal void Look()
    {
        var now = pages.Count;
        most = Math.Max(most, now);
        quiet = most >= Crowd && now <= most / 2 ? quiet + 1 : 0;
        if (quiet < QuietLooks)
            return;
        (most, quiet) = (now, 0);
        collect();
    }
}
