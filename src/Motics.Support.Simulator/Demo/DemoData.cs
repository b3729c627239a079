using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Motics.Support.Core.Access;
using Motics.Support.Core.Organisations;
using Motics.Support.Data.Access;
using Motics.Support.Data.Schema;
using Motics.Support.Data.Organisations;
using Motics.Support.Simulator.Clinics;
using Motics.Support.Simulator.Events;

namespace Motics.Support.Simulator.Demo;

/// <summary>
/// Fills an empty database once with the simulator's stories and with the tickets that people would have made of them. Events and
/// scenes are replayed in the order of time, so that every ticket saw what its agent would have seen.
/// </summary>
public sealed class DemoData(IServiceProvider services, OrganisationStore organisations, DraftStore drafts, TimeProvider time, ILogger<DemoData> log) : IFirstContent
{
    /// <summary>While a filling is under way the console keeps, as a draft of its own, the moment at which the stories end.</summary>
    private const string UnderWay = "demo-data";

    /// <summary>
    /// Fills the database when it is empty. A filling that was broken off is taken up again with the same events, which are duplicates then;
    /// a database that has organisations and no filling under way is left alone.
    /// </summary>
    /// <returns>What was refused of the script.</returns>
    public async Task<IReadOnlyList<string>> FillAsync(CancellationToken cancellationToken)
    {
        if (await MomentAsync(cancellationToken) is not { } moment)
            return [];
        var watch = Stopwatch.StartNew();
        log.LogInformation("Filling the empty database with demo data; this takes some seconds");
        var refusals = await ReplayAsync(new Rehearsal(Rehearsal.OrdinarySeed, moment), cancellationToken);
        await drafts.RemoveAsync(Actor.System.Id, UnderWay, cancellationToken);
        log.LogInformation("Demo data is in place after {Seconds:0.0} s", watch.Elapsed.TotalSeconds);
        return refusals;
    }

    /// <summary>When the stories end: as kept by a filling that was broken off, now for an empty database, null when there is nothing to do.</summary>
    private async Task<DateTimeOffset?> MomentAsync(CancellationToken cancellationToken)
    {
        // Hexadecimal, because thirteen digits in a row would be masked as somebody's number.
        if (await drafts.FindAsync(Actor.System.Id, UnderWay, cancellationToken) is { } kept)
            return DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(kept, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        if ((await organisations.CountAsync(new OrganisationQuery(), Actor.System, cancellationToken)).Value!.All > 0)
            return null;
        var now = time.GetUtcNow();
        await drafts.SaveAsync(Actor.System.Id, UnderWay, now.ToUnixTimeMilliseconds().ToString("x", CultureInfo.InvariantCulture), cancellationToken);
        return now;
    }

    private async Task<IReadOnlyList<string>> ReplayAsync(Rehearsal rehearsal, CancellationToken cancellationToken)
    {
        var intake = ActivatorUtilities.CreateInstance<DemoIntake>(services);
        var stage = new DemoStage(services, log);
        var events = rehearsal.Events().OrderBy(one => one.Time).ToList();
        var taken = 0;
        foreach (var scene in DemoScript.Scenes(new DemoCast(rehearsal), CountOn(rehearsal, Homes.DownShard), CountOn(rehearsal, Homes.SlowShard)))
        {
            taken = await TakeUntilAsync(intake, events, taken, scene.At, cancellationToken);
            stage.Clock.MoveTo(scene.At);
            await scene.PlayAsync(stage, cancellationToken);
        }
        await TakeUntilAsync(intake, events, taken, DateTimeOffset.MaxValue, cancellationToken);
        return stage.Refusals;
    }

    private static async Task<int> TakeUntilAsync(
        DemoIntake intake, List<SimulatedEvent> events, int taken, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var end = taken;
        while (end < events.Count && events[end].Time < until)
            end++;
        await intake.TakeAsync(events.GetRange(taken, end - taken), cancellationToken);
        return end;
    }

    private static int CountOn(Rehearsal rehearsal, string shard) => rehearsal.Clinics.Count(clinic => clinic.Home.Shard == shard);
}
