using Microsoft.Data.Sqlite;
using Motics.Support.Benchmarks;

// Rates differ from machine to machine and from minute to minute; the ratios of one run are what counts.
const int Most = 40_000;
const int Rounds = 3;

using var bench = new Bench();
var workload = Workload.Of(clinics: 1000, Most);
var batches = workload.Batches;
var warm = batches.Take(10).ToList();
var rates = new List<(double Raw, double Store, double Four, double Again)>();

await Bench.StoreAsync(await bench.DatabaseAsync(), warm, 1);
for (var round = 0; round < Rounds; round++)
{
    var stored = await bench.DatabaseAsync();
    var store = await Bench.StoreAsync(stored, batches, 1);
    var again = await Bench.StoreAsync(stored, batches, 1);
    var four = await Bench.StoreAsync(await bench.DatabaseAsync(), batches, 4);
    List<object[]> rows;
    await using (var connection = (SqliteConnection)await stored.OpenAsync(CancellationToken.None))
        rows = RawInserts.Read(connection);
    var raw = await Bench.RawAsync(await bench.DatabaseAsync(), rows);
    rates.Add((raw, store, four, again));
}

double Median(Func<(double Raw, double Store, double Four, double Again), double> rate) => rates.Select(rate).Order().ElementAt(Rounds / 2);
Console.WriteLine($"{workload.Events} events of up to {workload.Clinics} organisations, batches of {Workload.BatchSize}, median of {Rounds} rounds");
Console.WriteLine($"raw INSERTs                  {Median(r => r.Raw),10:N0} /s");
Console.WriteLine($"store, one caller            {Median(r => r.Store),10:N0} /s   {Median(r => r.Store / r.Raw):0.00} of raw");
Console.WriteLine($"store, four callers          {Median(r => r.Four),10:N0} /s   {Median(r => r.Four / r.Raw):0.00} of raw");
Console.WriteLine($"store, all duplicates        {Median(r => r.Again),10:N0} /s   {Median(r => r.Again / r.Store):0.0} times fresh");
return 0;
