using System.Globalization;

/// <summary>
/// Runs inside of the portal that is measured (<c>DOTNET_STARTUP_HOOKS</c>) and writes what its collector knows into a file, so that the portal itself
/// needs no address that tells it. Where a file of that name with <c>.collect</c> appears, everything that nobody holds is collected first.
/// </summary>
#pragma warning disable CA1050, CA1515 // The runtime looks for this name.
public static class StartupHook
#pragma warning restore CA1050, CA1515
{
    /// <summary>The variable that names the file.</summary>
    public const string Variable = "MOTICS_BENCH_HEAP";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static Timer? timer;

    /// <summary>Called by the runtime before the program begins.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } file)
            timer = new Timer(_ => WriteAndGoOn(file), null, Every, Timeout.InfiniteTimeSpan);
    }

    // The next begins when this is written: on a busy machine two would take each other's file away.
    private static void WriteAndGoOn(string file)
    {
        Write(file);
        timer?.Change(Every, Timeout.InfiniteTimeSpan);
    }

    private static void Write(string file)
    {
        var asked = file + ".collect";
        if (File.Exists(asked))
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
            GC.WaitForPendingFinalizers();
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
            File.Delete(asked);
        }
        var known = GC.GetGCMemoryInfo(GCKind.Any);
        File.WriteAllText(file + ".new", string.Create(CultureInfo.InvariantCulture, $"{GC.GetTotalMemory(false)} {known.TotalCommittedBytes} {GC.CollectionCount(0)} {GC.CollectionCount(2)}"));
        File.Move(file + ".new", file, overwrite: true);
    }
}
