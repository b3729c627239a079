using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Outreach;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Replies;
using Motics.Support.Data.Tests.Tickets;
using static Motics.Support.Data.Tests.Outreach.OutreachWorld;

namespace Motics.Support.Data.Tests.Outreach;

/// <summary>An outreach from the preview to its undoing, through desk and store.</summary>
public abstract class OutreachContract(Engine engine)
{
    [Fact]
    public async Task Preview_MakesNothing_AndShowsTheReplyThatTheTicketThenOffers()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        using var world = new OutreachWorld(database);
        var plan = Done(await world.Desk.PreviewAsync(Everybody(1), Lee, Cancel));
        var shown = Done(await world.Desk.ReplyAsync("harbour", Lee, Cancel));
        Assert.Equal((1, 0L), (plan.Matching, await world.TicketsAsync()));

        var run = await world.RunAsync(Everybody(1));

        var made = Assert.Single(await world.ItemsAsync(run));
        var ticket = Done(await world.Tickets.FindAsync(made.TicketNumber!.Value, Sam, Cancel));
        Assert.Equal((shown.Whole, shown.Subject, TicketStatus.New, null), (ticket.Reply!.Text, ticket.Ticket.Subject, ticket.Ticket.Status, ticket.Ticket.Assignee));
        Assert.Contains("Clinic harbour", shown.Whole + shown.Name, StringComparison.Ordinal);
        Assert.Equal(plan.Variants[0].Reason, ticket.Evaluation.RuleId);
        Assert.Contains(ticket.Activity, line => line.Text == "opened the ticket in an outreach to 1 clinic");
        Assert.Null(ticket.Copied);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task AnotherNumberThanExpected_IsRefused_AndNothingIsMade(int expected)
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        using var world = new OutreachWorld(database);

        var begun = await world.Desk.BeginAsync(Everybody(expected), Lee, Cancel);

