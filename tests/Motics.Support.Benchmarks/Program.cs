using Motics.Support.Benchmarks;
using Motics.Support.Benchmarks.People;
using Motics.Support.Simulator;

// Rates differ from machine to machine and from minute to minute, so each round measures everything and the ratios of the rounds count.
const int Clinics = 300;
const int Events = 30_000;
const int Rounds = 5;

// How much two hundred people cost, and whether they see everything: twelve minutes, or thirty.
if (args is ["people"] or ["people", "--curve"])
{
    using var own = new Bench(null);
    await PeopleBench.RunAsync(own, args.Length == 2);
    return 0;
}

// --engine sqlserver measures on the server of MOTICS_TEST_SQLSERVER, whose login may make databases.
var server = args is ["--engine", "sqlserver"] ? Environment.GetEnvironmentVariable("MOTICS_TEST_SQLSERVER") : null;
if ((args.Length > 0 && server is null && args is not ["--engine", "sqlite"]) || server is { Length: 0 })
{
    Console.Error.WriteLine("Usage: [people [--curve] | --engine sqlite | --engine sqlserver]; for SQL Server, MOTICS_TEST_SQLSERVER holds the connection string.");
    return 2;
}

using var bench = new Bench(server);
var load = Workload.Of(Clinics, Events);
var warm = Workload.Of(Clinics, Events, Rehearsal.OrdinarySeed + 1);
// The first round is thrown away: it measures the compiler.
await Round.RunAsync(bench, warm, load);

var rounds = new List<Round>();
for (var index = 0; index < Rounds; index++)
    rounds.Add(await Round.RunAsync(bench, warm, load));

Console.WriteLine($"{load.Events:N0} events of {load.Clinics} clinics, beside {warm.Events:N0} of others, in batches of {Workload.BatchSize}; median of {Rounds} rounds, ratios within each round");
Round.Print("raw INSERTs of the same rows", rounds, round => round.Raw, "", _ => 1);
Round.Print("store, one caller", rounds, round => round.StoreOne, "of raw", round => round.StoreOne / round.Raw);
Round.Print("store, four callers", rounds, round => round.StoreFour, "of raw", round => round.StoreFour / round.Raw);
Round.Print("HTTP, four clients", rounds, round => round.Http, "of raw", round => round.Http / round.Raw);
Round.Print("store, duplicates only", rounds, round => round.Duplicates, "times fresh", round => round.Duplicates / round.StoreOne);
return 0;
