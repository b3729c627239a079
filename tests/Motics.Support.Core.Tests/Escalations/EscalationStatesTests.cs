using Motics.Support.Core.Access;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Tests.Tickets;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Changes;
using Motics.Support.Core.Tickets.Complaints;
using static Motics.Support.Core.Tests.Tickets.TicketWorld;

namespace Motics.Support.Core.Tests.Escalations;

public sealed class EscalationStatesTests
{
    private readonly TicketWorld world = new();

    [Fact]
    public async Task Engineer_AcceptsAndResolves_TicketComesBackToItsAgentOpen()
    {
        var escalation = await SubmitAsync();
        var accepted = Done(await MoveAsync(escalation, EscalationStatus.Accepted, Eve));
        Assert.Equal(("eve", EscalationStatus.Accepted, 2), (accepted.Escalation.Engineer!.Id, accepted.Escalation.Status, accepted.Escalation.Version));
        var resolved = Done(await MoveAsync(accepted, EscalationStatus.Resolved, Eve));
        Assert.Equal(EscalationStatus.Resolved, resolved.Escalation.Status);
        var ticket = await TicketAsync();
        Assert.Equal(TicketStatus.Open, ticket.Ticket.Status);
        Assert.Contains(WakeReason.EscalationReturned, ticket.Woken);
        Assert.Null(ticket.OpenEscalation);
        Assert.Equal(Mending.MendedByEngineers, ticket.MendingOptions[0]);
        Assert.Empty(Done(await world.Desk.AcknowledgeAsync(1001, null, Sam, Cancel)).Woken);
    }

