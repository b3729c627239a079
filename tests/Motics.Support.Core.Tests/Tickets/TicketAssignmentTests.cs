using Motics.Support.Core.Access;
using Motics.Support.Core.Tickets;
using static Motics.Support.Core.Tests.Tickets.TicketWorld;

namespace Motics.Support.Core.Tests.Tickets;

public sealed class TicketAssignmentTests
{
    private readonly TicketWorld world = new();

    [Fact]
    public async Task Agent_TakesATicketAndGivesItBack()
    {
        var view = await world.OpenAsync();
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
        world.Clinic = world.Clinic! with { Health = Core.Organisations.Health.Connected };
        var given = Done(await world.Desk.AssignAsync(view.Ticket.Number, null, "kim", Lee, Cancel));
        Assert.Equal([WakeReason.HealthChanged], given.Woken);
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
