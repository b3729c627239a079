using Motics.Support.Core.Errors;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Events;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Changes;
using Motics.Support.Core.Tickets.Complaints;
using Motics.Support.Core.Triage.Complaints;
using static Motics.Support.Core.Tests.Tickets.TicketWorld;

namespace Motics.Support.Core.Tests.Tickets;

/// <summary>After engineers resolved it the clinic tries again; nothing is handed over once more and nothing warns.</summary>
public sealed class AfterEngineersTests
{
    private readonly TicketWorld world = new();

    [Fact]
    public async Task Resolved_TheClinicTriesAgain_WithoutAWarning()
    {
        var view = await ResolvedAsync();
        Assert.Equal([WakeReason.EscalationReturned], view.Woken);
        Assert.True(view.Ticket.ClinicTriesAgain);
        Assert.Equal(new(1, "Back from the engineers: the clinic tries again"), Row(view).Standing);
        Assert.Empty(view.ClosingWarnings);
        var after = AfterSteps.Of(view)!;
        Assert.Equal((true, false, true), (after.ClinicTriesAgain, after.MayClose, after.Waits));
    }

    [Fact]
    public async Task Resolved_AndSeen_RestsUntilTheEventsShowIt()
    {
        var view = await ResolvedAsync();
        var seen = Done(await world.Desk.AcknowledgeAsync(view.Ticket.Number, null, Sam, Cancel));
        Assert.Empty(seen.Woken);
        Assert.Equal(new(7, "The clinic tries again"), Row(seen).Standing);
        world.Later();
        world.Works(Operation.NotePush);
        world.Works(Operation.PatientSearch);
        var proven = await world.NowAsync(view.Ticket.Number);
        Assert.Equal([WakeReason.ComplaintAnswered], proven.Woken);
        Assert.True(AfterSteps.Of(proven)!.MayClose);
        Assert.Equal(Mending.MendedByEngineers, proven.MendingOptions[0]);
    }

    [Fact]
    public async Task Resolved_TheClinicComplainsAgain_IsWorkAgain()
    {
        var view = await ResolvedAsync();
        world.Later();
        var again = Done(await world.Desk.ComplainAgainAsync(view.Ticket.Number, null, Sam, Cancel));
        Assert.False(again.Ticket.ClinicTriesAgain);
        Assert.NotEmpty(again.ClosingWarnings);
    }

    [Fact]
    public async Task Resolved_AndFailedAgain_IsWorkAgain()
    {
        var view = await ResolvedAsync();
        world.Later();
        world.Fails(Operation.NotePush, ErrorKind.ServerError);
        var now = await world.NowAsync(view.Ticket.Number);
        Assert.NotEmpty(now.ClosingWarnings);
        Assert.False(AfterSteps.Of(now) is { ClinicTriesAgain: true });
    }

    [Fact]
    public async Task HandedOverAnew_TheClinicDoesNotTryYet()
    {
        var view = await ResolvedAsync();
        Done(await world.EscalationDesk.SubmitAsync(view.Ticket.Number, true, "it came back", Lee, Cancel));
        var now = await world.NowAsync(view.Ticket.Number);
        Assert.False(now.Ticket.ClinicTriesAgain);
        Assert.False(AfterSteps.Of(now) is { Waits: true });
    }

    private static TicketItem Row(TicketView view) => new() { Ticket = view.Ticket, Woken = view.Woken, ProvenBy = view.ProvenBy, Health = view.Organisation.Health };

    private async Task<TicketView> ResolvedAsync()
    {
        world.Fails(Operation.NotePush, ErrorKind.ServerError);
        var view = await world.OpenAsync(("symptom", "notes-not-pushing"), ("retriedAfterReentry", "fails"), ("keyReentered", "true"), ("patientSearch", "none-recognised"), ("usingCopyPaste", "true"));
        world.Later();
        var sent = Done(await world.EscalationDesk.SubmitAsync(view.Ticket.Number, true, "urgent", Lee, Cancel)).Escalation;
        Assert.False((await world.NowAsync(view.Ticket.Number)).Ticket.ClinicTriesAgain);
        world.Later();
        Done(await world.EscalationDesk.PatchAsync(sent.Number, 1, new EscalationPatch { Status = EscalationStatus.Resolved, Note = "Mended on our side" }, Eve, Cancel));
        return await world.NowAsync(view.Ticket.Number);
    }
}
