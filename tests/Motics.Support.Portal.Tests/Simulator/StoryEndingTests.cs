using System.Globalization;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Data.Events;
using Motics.Support.Data.Incidents;
using Motics.Support.Simulator.Demo;
using Motics.Support.Simulator;
using Motics.Support.Simulator.Clinics;
using Motics.Support.Simulator.Stories;

namespace Motics.Support.Portal.Tests.Simulator;

public sealed class StoryEndingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>On a working day, at night after a weekend, on a holiday at the turn of the day; two clinics or more of each story.</summary>
    [Theory]
    [InlineData("2026-11-24T09:00:00Z")]
    [InlineData("2026-11-22T23:30:00Z")]
    [InlineData("2026-12-25T00:00:00Z")]
    public async Task Story_ToldByItsEvents_LeadsToItsEnding(string moment)
    {
        var rehearsal = new Rehearsal(11, DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture), 2 * StoryBook.All.Count);
        await using var world = await ToldAsync(rehearsal);
        Assert.Equal("", string.Join(Environment.NewLine, await DifferencesAsync(world, rehearsal)));
    }

    [Fact]
    public async Task Story_GoingOn_KeepsItsEnding()
    {
        var rehearsal = new Rehearsal(12, new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero), StoryBook.All.Count);
        await using var world = await ToldAsync(rehearsal);
        var (intake, chance) = (new DemoIntake(world.Get<EventStore>(), world.Clock), new Chance(1));
        for (var minute = 0; minute < 5; minute++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            await intake.TakeAsync(rehearsal.Clinics.SelectMany(clinic => Rehearsal.Next(clinic, world.Clock.GetUtcNow(), chance)), Cancel);
        }
        Assert.Equal("", string.Join(Environment.NewLine, await DifferencesAsync(world, rehearsal)));
    }

    [Fact]
    public async Task Story_ToldTwice_IsToldOnce()
    {
        var rehearsal = new Rehearsal(13, new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero), 20);
        await using var world = await ToldAsync(rehearsal);
        Assert.Equal(0, await new DemoIntake(world.Get<EventStore>(), world.Clock).TakeAsync(rehearsal.Events(), Cancel));
    }

    private static async Task<DemoWorld> ToldAsync(Rehearsal rehearsal)
    {
        var world = await DemoWorld.CreateAsync(rehearsal.Now);
        await new DemoIntake(world.Get<EventStore>(), world.Clock).TakeAsync(rehearsal.Events(), Cancel);
        foreach (var (shard, status) in new[] { (Homes.DownShard, IncidentStatus.Confirmed), (Homes.SlowShard, IncidentStatus.Suspected) })
            await world.Get<IncidentStore>().SaveAsync(new Incident(shard, Ehr.Cliniko, shard, status, rehearsal.Now.AddHours(-1), null, "As told."), Cancel);
        return world;
    }

    private static async Task<List<string>> DifferencesAsync(DemoWorld world, Rehearsal rehearsal)
    {
        var differences = new List<string>();
        foreach (var clinic in rehearsal.Clinics)
        {
            var detail = await world.Get<IOrganisationFinder>().FindAsync(clinic.Id, Cancel);
            var evaluation = world.Get<Playbook>().Evaluate(CaseFacts.Of(detail!, null, world.Clock.GetUtcNow()));
            var ending = new Ending(detail!.Health, evaluation.Verdict, evaluation.Criterion);
            if (ending != clinic.Story.Ending)
                differences.Add($"{clinic.Story.Name}, {clinic.Id}: {ending} by {evaluation.RuleId}; {detail.HealthReason} {detail.LastError?.Kind} {detail.LastError?.At:o} because {string.Join(", ", evaluation.Because.Select(reason => $"{reason.Fact}={reason.Value}"))}");
        }
        return differences;
    }
}
