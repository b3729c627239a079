using System.Globalization;
using Motics.Support.Core.Access;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Providers;
using Motics.Support.Core.Paging;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Complaints;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Data.Access;
using Motics.Support.Data.Events;
using Motics.Support.Data.Events.Statements;
using Motics.Support.Data.Incidents;
using Motics.Support.Data.Organisations;
using Motics.Support.Simulator;
using Motics.Support.Simulator.Demo;
using Motics.Support.Simulator.Stories;

namespace Motics.Support.Portal.Tests.Simulator;

public sealed class DemoDataTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    // Filling takes seconds, so all tests look at one filled world.
    private static readonly Lazy<Task<(DemoWorld World, IReadOnlyList<string> Refusals)>> Shared = new(FilledAsync);

    private DemoWorld world = null!;
    private IReadOnlyList<string> refusals = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => (world, refusals) = await Shared.Value;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Fill_Script_FitsTheConsolesRules() => Assert.Equal("", string.Join(Environment.NewLine, refusals));

    [Fact]
    public async Task Fill_Tickets_AreAtEveryStageAndNoneIsLaterThanNow()
    {
        var rows = (await world.Get<TicketDesk>().ListAsync(new TicketQuery { Limit = PageLimit.Most }, DemoPeople.Lead, Cancel)).Value!.Items;
        Assert.Equal(Enum.GetValues<TicketStatus>(), rows.Select(row => row.Ticket.Status).Distinct().Order());
        Assert.Equal(Enum.GetValues<WakeReason>(), rows.SelectMany(row => row.Woken).Distinct().Order());
        Assert.Contains(rows, row => row.Woken.Contains(WakeReason.ComplaintAnswered) && row.ProvenBy is not null);
        Assert.Contains(rows, row => row.Ticket.Assignee is null);
        Assert.All(rows, row => Assert.InRange(row.Ticket.UpdatedAt, Now.AddDays(-40), Now));
        Assert.All(rows.Where(row => !row.Ticket.IsOpen), row => Assert.NotNull(row.Ticket.MendedBy));
    }

    [Fact]
    public async Task Fill_Escalations_AreAtEveryStage()
    {
        var rows = (await world.Get<EscalationDesk>().ListAsync(new EscalationQuery(), DemoPeople.Engineer, Cancel)).Value!.Items;
        Assert.Equal(Enum.GetValues<EscalationStatus>(), rows.Select(row => row.Status).Distinct().Order());
        Assert.Contains(rows, row => row.OverrideReason is not null);
    }

    [Fact]
    public async Task Fill_Rest_IsThere()
    {
        var counts = await world.Get<OrganisationStore>().CountAsync(new OrganisationQuery(), Cancel);
        Assert.Equal(StoryBook.Organisations, counts.All);
        Assert.InRange(counts.ByHealth[Health.NeedsKey], 25, 40);
        var incidents = (await world.Get<IncidentStore>().ListAsync(new IncidentQuery(), Cancel)).Value!.Items;
        Assert.Equal(["au2", "eu1", "uk1"], incidents.Select(incident => incident.Place).Order());
        Assert.Null(await world.Get<DraftStore>().FindAsync(Actor.System.Id, "demo-data", Cancel));
    }

    [Fact]
    public async Task Fill_Again_ChangesNothing()
    {
        var before = await world.DumpAsync(Cancel);
        Assert.Empty(await world.Get<DemoData>().FillAsync(Cancel));
        Assert.Equal(before, await world.DumpAsync(Cancel));
    }

    [Fact]
    public async Task Fill_BrokenOffAndTakenUpLater_EndsTheSame()
    {
        await using var broken = await DemoWorld.CreateAsync(Now);
        await broken.Get<DraftStore>().SaveAsync(Actor.System.Id, "demo-data", Now.ToUnixTimeMilliseconds().ToString("x", CultureInfo.InvariantCulture), Cancel);
        var half = new Rehearsal(Rehearsal.OrdinarySeed, Now).Events().OrderBy(one => one.Time).Take(9_000);
        await new DemoIntake(broken.Get<EventStore>(), broken.Clock).TakeAsync(half, Cancel);
        broken.Clock.Advance(TimeSpan.FromMinutes(20));

        Assert.Empty(await broken.Get<DemoData>().FillAsync(Cancel));
        foreach (var table in new[] { "organisation", "connection", "key_entry", "error_group", "daily_count", "incident" })
            Assert.Equal(await world.DumpAsync(Cancel, table), await broken.DumpAsync(Cancel, table));
        Assert.Equal((await world.DumpAsync(Cancel, "ticket")).Length, (await broken.DumpAsync(Cancel, "ticket")).Length);
    }

    [Fact]
    public async Task Fill_DatabaseWithAnOrganisation_IsLeftAlone()
    {
        await using var used = await DemoWorld.CreateAsync(Now);
        var own = new Rehearsal(99, Now, 1);
        await new DemoIntake(used.Get<EventStore>(), used.Clock).TakeAsync(own.Events(), Cancel);
        await used.Get<DemoData>().FillAsync(Cancel);
        Assert.Equal(1, (await used.Get<OrganisationStore>().CountAsync(new OrganisationQuery(), Cancel)).All);
    }

    private static async Task<(DemoWorld World, IReadOnlyList<string> Refusals)> FilledAsync()
    {
        var world = await DemoWorld.CreateAsync(Now);
        return (world, await world.Get<DemoData>().FillAsync(CancellationToken.None));
    }
}