    [Fact]
    public async Task Engineer_ResolvingWithANote_TellsTheTicketAndTheReplyNoLongerHandsItOver()
    {
        var mail = "anna" + "@" + "clinic.example";
        var patch = new EscalationPatch { Status = EscalationStatus.Resolved, Note = $"A setting is right now, ask {mail} to search again." };
        Assert.Contains("This looks like one for our engineers", (await world.OpenReadyAsync()).Reply!.Text, StringComparison.Ordinal);
        Done(await world.EscalationDesk.SubmitAsync(1001, false, null, Sam, Cancel));

        Done(await world.EscalationDesk.PatchAsync(1, 1, patch, Eve, Cancel));

        var ticket = await TicketAsync();
        Assert.Equal("resolved escalation E-1: A setting is right now, ask [e-mail] to search again.", ticket.Activity.Single(entry => entry.Kind == TicketActivityKind.EscalationResolved).Text);
        Assert.DoesNotContain("This looks like one for our engineers", ticket.Reply!.Text, StringComparison.Ordinal);
        Assert.Contains("do the same thing again", ticket.Reply!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Engineer_AskingBack_ReopensExactlyThoseQuestions()
    {
        var asked = Done(await AskAsync(await SubmitAsync(), "patientSearch", "moticsRole"));
        Assert.Equal((EscalationStatus.NeedsInfo, 2), (asked.Escalation.Status, asked.Escalation.Version));
        Assert.Equal(["patientSearch", "moticsRole"], asked.Unanswered);
        var ticket = await TicketAsync();
        Assert.Equal(["patientSearch", "moticsRole"], ticket.Ticket.AskedAgain);
        Assert.Equal("patientSearch", ticket.NextQuestion!.Fact.Name);
        Assert.Equal("not-tried", ticket.Ticket.Answers["patientSearch"].Value);
        Assert.Equal(TicketStatus.Open, ticket.Ticket.Status);
        Assert.Contains(WakeReason.EscalationReturned, ticket.Woken);
        Assert.Contains(ticket.ClosingWarnings, warning => warning.Contains("Patients found", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answers_GivenAgain_SendItBackToTheEngineers()
    {
        var asked = Done(await AskAsync(await SubmitAsync(), "patientSearch", "usingCopyPaste"));
        Assert.Equal(["patientSearch", "usingCopyPaste"], Missing(await MoveAsync(asked, EscalationStatus.Submitted, Sam)));
        Done(await world.Desk.SetFactsAsync(1001, null, Facts(("patientSearch", "not-tried")), Sam, Cancel));
        Assert.Equal(["usingCopyPaste"], Missing(await MoveAsync(asked, EscalationStatus.Submitted, Sam)));
        Assert.Equal(["usingCopyPaste"], Done(await world.EscalationDesk.FindAsync(1, Eve, Cancel)).Unanswered);
        Done(await world.Desk.SetFactsAsync(1001, null, Facts(("usingCopyPaste", "false")), Sam, Cancel));
        var sent = Done(await MoveAsync(asked, EscalationStatus.Submitted, Sam));
        Assert.Equal(EscalationStatus.Submitted, sent.Escalation.Status);
        Assert.Empty(sent.Escalation.Questions);
        Assert.Equal("answered: Patients found: not tried; On copy and paste: no", sent.Log[^1].Text);
        Assert.Equal(TicketStatus.Escalated, (await TicketAsync()).Ticket.Status);
    }

    [Fact]
    public async Task Answers_SentByAColleague_NoLongerWakeTheTicket()
    {
        var asked = Done(await AskAsync(await SubmitAsync(), "usingCopyPaste"));
        Done(await world.Desk.SetFactsAsync(1001, null, Facts(("usingCopyPaste", "false")), Kim, Cancel));
        Assert.Equal([WakeReason.EscalationReturned], (await TicketAsync()).Woken);
        Done(await MoveAsync(asked, EscalationStatus.Submitted, Kim));
        Assert.Empty((await TicketAsync()).Woken);
    }

    [Fact]
    public async Task Answer_TakenBack_DoesNotCountAsAnswered()
    {
        var asked = Done(await AskAsync(await SubmitAsync(), "usingCopyPaste"));
        Done(await world.Desk.SetFactsAsync(1001, null, Facts(("usingCopyPaste", "false")), Sam, Cancel));
        Done(await world.Desk.SetFactsAsync(1001, null, Facts(("usingCopyPaste", null)), Sam, Cancel));
        Assert.Equal(["usingCopyPaste"], Missing(await MoveAsync(asked, EscalationStatus.Submitted, Sam)));
    }

    [Theory]
    [InlineData(EscalationStatus.Accepted)]
    [InlineData(EscalationStatus.NeedsInfo)]
    [InlineData(EscalationStatus.Resolved)]
    public async Task Agent_DoingTheEngineersPart_IsDenied(EscalationStatus status)
    {
        var escalation = await SubmitAsync();
        var refused = await MoveAsync(escalation, status, Sam);
        Assert.Equal(Permission.WorkEscalations, Assert.IsType<Refusal.Denied>(refused.Refusal).Needed);
        Assert.Equal(EscalationStatus.Submitted, Done(await world.EscalationDesk.FindAsync(1, Sam, Cancel)).Escalation.Status);
        Assert.Contains(world.Tickets.Audit, entry => entry is { Target: "escalation:1", ActorId: "sam", Outcome: "refused" });
    }

    [Fact]
    public async Task Questions_ThatAreNoFacts_AreRefused()
    {
        var escalation = await SubmitAsync();
        Assert.Equal("questions", Field(await AskAsync(escalation)));
        Assert.Equal("questions", Field(await AskAsync(escalation, "screenshot")));
        Assert.Equal("questions", Field(await AskAsync(escalation, "keyReentered", "weather")));
        var stray = new EscalationPatch { Status = EscalationStatus.Accepted, Questions = ["symptom"] };
        Assert.Equal("questions", Field(await world.EscalationDesk.PatchAsync(1, 1, stray, Eve, Cancel)));
        Assert.Equal("status", Field(await world.EscalationDesk.PatchAsync(1, 1, new(), Eve, Cancel)));
    }

    [Fact]
    public async Task State_ThatCannotFollow_IsAConflict()
    {
        var escalation = await SubmitAsync();
        Assert.IsType<Refusal.Conflict>((await MoveAsync(escalation, EscalationStatus.Submitted, Sam)).Refusal);
        var asked = Done(await AskAsync(escalation, "symptom"));
        Assert.IsType<Refusal.Conflict>((await MoveAsync(asked, EscalationStatus.Accepted, Eve)).Refusal);
        Assert.IsType<Refusal.Conflict>((await AskAsync(asked, "moticsRole")).Refusal);
        var resolved = Done(await MoveAsync(asked, EscalationStatus.Resolved, Eve));
        Assert.Empty((await TicketAsync()).Ticket.AskedAgain);
        Assert.IsType<Refusal.Conflict>((await MoveAsync(resolved, EscalationStatus.Accepted, Eve)).Refusal);
        Assert.IsType<Refusal.Conflict>((await MoveAsync(resolved, EscalationStatus.Resolved, Eve)).Refusal);
    }

    [Fact]
    public async Task Escalation_OfAPastVersion_IsRefusedWithWhatChanged()
    {
        var escalation = await SubmitAsync();
        Done(await MoveAsync(escalation, EscalationStatus.Accepted, Eve));
        var stale = Assert.IsType<Refusal.Stale>((await MoveAsync(escalation, EscalationStatus.Resolved, Lee)).Refusal);
        Assert.Equal((2, "Eve Engineer accepted it (09:00 UTC)"), (stale.CurrentVersion, Assert.Single(stale.Changes)));
    }

    [Fact]
    public async Task Escalation_WithItsTicketChangedInBetween_IsTriedAgain()
    {
        var escalation = await SubmitAsync();
        world.Escalations.BeforeWrite = async () => Done(await world.Desk.AddNoteAsync(1001, "meanwhile", Sam, Cancel));
        Done(await MoveAsync(escalation, EscalationStatus.Resolved, Eve));
        var ticket = await TicketAsync();
        Assert.Equal(("meanwhile", TicketStatus.Open), (Assert.Single(ticket.Notes).Text, ticket.Ticket.Status));
    }

    [Fact]
    public async Task Note_OfAnyoneWhoMayEscalate_IsMaskedAndLogged()
    {
        var escalation = await SubmitAsync();
        var mail = "anna" + "@" + "clinic.example";
        var noted = Done(await world.EscalationDesk.PatchAsync(1, escalation.Escalation.Version, new() { Note = $"asked {mail}" }, Sam, Cancel));
        Assert.Equal(EscalationLogKind.Note, noted.Log[^1].Kind);
        Assert.DoesNotContain(mail, noted.Log[^1].Text, StringComparison.Ordinal);
        Assert.Equal(2, noted.Escalation.Version);
        Assert.IsType<Refusal.Denied>((await world.EscalationDesk.PatchAsync(1, 2, new() { Note = "x" }, Nobody, Cancel)).Refusal);
        Assert.Equal("note", Field(await world.EscalationDesk.PatchAsync(1, 2, new() { Note = new string('x', 4001) }, Sam, Cancel)));
    }

    [Fact]
    public async Task Ticket_AfterAResolvedEscalation_CanBeEscalatedAnew()
    {
        var escalation = await SubmitAsync();
        Done(await MoveAsync(escalation, EscalationStatus.Resolved, Eve));
        var second = Done(await world.EscalationDesk.SubmitAsync(1001, false, null, Sam, Cancel));
        Assert.Equal(2, second.Escalation.Number);
        Assert.Equal([2L, 1L], (await TicketAsync()).Escalations.Select(row => row.Number));
    }

    [Fact]
    public async Task EveryMove_LeavesAnAuditEntryOfItsOwn()
    {
        var asked = Done(await AskAsync(Done(await MoveAsync(await SubmitAsync(), EscalationStatus.Accepted, Eve)), "usingCopyPaste"));
        Done(await world.Desk.SetFactsAsync(1001, null, Facts(("usingCopyPaste", "false")), Sam, Cancel));
        var sent = Done(await MoveAsync(asked, EscalationStatus.Submitted, Sam));
        Done(await MoveAsync(sent, EscalationStatus.Resolved, Eve));
        Assert.Equal(
            ["escalation.submit", "escalation.accept", "escalation.ask", "escalation.resubmit", "escalation.resolve"],
            world.Tickets.Audit.Where(entry => entry.Target == "escalation:1").Select(entry => entry.Action));
    }

    private async Task<EscalationView> SubmitAsync()
    {
        await world.OpenReadyAsync();
        return Done(await world.EscalationDesk.SubmitAsync(1001, false, null, Sam, Cancel));
    }

    private Task<TicketView> TicketAsync() => world.NowAsync(1001);

    private Task<Outcome<EscalationView>> MoveAsync(EscalationView view, EscalationStatus status, Actor actor) =>
        world.EscalationDesk.PatchAsync(view.Escalation.Number, view.Escalation.Version, new() { Status = status }, actor, Cancel);

    private Task<Outcome<EscalationView>> AskAsync(EscalationView view, params string[] questions) =>
        world.EscalationDesk.PatchAsync(view.Escalation.Number, view.Escalation.Version, new() { Status = EscalationStatus.NeedsInfo, Questions = questions }, Eve, Cancel);

    private static IReadOnlyList<string> Missing(Outcome<EscalationView> outcome) => Assert.IsType<Refusal.Incomplete>(outcome.Refusal).Missing;
}
