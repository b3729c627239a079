using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Changes;
using Motics.Support.Core.Tickets.Complaints;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Facts;
using static Motics.Support.Core.Tests.Tickets.TicketWorld;

namespace Motics.Support.Core.Tests.Tickets;

/// <summary>A ticket keeps what was complained of and when, and hears of it when that is answered.</summary>
public sealed class TicketComplaintTests
{
    private readonly TicketWorld world = new();

    [Fact]
    public async Task Complaint_GivenAgain_IsAsNewAsOnTheFirstDay()
    {
        var view = await world.OpenAsync(("symptom", "notes-not-pushing"), ("moticsRole", "owner"));
        world.Later();
        var after = Done(await world.SetAsync(view, ("symptom", "notes-not-pushing"), ("moticsRole", "owner")));

        Assert.Equal(world.Clock.GetUtcNow(), after.Ticket.Answers["symptom"].At);
        Assert.Equal(world.Clock.GetUtcNow(), after.Ticket.Complaint!.At);
        Assert.Equal(view.Ticket.CreatedAt, after.Ticket.Answers["moticsRole"].At);
        Assert.Equal("heard again What the clinic sees: notes do not arrive", Assert.Single(after.Activity, line => line.Version == after.Ticket.Version && line.Kind == TicketActivityKind.AnswerGiven).Text);
        Assert.Single(world.Tickets.Audit, entry => entry.Action == "ticket.facts" && entry.At == world.Clock.GetUtcNow());
    }

    // A program of the edition before keeps the answer and knows nothing of complaints: it leaves that of before standing.
    [Fact]
    public async Task Answer_ChangedByTheEditionBefore_IsWhatIsComplainedOf()
    {
        var view = await world.OpenAsync(("symptom", "notes-not-pushing"));
        world.Later();
        world.Works(Operation.NotePush);
        world.Later();
        await ByTheEditionBeforeAsync(view, new("no-patients-recognised", world.Clock.GetUtcNow(), Person.Of(Kim)));

        var now = await world.NowAsync(view.Ticket.Number);
        Assert.Equal((world.Clock.GetUtcNow(), (1 << (int)ComplaintProof.PatientSearch) | (1 << (int)ComplaintProof.AnySuccess)), (now.Ticket.Complaint!.At, now.Ticket.Complaint.Proofs));
        Assert.NotEqual(Verdict.Resolved, now.Evaluation.Verdict);
        Assert.Empty(now.Woken);
        Done(await world.Desk.AddNoteAsync(view.Ticket.Number, "They write again", Sam, Cancel));
        Assert.Equal(now.Ticket.Complaint, (await world.Tickets.FindAsync(view.Ticket.Number, Cancel))!.Ticket.Complaint);
        world.Later();
        world.Works(Operation.PatientSearch);
        Assert.Equal([WakeReason.ComplaintAnswered], (await world.NowAsync(view.Ticket.Number)).Woken);
    }

    [Fact]
    public async Task Answer_TakenBackByTheEditionBefore_IsNoComplaintAnyMore()
    {
        world.Works(Operation.NotePush);
        var view = await world.OpenAsync(("symptom", "notes-not-pushing"));
        world.Later();
        await ByTheEditionBeforeAsync(view, null);
        var now = await world.NowAsync(view.Ticket.Number);
        Assert.Equal((null, "connected"), (now.Ticket.Complaint, now.Evaluation.RuleId));
    }

    private async Task ByTheEditionBeforeAsync(TicketView view, AgentAnswer? symptom)
    {
        var answers = view.Ticket.Answers.Where(answer => answer.Key != "symptom").ToDictionary();
        if (symptom is not null)
            answers["symptom"] = symptom;
        Assert.True(await world.Tickets.SaveAsync(new() { Ticket = view.Ticket with { Answers = answers, Version = view.Ticket.Version + 1 }, Activity = [], Audit = [], People = [] }, Cancel));
    }