        Assert.Contains("matches 1 now", Assert.IsType<Refusal.Conflict>(begun.Refusal).Why, StringComparison.Ordinal);
        Assert.False(await world.Steps.StepAsync(null, Cancel));
        Assert.Equal((0L, 0L, 1L), (await world.TicketsAsync(), await database.ScalarAsync<long>("SELECT COUNT(*) FROM outreach"),
            await database.ScalarAsync<long>("SELECT COUNT(*) FROM audit WHERE action = 'outreach.begin' AND outcome = 'refused'")));
    }

    [Fact]
    public async Task FrozenList_IsWrittenTo_AndWhoJoinsLaterIsNot()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        using var world = new OutreachWorld(database);
        await world.AddClinicsAsync(2);
        var run = await world.RunAsync(new() { Query = new(), Only = ["c000", "harbour"], Expected = 2 });
        Assert.Equal(["c000", "harbour"], (await world.ItemsAsync(run)).Select(item => item.OrganisationId).Order(StringComparer.Ordinal));

        var begun = Done(await world.Desk.BeginAsync(Everybody(3), Lee, Cancel));
        await database.AddOrganisationAsync("joined", Health.NeedsKey);
        await world.Desk.WorkAsync(begun.Run.Id, () => true, Lee, Cancel);
        Assert.DoesNotContain(await world.ItemsAsync(begun.Run), item => item.OrganisationId == "joined");
    }

    [Fact]
    public async Task RoundRobin_GivesEverybodyTheSameNumber_AcrossParts()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        using var world = new OutreachWorld(database);
        await world.AddClinicsAsync(OutreachBatch.Size + 9);

        var run = await world.RunAsync(Everybody(OutreachBatch.Size + 10) with { AssigneeIds = ["sam", "kim", "lee"] });

        Assert.Equal(60, run.Made);
        Assert.Equal(["kim 20", "lee 20", "sam 20"], await OwnersAsync(database, world));
    }

    [Fact]
    public async Task Assignees_AreGatedAsForOneTicket()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        using var world = new OutreachWorld(database);
        var program = new Actor("token:os", "os", Grants.ByScope[Grants.SupportWriteScope]);

        Assert.IsType<Refusal.Denied>((await world.Desk.BeginAsync(Everybody(1), Sam, Cancel)).Refusal);
        Assert.IsType<Refusal.Denied>((await world.Desk.BeginAsync(Everybody(1) with { AssigneeIds = ["sam"] }, program, Cancel)).Refusal);
        Assert.IsType<Refusal.Invalid>((await world.Desk.BeginAsync(Everybody(1) with { AssigneeIds = ["token:os"] }, Lee, Cancel)).Refusal);
        Assert.Equal(0, await world.TicketsAsync());
        Assert.Equal(1, (await world.RunAsync(Everybody(1), program)).Made);
    }

    [Fact]
    public async Task DoubleClick_BeginsOnce()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        using var world = new OutreachWorld(database);
        await world.AddClinicsAsync(4);
        var request = Everybody(5) with { RequestId = "once" };

        var both = await Task.WhenAll(world.Desk.BeginAsync(request, Lee, Cancel), world.Desk.BeginAsync(request, Lee, Cancel));
        await Task.WhenAll(both.Select(begun => world.Desk.WorkAsync(begun.Value!.Run.Id, () => true, Lee, Cancel)));
        var again = Done(await world.Desk.BeginAsync(request, Lee, Cancel));

        Assert.Single(both.Select(begun => begun.Value!.Run.Id).Append(again.Run.Id).Distinct());
        Assert.Equal(5, await world.TicketsAsync());
    }

    [Fact]
    public async Task TwoAtOnce_MakeOneTicketForEachClinic()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        using var one = new OutreachWorld(database);
        using var other = new OutreachWorld(database);
        await one.AddClinicsAsync(20);

        await Task.WhenAll(one.RunAsync(Everybody(21)), other.RunAsync(Everybody(21)));

        Assert.Equal(21, await one.TicketsAsync());
    }

    [Fact]
    public async Task CutOffBetweenParts_GoesOnElsewhere_AndMakesEachTicketOnce()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        using var before = new OutreachWorld(database);
        await before.AddClinicsAsync((2 * OutreachBatch.Size) + 5);
        var begun = Done(await before.Desk.BeginAsync(Everybody((2 * OutreachBatch.Size) + 6), Lee, Cancel));
        Assert.True(await before.Steps.StepAsync(null, Cancel));
        Assert.Equal(OutreachBatch.Size, await before.TicketsAsync());

        using var after = new OutreachWorld(database);
        while (await after.Steps.StepAsync(null, Cancel))
        {
        }

        var run = Done(await after.Desk.FindAsync(begun.Run.Id, Lee, Cancel));
        Assert.Equal((OutreachState.Done, 106, 106L, 106L), (run.State, run.Made, await after.TicketsAsync(), await database.ScalarAsync<long>("SELECT COUNT(DISTINCT organisation_id) FROM ticket")));
        Assert.Equal(106, await database.ScalarAsync<long>("SELECT COUNT(*) FROM outreach_outcome x JOIN ticket t ON t.number = x.ticket_number AND t.organisation_id = x.organisation_id"));
    }

    [Fact]
    public async Task PartThatFailsHalfway_LeavesNothing_AndIsDoneWhenTriedAgain()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        using var world = new OutreachWorld(database);
        await world.AddClinicsAsync(3);
        Done(await world.Desk.BeginAsync(Everybody(4), Lee, Cancel));
        // The last of the part cannot be kept: a line for it is there already.
        await database.ScalarAsync<int>("INSERT INTO outreach_outcome (outreach_id, organisation_id, outcome) SELECT id, 'c002', 'made' FROM outreach");

        await Assert.ThrowsAnyAsync<Exception>(() => world.Steps.StepAsync(null, Cancel));
        Assert.Equal(0, await world.TicketsAsync());

        await database.ScalarAsync<int>("DELETE FROM outreach_outcome");
        Assert.True(await world.Steps.StepAsync(null, Cancel));
        Assert.Equal(4, await world.TicketsAsync());
    }

    [Fact]
    public async Task Undo_TakesBackWhatNobodyTouched_AndNamesWhatStays()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        using var world = new OutreachWorld(database);
        await world.AddClinicsAsync(3);
        var run = await world.RunAsync(Everybody(4));
        var numbers = (await world.ItemsAsync(run)).ToDictionary(item => item.OrganisationId, item => item.TicketNumber!.Value);
        Done(await world.Tickets.CopyReplyAsync(numbers["c000"], ReplyForm.Whole, Sam, Cancel));
        await world.Presence.SayAsync($"ticket:{numbers["c001"]}", "visit", new("kim", "Kim Agent"), Cancel);
        await world.Presence.SayAsync($"ticket:{numbers["c002"]}", "visit", new("lee", "Lee Lead"), Cancel);

        run = await world.UndoAsync(run);

        Assert.Equal((OutreachState.Undone, 4, 2, 2), (run.State, run.Made, run.TakenBack, run.Staying));
        Assert.Equal([("c000", "Sam Agent copied the reply."), ("c001", "Kim Agent has it open.")],
            (await world.ItemsAsync(run, OutreachOutcome.Stays)).Select(item => (item.OrganisationId, item.Because!)));
        var back = Done(await world.Tickets.FindAsync(numbers["c002"], Sam, Cancel));
        Assert.Equal((TicketStatus.Closed, 0), (back.Ticket.Status, back.Organisation.OpenTickets));
        Assert.Contains("took the ticket back", back.Activity[0].Text, StringComparison.Ordinal);
        Assert.Equal(run, await world.UndoAsync(run));
        Assert.Null(await world.WhyAsync("c002"));
    }

    [Fact]
    public async Task Undo_OfOneThatRuns_MakesNoMore()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        using var world = new OutreachWorld(database);
        await world.AddClinicsAsync(OutreachBatch.Size + 5);
        var begun = Done(await world.Desk.BeginAsync(Everybody(OutreachBatch.Size + 6), Lee, Cancel));
        await world.Steps.StepAsync(null, Cancel);

        var run = await world.UndoAsync(begun.Run);

        Assert.Equal((OutreachState.Undone, OutreachBatch.Size, OutreachBatch.Size), (run.State, run.Made, run.TakenBack));
        Assert.False(await world.Steps.StepAsync(null, Cancel));
    }

    [Fact]
    public async Task EverythingIsAudited_AndMasked()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        using var world = new OutreachWorld(database);
        var filter = "search=MS0xLTEyMzQ1Njc4OTAxMjM0NTY3OC1hYmNkZWZnaGlqa2xtbm9w-uk1";
        Done(await world.Desk.PreviewAsync(Everybody(1) with { Filter = filter }, Lee, Cancel));
        var run = await world.RunAsync(Everybody(1) with { Filter = filter, AssigneeIds = ["sam"] });
        await world.UndoAsync(run);

        var lines = (await database.Audit.ListAsync(new(), Lee, Cancel)).Value!.Items.Select(line => line.Entry).Reverse().ToList();
        Assert.Equal(["outreach.read", "outreach.begin", "ticket.create", "ticket.assign", "outreach.done", "outreach.undo", "ticket.take-back", "outreach.undone"], lines.Select(line => line.Action).Where(action => action != "verdict"));
        Assert.All(lines, line => Assert.Equal("lee", line.ActorId));
        Assert.DoesNotContain(lines, line => line.Detail?.Contains("MS0x", StringComparison.Ordinal) == true);
        Assert.DoesNotContain("MS0x", Done(await world.Desk.FindAsync(run.Id, Lee, Cancel)).Filter, StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> OwnersAsync(TicketDatabase database, OutreachWorld world)
    {
        var all = Done(await world.Tickets.ListAsync(new() { Limit = 200 }, Sam, Cancel)).Items;
        Assert.Equal(await database.ScalarAsync<long>("SELECT COUNT(*) FROM ticket"), all.Count);
        return all.GroupBy(row => row.Ticket.Assignee?.Id).Select(same => $"{same.Key} {same.Count()}").Order(StringComparer.Ordinal);
    }
}

public sealed class OutreachOnSqlite() : OutreachContract(Engine.Sqlite);

public sealed class OutreachOnSqlServer() : OutreachContract(Engine.SqlServer);
