using System.Diagnostics;
using System.Globalization;

namespace Motics.Support.Benchmarks.People;

/// <summary>
/// Two hundred people and 200 events a second at a portal of this machine: how soon each event is seen, whether all are, and what the process holds
/// before, meanwhile and after. Stops by itself.
/// </summary>
internal static class PeopleBench
{
    private const int Clinics = 200;
    private const int Rate = 200;
    private const int Most = 200;
    private const int AtOnce = 10;

    // Minutes, pages, and about how long each stays.
    private static readonly Phase[] Short = [new(1, 0, null), new(3, Most, null), new(5, 0, null)];
    private static readonly Phase[] Curve =
    [
        new(2, 0, null), new(6, Most, null), new(4, 60, TimeSpan.FromMinutes(1)), new(6, Most, TimeSpan.FromMinutes(2)), new(4, 100, TimeSpan.FromSeconds(30)), new(2, Most, TimeSpan.FromMinutes(1)), new(6, 0, null),
    ];

    /// <summary>Runs the short plan, or the curve of thirty minutes; prints a line for each minute.</summary>
    public static async Task RunAsync(Bench bench, bool curve)
    {
        var database = await bench.DatabaseAsync();
        var secret = await HttpBench.TokenAsync(database);
        var heap = Path.Combine(Path.GetDirectoryName(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(database.Options.ConnectionString).DataSource)!, "heap");
        var variables = new Dictionary<string, string> { ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location, [StartupHook.Variable] = heap };
        // Four people stand for all: the demo has no more.
        await using var portal = await PortalProgram.StartAsync(database.Options, ["--RateLimit:RequestsPerSecond", "100000", "--OpenPages:PerPerson", "1000", "--OpenPages:PerNode", "1000"], variables);
        using var sender = HttpBench.Sender(portal.Address, secret);
        await HttpBench.PostAllAsync(sender, Workload.Of(300, 30_000));
        var stream = new Stream(sender, Clinics, Rate);
        using var crowd = new Crowd(portal.Address, stream, Clinics, new Random(1));
        await crowd.ArriveAsync();
        using var over = new CancellationTokenSource();
        var sending = stream.RunAsync(over.Token);
        Console.WriteLine("minute  people  resident MB  heap MB  committed MB  full collections  seen 50 %  95 %  seen  missed  broken");
        var begun = Stopwatch.StartNew();
        var next = 1;
        foreach (var phase in curve ? Curve : Short)
        {
            using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1));
            for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromMinutes(phase.Minutes) && await pace.WaitForNextTickAsync();)
            {
                await crowd.BeAsync(phase.People, phase.Stay, AtOnce, CancellationToken.None);
                if (begun.Elapsed.TotalMinutes >= next)
                    Print($"{next++,6}", crowd, await Memory.ReadAsync(portal.ProcessId, heap));
            }
        }
        Print("  held", crowd, await Memory.HeldAsync(portal.ProcessId, heap));
        await over.CancelAsync();
        Console.WriteLine($"{await sending:N0} events, {crowd.Opened:N0} pages opened");
    }

    private static void Print(string when, Crowd crowd, Memory memory)
    {
        double[] seconds;
        lock (crowd.Seconds)
        {
            seconds = [.. crowd.Seconds.Order()];
            crowd.Seconds.Clear();
        }
        string At(double part) => seconds.Length == 0 ? "" : seconds[(int)(part * (seconds.Length - 1))].ToString("0.00", CultureInfo.InvariantCulture);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{when}  {crowd.Open,6}  {memory.Resident / 1e6,11:0}  {memory.Heap / 1e6,7:0}  {memory.Committed / 1e6,12:0}  {memory.Collections,16}  {At(0.5),9}  {At(0.95),4}  {seconds.Length,5}  {crowd.Missed + crowd.Unseen(),6}  {crowd.Broken,6}"));
    }

    private sealed record Phase(double Minutes, int People, TimeSpan? Stay);
}
