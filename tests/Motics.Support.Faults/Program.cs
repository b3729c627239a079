using System.Diagnostics;
using System.Globalization;
using Motics.Support.Faults;
using Motics.Support.Faults.Kinds;

// Processes are killed and clocks moved at random moments, under load, and everything that was acknowledged must be there afterwards. Loopback only; nothing outside a folder of its own is touched.
var rounds = Number("MOTICS_FAULT_ROUNDS", 50);
var minutes = Number("MOTICS_FAULT_MINUTES", 60);
var seed = Number("MOTICS_FAULT_SEED", Environment.TickCount & 0xFFFF);
using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(minutes));
Console.CancelKeyPress += (_, pressed) => (pressed.Cancel, _) = (true, stop.CancelAsync());

Fault[] faults = [new RetentionFault(), new ImportFault(), new BackupFault(), new CopyFault(), new ClockFault()];
var chosen = args.Length == 0 ? faults : [.. faults.Where(fault => args.Contains(fault.Name, StringComparer.Ordinal))];
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rounds} rounds of each kind, seed {seed}, {minutes} minutes at most"));
var (passed, failed) = (0, 0);
foreach (var fault in chosen)
{
    var watch = Stopwatch.StartNew();
    await using var scene = await Scene.MakeAsync(new Random(seed), stop.Token);
    var outcome = await fault.RunAsync(scene, rounds);
    (passed, failed) = (passed + outcome.Passed, failed + outcome.Failed);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{fault.Name}: {outcome.Passed} of {rounds} rounds whole, {scene.Load.Told}, {outcome.Told}, {watch.Elapsed.TotalSeconds:0} s"));
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {failed} failed"));
return failed == 0 && passed > 0 ? 0 : 1;

static int Number(string name, int otherwise) =>
    int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : otherwise;