    [Theory]
    [InlineData("patientSearch", "none-recognised", true)]
    [InlineData("patientSearch", "works", false)]
    [InlineData("patientSearch", "not-tried", false)]
    [InlineData("retriedAfterReentry", "fails", true)]
    [InlineData("retriedAfterReentry", "works", true)]
    [InlineData("keyAccess", "admin-cannot-help", true)]
    [InlineData("keyAccess", "has-key", false)]
    [InlineData("errorText", "Pushing failed", true)]
    [InlineData("inClinicNow", "true", false)]
    public async Task Answer_GivenAgain_RenewsExactlyWhenItsTimeCounts(string fact, string value, bool renews)
    {
        var view = await world.OpenAsync((fact, value));
        world.Later();
        var after = Done(await world.SetAsync(view, (fact, value)));
        Assert.Equal(renews ? 1 : 0, after.Ticket.Version - view.Ticket.Version);
        Assert.Equal(renews, after.Ticket.Answers[fact].At == world.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Complaint_GivenAgain_EndsThatItWorkedUnlessThatIsSaidAgainToo()
    {
        var view = await world.OpenAsync(("symptom", "notes-not-pushing"), ("retriedAfterReentry", "works"));
        Assert.Equal(Verdict.Resolved, view.Evaluation.Verdict);
        world.Later();
        Assert.NotEqual(Verdict.Resolved, Done(await world.SetAsync(view, ("symptom", "notes-not-pushing"))).Evaluation.Verdict);
        world.Later();
        Assert.Equal(Verdict.Resolved, Done(await world.SetAsync(view, ("symptom", "notes-not-pushing"), ("retriedAfterReentry", "works"))).Evaluation.Verdict);
    }

    [Fact]
    public async Task Complaint_AnsweredByEvents_IsResolvedWithTheEventAndNotBefore()
    {
        world.Works(Operation.NotePush);
        world.Later();
        var view = await world.OpenAsync(("symptom", "notes-not-pushing"));
        Assert.NotEqual(Verdict.Resolved, view.Evaluation.Verdict);
        world.Later();
        world.Works(Operation.NotePush);
        world.Later();
        var now = await world.NowAsync(view.Ticket.Number);
        Assert.Equal(Verdict.Resolved, now.Evaluation.Verdict);
        world.Later();
        Assert.NotEqual(Verdict.Resolved, Done(await world.Desk.ComplainAgainAsync(view.Ticket.Number, null, Sam, Cancel)).Evaluation.Verdict);
    }

    [Fact]
    public async Task Complaint_OfAServerError_KeepsWhichOperationFailedWhenItWasSaid()
    {
        world.Fails(Operation.PatientSearch, ErrorKind.ServerError);
        var view = await world.OpenAsync(("symptom", "server-error"));
        world.Later();
        world.Works(Operation.PatientSearch);
        world.Later();
        Done(await world.SetAsync(view, ("moticsRole", "owner")));
        var now = await world.NowAsync(view.Ticket.Number);
        Assert.Equal((Operation.PatientSearch, Verdict.Resolved), (now.ProvenBy!.Operation, now.Evaluation.Verdict));
    }

    [Fact]
    public async Task Ticket_OpenedWhileAKeyWasNeeded_IsAnsweredByAnySuccess()
    {
        var view = await world.OpenAsync();
        Assert.Equal(new(view.Ticket.CreatedAt, true, null), view.Ticket.Opening);
        Assert.Empty(view.Woken);
        world.Later();
        world.SavesKey("new");
        world.Works(Operation.Verify);
        Assert.Equal([WakeReason.ComplaintAnswered], (await world.NowAsync(view.Ticket.Number)).Woken);
    }

    [Fact]
    public async Task Ticket_OpenedWhileNotesFailed_IsNotAnsweredByASearch()
    {
        world.Fails(Operation.NotePush, ErrorKind.ServerError);
        var view = await world.OpenAsync();
        Assert.Equal(new(view.Ticket.CreatedAt, false, Operation.NotePush), view.Ticket.Opening);
        world.Later();
        world.Works(Operation.PatientSearch);
        Assert.Empty((await world.NowAsync(view.Ticket.Number)).Woken);
        world.Works(Operation.NotePush);
        var now = await world.NowAsync(view.Ticket.Number);
        Assert.Equal(new ProvenBy(Operation.NotePush, world.Clock.GetUtcNow()), now.ProvenBy);
        Assert.Equal([WakeReason.ComplaintAnswered], now.Woken);
    }

    [Fact]
    public async Task Ticket_OfAHealthyClinicWithoutAComplaint_NeverWakesOfEvents()
    {
        world.Works(Operation.NotePush);
        var view = await world.OpenAsync();
        Assert.Null(view.Ticket.Opening);
        Assert.Null(view.Ticket.Complaint);
        world.Later();
        world.Works(Operation.PatientSearch);
        world.Works(Operation.NotePush);
        Assert.Empty((await world.NowAsync(view.Ticket.Number)).Woken);
    }

    [Fact]
    public async Task Ticket_OfAHealthyClinicWithAComplaint_IsNotAnsweredByWhatWorkedBefore()
    {
        world.Works(Operation.NotePush);
        world.Later();
        var view = await world.OpenAsync(("symptom", "notes-not-pushing"));
        Assert.Null(view.ProvenBy);
        world.Later();
        world.Works(Operation.PatientSearch);
        Assert.Empty((await world.NowAsync(view.Ticket.Number)).Woken);
        world.Works(Operation.NotePush);
        Assert.Equal([WakeReason.ComplaintAnswered], (await world.NowAsync(view.Ticket.Number)).Woken);
    }

    [Theory]
    [InlineData(Health.Connected)]
    [InlineData(Health.Failing)]
    [InlineData(Health.Disabled)]
    public async Task Health_ThatChanges_WakesNothing(Health health)
    {
        var view = await world.OpenAsync(("symptom", "notes-not-pushing"));
        world.Clinic = world.Clinic! with { Health = health };
        Assert.Empty((await world.NowAsync(view.Ticket.Number)).Woken);
    }

    [Fact]
    public async Task Ticket_WhoseComplaintIsAnswered_WakesUntilItsAgentLooksAndNotAgain()
    {
        var view = await world.OpenAsync(("symptom", "notes-not-pushing"));
        world.Later();
        world.Works(Operation.NotePush);
        Done(await world.Desk.AddNoteAsync(view.Ticket.Number, "not mine", Kim, Cancel));
        Assert.Equal([WakeReason.ComplaintAnswered], (await world.NowAsync(view.Ticket.Number)).Woken);
        Done(await world.Desk.AddNoteAsync(view.Ticket.Number, "called the clinic", Sam, Cancel));
        Assert.Empty((await world.NowAsync(view.Ticket.Number)).Woken);
        world.Later();
        world.Works(Operation.NotePush);
        Assert.Empty((await world.NowAsync(view.Ticket.Number)).Woken);
    }

    [Fact]
    public async Task Complaint_RenewedByAColleague_WakesItsAgentWhenThatIsAnswered()
    {
        var view = await world.OpenAsync(("symptom", "notes-not-pushing"));
        world.Later();
        world.Works(Operation.NotePush);
        Done(await world.Desk.AcknowledgeAsync(view.Ticket.Number, null, Sam, Cancel));
        world.Later();
        Done(await world.Desk.ComplainAgainAsync(view.Ticket.Number, null, Kim, Cancel));
        Assert.Empty((await world.NowAsync(view.Ticket.Number)).Woken);
        world.Later();
        world.Works(Operation.NotePush);
        Assert.Equal([WakeReason.ComplaintAnswered], (await world.NowAsync(view.Ticket.Number)).Woken);
    }

    [Fact]
    public async Task Proof_WhileSomethingThatDecidesFails_WakesNothing()
    {
        var view = await world.OpenAsync(("symptom", "no-patients-recognised"));
        world.Later();
        world.Works(Operation.PatientSearch);
        world.Fails(Operation.NotePush, ErrorKind.PermissionDenied);
        Assert.Empty((await world.NowAsync(view.Ticket.Number)).Woken);
        world.Works(Operation.NotePush);
        Assert.Equal([WakeReason.ComplaintAnswered], (await world.NowAsync(view.Ticket.Number)).Woken);
    }

    [Theory]
    [InlineData(ErrorKind.Timeout)]
    [InlineData(ErrorKind.ServerError)]
    public async Task Proof_WhileOnlyATransientKindFails_Wakes(ErrorKind kind)
    {
        var view = await world.OpenAsync(("symptom", "no-patients-recognised"));
        world.Later();
        world.Works(Operation.PatientSearch);
        world.Fails(Operation.NotePush, kind);
        Assert.Equal([WakeReason.ComplaintAnswered], (await world.NowAsync(view.Ticket.Number)).Woken);
    }

    [Fact]
    public async Task ClosedTicket_Reopened_HasItsComplaintFromNow()
    {
        var view = await world.OpenAsync(("symptom", "notes-not-pushing"));
        world.Later();
        world.Works(Operation.NotePush);
        Done(await world.Desk.CloseAsync(view.Ticket.Number, null, new(Mending.WorkedOnRetry, Confirmed: true), Sam, Cancel));
        world.Later();
        var again = Done(await world.Desk.ReopenAsync(view.Ticket.Number, null, Sam, Cancel));
        Assert.Equal((world.Clock.GetUtcNow(), world.Clock.GetUtcNow()), (again.Ticket.RenewedAt, again.Ticket.Complaint!.At));
        Assert.Equal(view.Ticket.CreatedAt, again.Ticket.Answers["symptom"].At);
        Assert.Null(again.ProvenBy);
        Assert.Empty(again.Woken);
        world.Later();
        world.Works(Operation.NotePush);
        Assert.Equal([WakeReason.ComplaintAnswered], (await world.NowAsync(view.Ticket.Number)).Woken);
    }

    [Fact]
    public async Task Complaint_SaidAgainWithoutAny_IsRefused()
    {
        world.Works(Operation.NotePush);
        var view = await world.OpenAsync();
        Assert.IsType<Refusal.Conflict>((await world.Desk.ComplainAgainAsync(view.Ticket.Number, null, Sam, Cancel)).Refusal);
    }

    [Fact]
    public async Task Proof_StandsInTheListAndInTheLogOfClosing()
    {
        var view = await world.OpenAsync(("symptom", "notes-not-pushing"));
        world.Later();
        world.Works(Operation.NotePush);
        var now = await world.NowAsync(view.Ticket.Number);
        Assert.Empty(now.ClosingWarnings);
        var row = new TicketItem { Ticket = now.Ticket, ProvenBy = now.ProvenBy, Woken = now.Woken };
        Assert.Equal(new(2, "A note was pushed on 24 Nov 09:05 UTC: confirm and close"), row.Standing);
        var closed = Done(await world.Desk.CloseAsync(view.Ticket.Number, null, new(Mending.WorkedOnRetry), Sam, Cancel));
        Assert.EndsWith("; a note was pushed on 24 Nov 2026 09:05 UTC", closed.Activity.Single(line => line.Kind == TicketActivityKind.Closed).Text, StringComparison.Ordinal);
    }
}
