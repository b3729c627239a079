namespace Motics.Support.Benchmarks;

/// <summary>Everything measured once, one after the other, in events a second.</summary>
internal sealed record Round(double Raw, double StoreOne, double StoreFour, double Duplicates, double Http)
{
    public static async Task<Round> RunAsync(Bench bench, Workload warm, Workload load)
    {
        var stored = await bench.DatabaseAsync();
        var one = await Bench.StoreAsync(stored, load.Batches, 1);
        var duplicates = await Bench.StoreAsync(stored, load.Batches, 1);
        var raw = await Bench.RawAsync(await bench.DatabaseAsync(), await RowsAsync(stored));
        var four = await Bench.StoreAsync(await bench.DatabaseAsync(), load.Batches, 4);
        var http = await HttpBench.RunAsync(await bench.DatabaseAsync(), warm, load);
        return new Round(raw, one, four, duplicates, http);
    }

    /// <summary>One line: the median rate, and the median of its ratio.</summary>
    public static void Print(string what, List<Round> rounds, Func<Round, double> rate, string of, Func<Round, double> ratio)
    {
        double Median(Func<Round, double> value) => rounds.Select(value).Order().ElementAt(rounds.Count / 2);
        Console.WriteLine(of.Length == 0 ? $"{what,-30}{Median(rate),10:N0} /s" : $"{what,-30}{Median(rate),10:N0} /s {Median(ratio),8:0.00} {of}");
    }

    private static async Task<List<object[]>> RowsAsync(Motics.Support.Data.Database database)
    {
        await using var connection = await database.OpenAsync(CancellationToken.None);
        return RawInserts.Read(connection);
    }
}
