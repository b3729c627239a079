using System.Globalization;

namespace Motics.Support.Benchmarks.People;

/// <summary>What a portal holds, in bytes.</summary>
/// <param name="Resident">Of the process, as the system counts it.</param>
/// <param name="Heap">Objects, those included that nobody holds any more and that were not collected yet.</param>
/// <param name="Committed">What the collector has taken from the system for them.</param>
/// <param name="Collections">Of everything, so far.</param>
internal sealed record Memory(long Resident, long Heap, long Committed, long Collections)
{
    /// <summary>Reads it.</summary>
    /// <param name="process">Of the portal.</param>
    /// <param name="file">That <see cref="StartupHook"/> writes.</param>
    public static async Task<Memory> ReadAsync(int process, string file)
    {
        var status = await File.ReadAllLinesAsync($"/proc/{process}/status");
        var resident = status.First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        var heap = (await File.ReadAllTextAsync(file)).Split(' ').Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new Memory(1024 * long.Parse(resident, CultureInfo.InvariantCulture), heap[0], heap[1], heap[3]);
    }

    /// <summary>The same once everything that nobody holds was collected.</summary>
    public static async Task<Memory> HeldAsync(int process, string file)
    {
        await File.WriteAllTextAsync(file + ".collect", "");
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (File.Exists(file + ".collect"))
            await pace.WaitForNextTickAsync();
        await pace.WaitForNextTickAsync();
        return await ReadAsync(process, file);
    }
}
