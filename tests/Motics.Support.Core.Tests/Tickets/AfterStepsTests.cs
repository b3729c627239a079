using Motics.Support.Core.Events;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Complaints;
using Motics.Support.Core.Triage.Complaints;

namespace Motics.Support.Core.Tests.Tickets;

/// <summary>When every step is ticked the ticket says what comes next.</summary>
public sealed class AfterStepsTests
{
    private readonly TicketWorld world = new();

    [Fact]
    public async Task AfterSteps_OneStepOpen_SaysNothing()
    {
        var view = await world.OpenAsync(("symptom", "disconnected"));

        Assert.Null(AfterSteps.Of(view));
        Assert.Null(AfterSteps.Of(await TickAsync(view, view.Evaluation.Steps.Count - 1)));
    }

    [Fact]
    public async Task AfterSteps_NoStepLeft_SaysAtOnceWhatComesNext()
    {
        var view = await world.OpenAsync(("providerIncident", "confirmed"), ("usingCopyPaste", "true"));

        var after = AfterSteps.Of(view)!;

        Assert.Empty(view.Evaluation.Steps);
        Assert.Equal((false, true, false), (after.HadSteps, after.Waits, after.MayClose));
        Assert.StartsWith("Leave it until the incident is over", after.Then, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterSteps_NothingToDoButToAsk_SaysNothing()
    {
        world.Works(Operation.PatientSearch);
        world.Later();
        var view = await world.OpenAsync(("symptom", "other"));

        Assert.Empty(view.Evaluation.Steps);
        Assert.NotEmpty(view.Evaluation.Asks);
        Assert.Null(AfterSteps.Of(view));
    }

    [Fact]
    public async Task AfterSteps_NothingWorkedSince_SaysWhatToAskAndWaits()
    {
        var after = AfterSteps.Of(await TickAllAsync(("symptom", "disconnected")));

        Assert.NotNull(after);
        Assert.Equal((null, false, true), (after.ProvenBy, after.MayClose, after.Waits));
        Assert.Contains("Ask the clinic to search for a patient", after.Then, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterSteps_SuccessSinceTheFirstStep_OffersClosing()
    {
        var view = await TickAllAsync(("symptom", "disconnected"));
        world.Later();
        world.Works(Operation.PatientSearch);
        view = await world.NowAsync(view.Ticket.Number);

        var after = AfterSteps.Of(await TickAsync(view, view.Evaluation.Steps.Count))!;

        Assert.Equal((new ProvenBy(Operation.PatientSearch, world.Clock.GetUtcNow()), true, false), (after.ProvenBy, after.MayClose, after.Waits));
    }

    [Fact]
    public async Task AfterSteps_SuccessBeforeTheSteps_IsNoReasonToClose()
    {
        world.Works(Operation.PatientSearch);
        world.Later();

        var after = AfterSteps.Of(await TickAllAsync(("symptom", "one-patient-missing"), ("patientSearch", "one-missing")))!;

        Assert.Equal((null, false), (after.ProvenBy, after.MayClose));
    }

    [Fact]
    public async Task AfterSteps_SearchWorksWhileNotesDoNot_IsNoReasonToClose()
    {
        world.Fails(Operation.NotePush, Motics.Support.Core.Errors.ErrorKind.PermissionDenied);
        var view = await TickAllAsync(("symptom", "notes-not-pushing"));
        world.Later();
        world.Works(Operation.PatientSearch);

        var after = AfterSteps.Of(await world.NowAsync(view.Ticket.Number));

        Assert.Equal((null, false), (after?.ProvenBy, after?.MayClose ?? false));
    }

    [Fact]
    public async Task AfterSteps_VerdictAsks_NamesTheQuestion()
    {
        var after = AfterSteps.Of(await TickAllAsync(("symptom", "disconnected"), ("keyReentered", "true")))!;

        Assert.Equal("retriedAfterReentry", after.Asks);
    }

    [Fact]
    public void Playbook_EveryRule_SaysWhatComesAfterItsSteps() =>
        Assert.All(Motics.Support.Core.Triage.PlaybookLoader.Embedded.Rules, rule => Assert.False(string.IsNullOrWhiteSpace(rule.Then), rule.Id));

    private async Task<TicketView> TickAllAsync(params (string Fact, string? Value)[] facts)
    {
        var view = await world.OpenAsync(facts);
        return await TickAsync(view, view.Evaluation.Steps.Count);
    }

    private async Task<TicketView> TickAsync(TicketView view, int count)
    {
        foreach (var step in view.Evaluation.Steps.Take(count))
        {
            view = TicketWorld.Done(await world.Desk.TickStepAsync(view.Ticket.Number, null, step.Id, true, TicketWorld.Sam, TicketWorld.Cancel));
        }

        return view;
    }
}
