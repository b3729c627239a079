using Motics.Support.Core.Tickets;
using static Motics.Support.Core.Tests.Tickets.TicketWorld;

namespace Motics.Support.Core.Tests.Tickets;

public sealed class TicketConcurrencyTests
{
    private readonly TicketWorld world = new();

    [Fact]
    public async Task Change_OfAPastVersion_IsRefusedWithWhatChanged()
    {
        var view = await world.OpenAsync(("symptom", "disconnected"));
        Done(await world.Desk.SetFactsAsync(view.Ticket.Number, view.Ticket.Version, Facts(("moticsRole", "owner")), Kim, Cancel));
        var refused = await world.Desk.SetFactsAsync(view.Ticket.Number, view.Ticket.Version, Facts(("moticsRole", "member")), Sam, Cancel);
        var stale = Assert.IsType<Refusal.Stale>(refused.Refusal);
        Assert.Equal(view.Ticket.Version + 1, stale.CurrentVersion);
        Assert.Contains("Kim Agent answered Role in Motics: owner (09:00 UTC)", stale.Changes);
        Assert.Equal("owner", (await world.NowAsync(view.Ticket.Number)).Case.Effective("moticsRole"));
    }

    [Fact]
    public async Task EveryOperation_WithAPastVersion_IsRefused()
    {
        var view = await world.OpenAsync(("symptom", "authentication-failed"));
        var (number, past) = (view.Ticket.Number, view.Ticket.Version);
        Done(await world.Desk.AddNoteAsync(number, "newer", Kim, Cancel));
        var refused = new[]
        {
            await world.Desk.SetFactsAsync(number, past, Facts(("inClinicNow", "true")), Sam, Cancel),
            await world.Desk.TickStepAsync(number, past, view.Evaluation.Steps[0].Id, true, Sam, Cancel),
            await world.Desk.AssignAsync(number, past, "kim", Kim, Cancel),
            await world.Desk.SetStatusAsync(number, past, TicketStatus.Resolved, Sam, Cancel),
            await world.Desk.RemindAsync(number, past, world.Clock.GetUtcNow().AddHours(1), Sam, Cancel),
            await world.Desk.AcknowledgeAsync(number, past, Sam, Cancel),
            await world.Desk.CloseAsync(number, past, new(Mending.KeyReentered, Confirmed: true), Sam, Cancel),
            await world.Desk.ReopenAsync(number, past, Sam, Cancel),
            await world.Desk.PatchAsync(number, past, new() { Subject = "Newer" }, Sam, Cancel),
        };
        Assert.All(refused, outcome => Assert.IsType<Refusal.Stale>(outcome.Refusal));
    }

    [Fact]
    public async Task Change_WithSomebodyFasterBetweenReadAndWrite_LosesNothing()
    {
        var view = await world.OpenAsync();
        world.Tickets.BeforeSave = async () => Done(await world.Desk.AddNoteAsync(view.Ticket.Number, "from Kim", Kim, Cancel));
        var after = Done(await world.Desk.AddNoteAsync(view.Ticket.Number, "from Sam", Sam, Cancel));
        Assert.Equal(["from Kim", "from Sam"], after.Notes.Select(note => note.Text));
        Assert.Equal(view.Ticket.Version + 2, after.Ticket.Version);
    }

    [Fact]
    public async Task ExpectedVersion_WithSomebodyFasterBetweenReadAndWrite_IsStale()
    {
        var view = await world.OpenAsync();
        world.Tickets.BeforeSave = async () => Done(await world.Desk.AddNoteAsync(view.Ticket.Number, "from Kim", Kim, Cancel));
        var refused = await world.Desk.SetFactsAsync(view.Ticket.Number, view.Ticket.Version, Facts(("inClinicNow", "true")), Sam, Cancel);
        Assert.Contains("Kim Agent added a note (09:00 UTC)", Assert.IsType<Refusal.Stale>(refused.Refusal).Changes);
    }

    [Fact]
    public async Task Closing_AfterSomebodyElseEscalatedInBetween_IsRefused()
    {
        var view = await world.OpenReadyAsync();
        world.Tickets.BeforeSave = async () => Done(await world.EscalationDesk.SubmitAsync(view.Ticket.Number, false, null, Kim, Cancel));
        var refused = await world.Desk.CloseAsync(view.Ticket.Number, null, new(Mending.NothingWasBroken, Confirmed: true), Sam, Cancel);
        Assert.IsType<Refusal.Conflict>(refused.Refusal);
        Assert.Equal(TicketStatus.Escalated, (await world.NowAsync(view.Ticket.Number)).Ticket.Status);
    }

    [Fact]
    public async Task Version_WithEveryChange_GrowsByOne()
    {
        var view = await world.OpenAsync(("symptom", "authentication-failed"));
        var number = view.Ticket.Number;
        var versions = new[]
        {
            Done(await world.Desk.SetFactsAsync(number, 1, Facts(("inClinicNow", "true"), ("usingCopyPaste", "false")), Sam, Cancel)),
            Done(await world.Desk.TickStepAsync(number, 2, view.Evaluation.Steps[0].Id, true, Sam, Cancel)),
            Done(await world.Desk.AddNoteAsync(number, "note", Sam, Cancel)),
            Done(await world.Desk.AddScreenshotAsync(number, "a.png", new byte[1], Sam, Cancel)),
            Done(await world.Desk.RemindAsync(number, 5, world.Clock.GetUtcNow().AddHours(1), Sam, Cancel)),
            Done(await world.Desk.PatchAsync(number, 6, new() { Subject = "Other", Reporter = "Anna", Status = TicketStatus.Resolved }, Sam, Cancel)),
        }.Select(changed => changed.Ticket.Version);
        Assert.Equal([2, 3, 4, 5, 6, 7], versions);
    }

    [Fact]
    public async Task Ticket_ThatDoesNotExist_IsNotFound()
    {
        Assert.IsType<Refusal.NotFound>((await world.Desk.FindAsync(7, Sam, Cancel)).Refusal);
        Assert.IsType<Refusal.NotFound>((await world.Desk.AddNoteAsync(7, "x", Sam, Cancel)).Refusal);
        Assert.IsType<Refusal.NotFound>((await world.EscalationDesk.SubmitAsync(7, false, null, Sam, Cancel)).Refusal);
        Assert.IsType<Refusal.NotFound>((await world.Desk.GetScreenshotAsync(7, "x", Sam, Cancel)).Refusal);
    }
}
