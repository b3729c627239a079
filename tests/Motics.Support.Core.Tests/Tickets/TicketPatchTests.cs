using Motics.Support.Core.Access;
using Motics.Support.Core.Tickets;
using static Motics.Support.Core.Tests.Tickets.TicketWorld;

namespace Motics.Support.Core.Tests.Tickets;

public sealed class TicketPatchTests
{
    private readonly TicketWorld world = new();

    [Fact]
    public async Task Patch_WithSeveralFields_IsOneChange()
    {
        var view = await world.OpenAsync();
        var due = world.Clock.GetUtcNow().AddDays(1);
        var patch = new TicketPatch { Subject = "Other", Reporter = "Anna Berg", ExternalUrl = "https://helpdesk.example/1", RemindAt = due, Status = TicketStatus.WaitingOnClinic };
        var after = Done(await world.Desk.PatchAsync(view.Ticket.Number, view.Ticket.Version, patch, Sam, Cancel));
        Assert.Equal(("Other", "Anna Berg", "https://helpdesk.example/1"), (after.Ticket.Subject, after.Ticket.Reporter, after.Ticket.ExternalUrl));
        Assert.Equal((due, TicketStatus.WaitingOnClinic), (after.Ticket.RemindAt, after.Ticket.Status));
        Assert.Equal(view.Ticket.Version + 1, after.Ticket.Version);
    }

    [Fact]
    public async Task Patch_WithOnePartRefused_ChangesNothing()
    {
        var view = await world.OpenAsync();
        var patch = new TicketPatch { Subject = "Other", Assignee = "lee", Status = TicketStatus.Resolved };
        var refused = await world.Desk.PatchAsync(view.Ticket.Number, view.Ticket.Version, patch, Kim, Cancel);
        Assert.Equal(Permission.ReassignTickets, Assert.IsType<Refusal.Denied>(refused.Refusal).Needed);
        Assert.Equal(view.Ticket, (await world.NowAsync(view.Ticket.Number)).Ticket);
    }

    [Fact]
    public async Task Patch_FieldGivenAsNull_EmptiesIt()
    {
        var view = await world.OpenAsync();
        var filled = Done(await world.Desk.PatchAsync(view.Ticket.Number, 1, new() { Reporter = "Anna", ExternalUrl = "https://helpdesk.example/1" }, Sam, Cancel));
        var patch = new TicketPatch { Reporter = new(true, null), ExternalUrl = new(true, null), Assignee = new(true, null) };
        var after = Done(await world.Desk.PatchAsync(view.Ticket.Number, filled.Ticket.Version, patch, Sam, Cancel));
        Assert.Null(after.Ticket.Reporter);
        Assert.Null(after.Ticket.ExternalUrl);
        Assert.Null(after.Ticket.Assignee);
    }

    [Fact]
    public async Task Patch_ToClosed_GoesThroughTheGateOfClosing()
    {
        var view = await world.OpenAsync();
        var (number, version) = (view.Ticket.Number, view.Ticket.Version);
        Assert.Equal("mendedBy", Field(await world.Desk.PatchAsync(number, version, new() { Status = TicketStatus.Closed }, Sam, Cancel)));
        var patch = new TicketPatch { Status = TicketStatus.Closed, MendedBy = Mending.KeyReentered };
        Assert.IsType<Refusal.Unconfirmed>((await world.Desk.PatchAsync(number, version, patch, Sam, Cancel)).Refusal);
        var closed = Done(await world.Desk.PatchAsync(number, version, patch with { Confirmed = true }, Sam, Cancel));
        Assert.Equal(TicketStatus.Closed, closed.Ticket.Status);
        Assert.Contains(world.Tickets.Audit, entry => entry.Action == "ticket.close");
        var open = Done(await world.Desk.PatchAsync(number, closed.Ticket.Version, new() { Status = TicketStatus.Open, Subject = "Again" }, Sam, Cancel));
        Assert.Equal((TicketStatus.Open, "Again"), (open.Ticket.Status, open.Ticket.Subject));
        Assert.Contains(world.Tickets.Audit, entry => entry.Action == "ticket.reopen");
    }

    [Fact]
    public async Task Patch_ToEscalated_IsRefused()
    {
        var view = await world.OpenReadyAsync();
        Assert.Equal("status", Field(await world.Desk.PatchAsync(view.Ticket.Number, 1, new() { Status = TicketStatus.Escalated }, Lee, Cancel)));
    }

    [Fact]
    public async Task Patch_SayingWhatMendedItWithoutClosing_IsRefused()
    {
        var view = await world.OpenAsync();
        Assert.Equal("mendedBy", Field(await world.Desk.PatchAsync(view.Ticket.Number, 1, new() { MendedBy = Mending.KeyReentered }, Sam, Cancel)));
        Assert.Equal("status", Field(await world.Desk.PatchAsync(view.Ticket.Number, 1, new() { Status = new(true, null) }, Sam, Cancel)));
    }
}
