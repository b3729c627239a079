using Motics.Support.Core.Access;
using Motics.Support.Core.Tickets;
using static Motics.Support.Core.Tests.Tickets.TicketWorld;

namespace Motics.Support.Core.Tests.Tickets;

public sealed class TicketAssignmentTests
{
    private static readonly Actor Helpdesk = new("token:helpdesk", "helpdesk", Grants.ByScope[Grants.SupportWriteScope].Union(Grants.ByScope[Grants.SupportReadScope]).ToHashSet());

    private readonly TicketWorld world = new();

    [Fact]
    public async Task Agent_TakesNobodysTicketAndGivesItBack()
    {
        var view = Done(await world.Desk.CreateAsync(new() { OrganisationId = ClinicId, Subject = "x" }, Sam, Cancel));
        var taken = Done(await world.Desk.AssignAsync(view.Ticket.Number, null, "kim", Kim, Cancel));
        Assert.Equal(new Person("kim", "Kim Agent"), taken.Ticket.Assignee);
        Assert.Null(Done(await world.Desk.AssignAsync(view.Ticket.Number, null, null, Kim, Cancel)).Ticket.Assignee);
    }

    [Theory]
    [InlineData("lee")]
    [InlineData(null)]
    public async Task Agent_GivingAwayAnothersTicket_IsDenied(string? to)
    {
        var view = await world.OpenAsync();
        var refused = await world.Desk.AssignAsync(view.Ticket.Number, null, to, Kim, Cancel);
        Assert.Equal(Permission.ReassignTickets, Assert.IsType<Refusal.Denied>(refused.Refusal).Needed);
        Assert.Equal("sam", (await world.NowAsync(view.Ticket.Number)).Ticket.Assignee!.Id);
        Assert.Contains(world.Tickets.Audit, entry => entry is { Action: "ticket.assign", ActorId: "kim", Outcome: "refused" });
    }

    [Fact]
    public async Task Agent_TakingAColleaguesTicket_IsDenied()
    {
        var view = await world.OpenAsync();
        foreach (var refused in new[]
        {
            await world.Desk.AssignAsync(view.Ticket.Number, null, Kim.Id, Kim, Cancel),
            await world.Desk.PatchAsync(view.Ticket.Number, view.Ticket.Version, new() { Subject = "Mine now", Assignee = Kim.Id }, Kim, Cancel),
        })
        {
            Assert.Equal(Permission.ReassignTickets, Assert.IsType<Refusal.Denied>(refused.Refusal).Needed);
        }

        var now = await world.NowAsync(view.Ticket.Number);
        Assert.Equal((Sam.Id, view.Ticket.Subject, view.Ticket.Version), (now.Ticket.Assignee!.Id, now.Ticket.Subject, now.Ticket.Version));
    }

    [Fact]
    public async Task Lead_TakesAnothersTicket_AndMayGiveItBackToNobody()
    {
        var view = await world.OpenAsync();
        Assert.Equal(Lee.Id, Done(await world.Desk.AssignAsync(view.Ticket.Number, null, Lee.Id, Lee, Cancel)).Ticket.Assignee!.Id);
        Assert.Null(Done(await world.Desk.AssignAsync(view.Ticket.Number, null, null, Lee, Cancel)).Ticket.Assignee);
    }

    [Fact]
    public async Task Program_GetsNoTicket_NotByItselfNorByALead()
    {
        var view = Done(await world.Desk.CreateAsync(new() { OrganisationId = ClinicId, Subject = "x" }, Sam, Cancel));
        Assert.Equal("assignee", Field(await world.Desk.AssignAsync(view.Ticket.Number, null, Helpdesk.Id, Helpdesk, Cancel)));
        Assert.Equal("assignee", Field(await world.Desk.AssignAsync(view.Ticket.Number, null, Helpdesk.Id, Lee, Cancel)));
        Assert.Equal("assignee", Field(await world.Desk.CreateAsync(new() { OrganisationId = ClinicId, Subject = "x", AssigneeId = Helpdesk.Id }, Helpdesk, Cancel)));
        Assert.Null((await world.NowAsync(view.Ticket.Number)).Ticket.Assignee);
    }

    [Fact]
    public async Task Program_TakingAColleaguesTicket_IsDeniedFirst()
    {
        var view = await world.OpenAsync();
        Assert.IsType<Refusal.Denied>((await world.Desk.AssignAsync(view.Ticket.Number, null, Helpdesk.Id, Helpdesk, Cancel)).Refusal);
    }

    [Fact]
    public async Task Lead_GivesATicketToSomebody_ByTheNameTheyAreKnownBy()
    {
        await world.Tickets.RememberAsync(new("kim", "Kim Agent"), world.Clock.GetUtcNow(), Cancel);
        var view = await world.OpenAsync();
        var given = Done(await world.Desk.AssignAsync(view.Ticket.Number, null, "kim", Lee, Cancel));
        Assert.Equal("Kim Agent", given.Ticket.Assignee!.Name);
        Assert.Contains(given.Activity, line => line is { Kind: TicketActivityKind.Assigned, Text: "gave the ticket to Kim Agent" });
    }

    [Fact]
    public async Task Lead_GivingATicketAway_DoesNotSilenceIt()
    {
        var view = await world.OpenAsync();
        world.Later();
        world.Works(Core.Events.Operation.NotePush);
        var given = Done(await world.Desk.AssignAsync(view.Ticket.Number, null, "kim", Lee, Cancel));
        Assert.Equal([WakeReason.ComplaintAnswered], given.Woken);
    }

    [Fact]
    public async Task Agent_OpeningATicketForAnother_IsDenied()
    {
        var refused = await world.Desk.CreateAsync(new() { OrganisationId = ClinicId, Subject = "x", AssigneeId = "kim" }, Sam, Cancel);
        Assert.IsType<Refusal.Denied>(refused.Refusal);
        Assert.Null(await world.Tickets.FindAsync(1001, Cancel));
    }

    [Fact]
    public async Task People_WhoWorkedHere_AreOfferedWithoutPrograms()
    {
        await world.OpenAsync();
        await world.Tickets.RememberAsync(new("token:helpdesk", "helpdesk"), world.Clock.GetUtcNow(), Cancel);
        Assert.Equal(["sam"], Done(await world.Desk.PeopleAsync(Lee, Cancel)).Select(person => person.Id));
    }
}
