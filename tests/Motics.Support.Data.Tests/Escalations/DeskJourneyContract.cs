using Dapper;
using Microsoft.Extensions.Time.Testing;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Home;
using Motics.Support.Core.Triage;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Errors;
using Motics.Support.Data.Organisations;
using Motics.Support.Data.Tests.Tickets;
using Motics.Support.Data.Tickets;

namespace Motics.Support.Data.Tests.Escalations;

/// <summary>The desks over the real stores: what an agent and an engineer do with one ticket, and what the database holds of it afterwards.</summary>
public abstract class DeskJourneyContract(Engine engine)
{
    private static readonly Actor Sam = new("sam", "Sam Agent", Grants.ByRole[Grants.Agent]);
    private static readonly Actor Lee = new("lee", "Lee Lead", Grants.ByRole[Grants.Lead]);
    private static readonly Actor Eve = new("eve", "Eve Engineer", Grants.ByRole[Grants.Engineer]);

    private static readonly Dictionary<string, string?> Ready = new()
    {
        ["symptom"] = "integration-not-visible",
        ["moticsRole"] = "owner",
        ["keyReentered"] = "false",
        ["patientSearch"] = "not-tried",
        ["usingCopyPaste"] = "true",
    };

    private readonly FakeTimeProvider clock = new(TicketDatabase.Now);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ticket_FromOpeningToClosing_KeepsEveryStep()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var (desk, escalations) = Desks(database);
        var ticket = Done(await desk.CreateAsync(new() { OrganisationId = "harbour", Subject = "Cannot see it", AssigneeId = "sam", Facts = Ready }, Sam, Cancel));
        var escalation = Done(await escalations.SubmitAsync(ticket.Ticket.Number, false, null, Sam, Cancel));
        Assert.Equal("harbour", escalation.Packet.Organisation.Id);
        Done(await escalations.PatchAsync(1, 1, new() { Status = EscalationStatus.NeedsInfo, Questions = ["patientSearch"], Note = "Tried?" }, Eve, Cancel));
        Assert.Equal(["patientSearch"], Done(await desk.FindAsync(1001, Sam, Cancel)).Ticket.AskedAgain);
        Done(await desk.SetFactsAsync(1001, 3, new Dictionary<string, string?> { ["patientSearch"] = "works" }, Sam, Cancel));
        Done(await escalations.PatchAsync(1, 2, new() { Status = EscalationStatus.Submitted }, Sam, Cancel));
        Done(await escalations.PatchAsync(1, 3, new() { Status = EscalationStatus.Accepted }, Eve, Cancel));
        Done(await escalations.PatchAsync(1, 4, new() { Status = EscalationStatus.Resolved }, Eve, Cancel));
        var closed = Done(await desk.CloseAsync(1001, null, new(Mending.MendedByEngineers, Confirmed: true), Sam, Cancel));
        Assert.Equal((TicketStatus.Closed, Mending.MendedByEngineers), (closed.Ticket.Status, closed.Ticket.MendedBy!.What));
        Assert.Equal(escalation.Escalation.PacketJson, Done(await escalations.FindAsync(1, Eve, Cancel)).Escalation.PacketJson);
        Assert.Equal(closed.Ticket.Version, await database.ScalarAsync<int>("SELECT MAX(version) FROM ticket_activity WHERE ticket_number = 1001"));
        Assert.Null((await database.Audit.VerifyAsync(Cancel)).BrokenAt);
    }

    [Fact]
    public async Task EngineersQuestion_AnsweredAndSent_IsKeptInBothLogsAndBesideThePacket()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var (desk, escalations) = Desks(database);
        Done(await desk.CreateAsync(new() { OrganisationId = "harbour", Subject = "Cannot see it", AssigneeId = "sam", Facts = Ready }, Sam, Cancel));
        var sent = Done(await escalations.SubmitAsync(1001, false, null, Sam, Cancel));
        Done(await escalations.PatchAsync(1, 1, new() { Status = EscalationStatus.NeedsInfo, Ask = ["Which browser?", "Which computer?"] }, Eve, Cancel));
        Assert.Equal("Engineers ask back", Assert.Single(Done(await desk.ListAsync(new(), Sam, Cancel)).Items).Standing.Text);

        Done(await escalations.AnswerAsync(1001, null, 2, "The new one", Sam, Cancel));
        Assert.Equal(["Which browser?"], Done(await desk.FindAsync(1001, Sam, Cancel)).EngineersAsk.Where(question => question.IsOpen).Select(question => question.Text));
        Done(await escalations.AnswerAsync(1001, null, 1, "Firefox", Lee, Cancel));
        Done(await escalations.PatchAsync(1, 4, new() { Status = EscalationStatus.Submitted }, Sam, Cancel));

        var view = Done(await escalations.FindAsync(1, Eve, Cancel));
        Assert.Equal([("Firefox", "lee", true), ("The new one", "sam", true)], view.Escalation.Asked.Select(question => (question.Answer!, question.AnsweredBy!.Id, question.Settled)));
        Assert.Equal(["answered “Which computer?”: The new one", "answered “Which browser?”: Firefox", "sent the answers"], view.Log.Where(entry => entry.Kind == EscalationLogKind.Answered).Select(entry => entry.Text));
        Assert.Equal(sent.Escalation.PacketJson, view.Escalation.PacketJson);
        Assert.Equal(2, Done(await desk.FindAsync(1001, Sam, Cancel)).Activity.Count(entry => entry.Text.Contains("asked by the engineers", StringComparison.Ordinal)));
        Assert.Null((await database.Audit.VerifyAsync(Cancel)).BrokenAt);
    }

    [Fact]
    public async Task TwoAgents_WritingAtOnce_LoseNothing()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var (first, second) = (Desks(database).Tickets, Desks(database).Tickets);
        Done(await first.CreateAsync(new() { OrganisationId = "harbour", Subject = "Busy" }, Sam, Cancel));
        var notes = Enumerable.Range(0, 6).Select(index => Task.Run(() => (index % 2 == 0 ? first : second).AddNoteAsync(1001, $"note {index}", index % 2 == 0 ? Sam : Lee, Cancel), Cancel));
        Assert.All(await Task.WhenAll(notes), outcome => Assert.True(outcome.Done));
        var view = Done(await first.FindAsync(1001, Sam, Cancel));
        Assert.Equal(6, view.Notes.Select(note => note.Text).Distinct().Count());
        Assert.Equal(7, view.Ticket.Version);
    }

    [Fact]
    public async Task TwoAgents_WithOneVersion_OneIsToldWhatTheOtherDid()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var (first, second) = (Desks(database).Tickets, Desks(database).Tickets);
        Done(await first.CreateAsync(new() { OrganisationId = "harbour", Subject = "Busy" }, Sam, Cancel));
        var both = await Task.WhenAll(
            Task.Run(() => first.SetFactsAsync(1001, 1, new Dictionary<string, string?> { ["moticsRole"] = "owner" }, Sam, Cancel), Cancel),
            Task.Run(() => second.SetFactsAsync(1001, 1, new Dictionary<string, string?> { ["moticsRole"] = "member" }, Lee, Cancel), Cancel));
        Assert.Single(both, outcome => outcome.Done);
        var stale = Assert.IsType<Refusal.Stale>(Assert.Single(both, outcome => !outcome.Done).Refusal);
        Assert.Contains(stale.Changes, change => change.Contains("answered Role in Motics", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Home_CountsExactlyWhatItsQueriesList()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        await database.AddOrganisationAsync("mill", Health.Failing);
        var (desk, escalations) = Desks(database);
        Done(await desk.CreateAsync(new() { OrganisationId = "harbour", Subject = "Mine", AssigneeId = "sam", Facts = Ready }, Sam, Cancel));
        Done(await desk.CreateAsync(new() { OrganisationId = "harbour", Subject = "Waits", AssigneeId = "sam" }, Sam, Cancel));
        Done(await desk.CreateAsync(new() { OrganisationId = "harbour", Subject = "Nobody's" }, Sam, Cancel));
        Done(await desk.SetStatusAsync(1002, null, TicketStatus.WaitingOnClinic, Sam, Cancel));
        Done(await escalations.SubmitAsync(1001, false, null, Sam, Cancel));
        Done(await escalations.PatchAsync(1, 1, new() { Status = EscalationStatus.NeedsInfo, Questions = ["ehr"] }, Eve, Cancel));
        var home = new HomeDesk(database.Home, database.Tickets, database.Escalations, new ErrorGroupStore(database.Database, new AuditTrail(database.Database)), clock);
        var mine = Done(await home.NeedsMeAsync(Sam, Cancel));
        Assert.Equal((2, 1, 1, 1, 1, 1), (mine.Mine.Count, mine.Woken.Count, mine.Waiting.Count, mine.Unassigned!.Count, mine.Returned.Count, mine.Unattended!.Count));
        Assert.Equal("Engineers ask back", mine.Mine.First[0].Standing.Text);
        Assert.Null(mine.Submitted);
        Assert.Null(mine.Stuck);
        Assert.Null(mine.Engineer);
        foreach (var part in new[] { mine.Mine, mine.Woken, mine.Waiting, mine.Unassigned })
        {
            Assert.Equal(part.Count, Done(await desk.ListAsync(part.Query, Sam, Cancel)).Items.Count);
        }

        Assert.Equal(mine.Returned.Count, Done(await escalations.ListAsync(mine.Returned.Query, Sam, Cancel)).Items.Count);
        clock.Advance(TimeSpan.FromDays(3));
        var lead = Done(await home.NeedsMeAsync(Lee, Cancel));
        Assert.Equal((0, 3, 0), (lead.Mine.Count, lead.Stuck!.Count, lead.Submitted!.Count));
        Assert.Null(lead.Engineer);
        Assert.NotNull(lead.Unattended);
        Assert.IsType<Refusal.Denied>((await home.NeedsMeAsync(new("x", "x", new HashSet<Permission>()), Cancel)).Refusal);
    }

    [Fact]
    public async Task Home_OfAnEngineer_HasWhatWasHandedOverAndNoListsOfAgents()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var (desk, escalations) = Desks(database);
        for (var number = 1001; number < 1005; number++)
        {
            Done(await desk.CreateAsync(new() { OrganisationId = "harbour", Subject = "Ready", AssigneeId = "sam", Facts = Ready }, Sam, Cancel));
            Done(await escalations.SubmitAsync(number, false, null, Sam, Cancel));
        }

        Done(await escalations.PatchAsync(1, 1, new() { Status = EscalationStatus.NeedsInfo, Questions = ["moticsRole"] }, Eve, Cancel));
        Done(await desk.SetFactsAsync(1001, null, new Dictionary<string, string?> { ["moticsRole"] = "owner" }, Sam, Cancel));
        Done(await escalations.PatchAsync(1, 2, new() { Status = EscalationStatus.Submitted }, Sam, Cancel));
        Done(await escalations.PatchAsync(3, 1, new() { Status = EscalationStatus.Accepted }, Eve, Cancel));
        Done(await escalations.PatchAsync(4, 1, new() { Status = EscalationStatus.Accepted }, Lee, Cancel));

        var home = new HomeDesk(database.Home, database.Tickets, database.Escalations, new ErrorGroupStore(database.Database, new AuditTrail(database.Database)), clock);
        var needs = Done(await home.NeedsMeAsync(Eve, Cancel));

        var engineer = needs.Engineer!;
        Assert.Equal([1], engineer.Answered.First.Select(row => row.Number));
        Assert.Equal([2], engineer.Fresh.First.Select(row => row.Number));
        Assert.Equal([3], engineer.Mine.First.Select(row => row.Number));
        Assert.Equal([4, 3], engineer.Others.First.Select(row => row.Number));
        Assert.Equal((null, null, null, null), (needs.Unassigned, needs.Unattended, needs.Stuck, needs.Submitted));
        foreach (var part in new[] { engineer.Answered, engineer.Fresh, engineer.Mine, engineer.Others })
        {
            Assert.Equal(part.Count, Done(await escalations.ListAsync(part.Query, Eve, Cancel)).Items.Count);
        }
    }

    [Fact]
    public async Task Escalations_OfOneError_KnowEachOther()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var (desk, escalations) = Desks(database);
        for (var number = 1001; number < 1004; number++)
        {
            Done(await desk.CreateAsync(new() { OrganisationId = "harbour", Subject = "Ready", AssigneeId = "sam", Facts = Ready }, Sam, Cancel));
            Done(await escalations.SubmitAsync(number, false, null, Sam, Cancel));
        }

        await database.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync("UPDATE escalation SET error_group_id = 'g1' WHERE number <> 2", transaction: transaction), Cancel);

        var first = Done(await escalations.FindAsync(1, Eve, Cancel));
        Assert.Equal([3], first.Siblings.Select(row => row.Number));
        Assert.Equal(1, first.SiblingCount);
        Assert.Empty(Done(await escalations.FindAsync(2, Eve, Cancel)).Siblings);
    }

    private (TicketDesk Tickets, EscalationDesk Escalations) Desks(TicketDatabase database)
    {
        var organisations = new OrganisationStore(database.Database, new AuditTrail(database.Database), clock);
        var playbook = PlaybookLoader.Embedded;
        return (new(database.Tickets, organisations, playbook, new ScreenshotReader(), clock), new(database.Escalations, database.Tickets, organisations, playbook, clock));
    }

    private static T Done<T>(Outcome<T> outcome)
    {
        Assert.True(outcome.Done, outcome.Refusal?.ToString());
        return outcome.Value!;
    }
}

public sealed class DeskJourneyOnSqlite() : DeskJourneyContract(Engine.Sqlite);

public sealed class DeskJourneyOnSqlServer() : DeskJourneyContract(Engine.SqlServer);
