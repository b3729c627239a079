using Motics.Support.Core.Access;
using Motics.Support.Core.Tickets;
using static Motics.Support.Core.Tests.Tickets.TicketWorld;

namespace Motics.Support.Core.Tests.Tickets;

public sealed class TicketPermissionTests
{
    private static readonly Actor Reader = new("token:reader", "reader", Grants.ByScope[Grants.SupportReadScope]);

    private readonly TicketWorld world = new();

    [Fact]
    public async Task Reader_WritingAnything_IsDeniedAndAudited()
    {
        var view = await world.OpenReadyAsync();
        var number = view.Ticket.Number;
        var refused = new[]
        {
            (await world.Desk.CreateAsync(new() { OrganisationId = ClinicId, Subject = "x" }, Reader, Cancel)).Refusal,
            (await world.Desk.SetFactsAsync(number, null, Facts(("inClinicNow", "true")), Reader, Cancel)).Refusal,
            (await world.Desk.TickStepAsync(number, null, "x", true, Reader, Cancel)).Refusal,
            (await world.Desk.AddNoteAsync(number, "x", Reader, Cancel)).Refusal,
            (await world.Desk.AddScreenshotAsync(number, "x", new byte[1], Reader, Cancel)).Refusal,
            (await world.Desk.AssignAsync(number, null, Reader.Id, Reader, Cancel)).Refusal,
            (await world.Desk.SetStatusAsync(number, null, TicketStatus.Resolved, Reader, Cancel)).Refusal,
            (await world.Desk.RemindAsync(number, null, null, Reader, Cancel)).Refusal,
            (await world.Desk.AcknowledgeAsync(number, null, Reader, Cancel)).Refusal,
            (await world.Desk.CloseAsync(number, null, new(Mending.Other, "x", true), Reader, Cancel)).Refusal,
            (await world.Desk.ReopenAsync(number, null, Reader, Cancel)).Refusal,
            (await world.Desk.PatchAsync(number, 1, new() { Subject = "x" }, Reader, Cancel)).Refusal,
            (await world.EscalationDesk.SubmitAsync(number, false, null, Reader, Cancel)).Refusal,
            (await world.EscalationDesk.SubmitAsync(number, true, "x", Reader, Cancel)).Refusal,
        };
        Assert.All(refused, refusal => Assert.IsType<Refusal.Denied>(refusal));
        Assert.Equal(view.Ticket, (await world.NowAsync(number)).Ticket);
        Assert.Equal(refused.Length, world.Tickets.Audit.Count(entry => entry.ActorId == Reader.Id && entry.Outcome == "refused"));
    }

    [Fact]
    public async Task Nobody_ReadingAnything_IsDenied()
    {
        var view = await world.OpenAsync();
        Assert.IsType<Refusal.Denied>((await world.Desk.FindAsync(view.Ticket.Number, Nobody, Cancel)).Refusal);
        Assert.IsType<Refusal.Denied>((await world.Desk.ListAsync(new(), Nobody, Cancel)).Refusal);
        Assert.IsType<Refusal.Denied>((await world.Desk.PeopleAsync(Nobody, Cancel)).Refusal);
        Assert.IsType<Refusal.Denied>((await world.Desk.GetScreenshotAsync(view.Ticket.Number, "x", Nobody, Cancel)).Refusal);
        Assert.IsType<Refusal.Denied>((await world.EscalationDesk.FindAsync(1, Nobody, Cancel)).Refusal);
        Assert.IsType<Refusal.Denied>((await world.EscalationDesk.ListAsync(new(), Nobody, Cancel)).Refusal);
    }

    [Fact]
    public async Task Reader_MayRead()
    {
        var view = await world.OpenAsync();
        Assert.Equal(view.Ticket, Done(await world.Desk.FindAsync(view.Ticket.Number, Reader, Cancel)).Ticket);
        Assert.Single(Done(await world.Desk.ListAsync(new(), Reader, Cancel)).Items);
    }
}
