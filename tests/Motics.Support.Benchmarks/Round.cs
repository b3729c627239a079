using Motics.Support.Data;

namespace Motics.Support.Benchmarks;

/// <summary>
/// Everything measured once, one after the other, in events a second; each into a database of its own that holds the same history of other
/// clinics already, because an index costs more to write the more it holds.
/// </summary>
internal sealed record Round(double Raw, double StoreOne, double StoreFour, double Duplicates, double Http)
{
    public static async Task<Round> RunAsync(Bench bench, Workload warm, Workload load)
    {
        var stored = await WarmAsync();
        var one = await Bench.StoreAsync(stored, load.Batches, 1);
        var duplicates = await Bench.StoreAsync(stored, load.Batches, 1);
        var raw = await Bench.RawAsync(await WarmAsync(), await RowsAsync(stored, warm.Events));
        var four = await Bench.StoreAsync(await WarmAsync(), load.Batches, 4);
        // The portal takes in the history itself, which also warms it.
        var http = await HttpBench.RunAsync(await bench.DatabaseAsync(), warm, load);
        return new Round(raw, one, four, duplicates, http);

        async Task<Database> WarmAsync()
        {
            var database = await bench.DatabaseAsync();
            await Bench.StoreAsync(database, warm.Batches, 1);
            return database;
        }
    }

    /// <summary>One line: the median rate, and the median of its ratio.</summary>
    public static void Print(string what, List<Round> rounds, Func<Round, double> rate, string of, Func<Round, double> ratio)
    {
        double Median(Func<Round, double> value) => rounds.Select(value).Order().ElementAt(rounds.Count / 2);
        Console.WriteLine(of.Length == 0 ? $"{what,-30}{Median(rate),10:N0} /s" : $"{what,-30}{Median(rate),10:N0} /s {Median(ratio),8:0.00} {of}");
    }

    private static async Task<List<object[]>> RowsAsync(Database database, int after)
    {
        await using var connection = await database.OpenAsync(CancellationToken.None);
        return RawInserts.Read(connection)[after..];
    }
}
