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

    [Fact]
    public async Task Resolved_TheStepIsNotDone_IsNotCalledDone()
    {
        var view = await ResolvedAsync();
        var step = Assert.Single(view.Evaluation.Steps);
        Assert.False(AfterSteps.Of(view)!.HadSteps);
        var ticked = Done(await world.Desk.TickStepAsync(view.Ticket.Number, null, step.Id, true, Sam, Cancel));
        Assert.True(AfterSteps.Of(ticked)!.HadSteps);
    }

    [Fact]
    public async Task Resolved_AndFailedAgain_StandsInTheListAsThat()
    {
        var view = await ResolvedAsync();
        world.Later();
        world.Fails(Operation.NotePush, ErrorKind.ServerError);
        var failed = await world.NowAsync(view.Ticket.Number);
        Assert.Equal(new(1, "Back from the engineers: it has failed since"), Row(failed).Standing);
        var seen = Done(await world.Desk.AcknowledgeAsync(view.Ticket.Number, null, Sam, Cancel));
        Assert.Equal(new(4, "Failed again after the engineers"), Row(seen).Standing);
        world.Works(Operation.NotePush);
        Assert.DoesNotContain("ailed", Row(await world.NowAsync(view.Ticket.Number)).Standing.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoeverHasIt_IsWhatTheVerdictSays()
    {
        var view = await world.OpenReadyAsync();
        var sent = Done(await world.EscalationDesk.SubmitAsync(view.Ticket.Number, false, null, Sam, Cancel)).Escalation;
        Assert.Equal("The engineers have it", (await world.NowAsync(view.Ticket.Number)).Evaluation.Title);
        Done(await world.EscalationDesk.PatchAsync(sent.Number, 1, new EscalationPatch { Status = EscalationStatus.NeedsInfo, Questions = ["keyAccess"] }, Eve, Cancel));
        Assert.Equal("The engineers wait for answers", (await world.NowAsync(view.Ticket.Number)).Evaluation.Title);
        Done(await world.SetAsync(view, ("keyAccess", "has-key")));
        Done(await world.EscalationDesk.PatchAsync(sent.Number, 2, new EscalationPatch { Status = EscalationStatus.Submitted }, Sam, Cancel));
        Assert.Equal("The engineers have it", (await world.NowAsync(view.Ticket.Number)).Evaluation.Title);
    }

    private static TicketItem Row(TicketView view) => new() { Ticket = view.Ticket, Woken = view.Woken, ProvenBy = view.ProvenBy, Health = view.Organisation.Health, HasFailedSinceEngineers = view.Ticket.HasFailedSinceEngineers(view.Organisation.Operations) };

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
