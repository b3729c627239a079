using Motics.Support.Core.Access;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Tests.Tickets;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Triage;
using static Motics.Support.Core.Tests.Tickets.TicketWorld;

namespace Motics.Support.Core.Tests.Escalations;

public sealed class EscalationGateTests
{
    private readonly TicketWorld world = new();

    [Fact]
    public async Task Ticket_ThatIsReady_IsEscalated()
    {
        var view = await world.OpenReadyAsync();
        Assert.Empty(view.MissingToEscalate);
        var escalation = await SubmitAsync(view);
        Assert.Equal((1, view.Ticket.Number, EscalationStatus.Submitted), (escalation.Escalation.Number, escalation.Escalation.TicketNumber, escalation.Escalation.Status));
        Assert.Equal((Verdict.Escalate, EscalationCriterion.IntegrationNotVisible), (escalation.Escalation.Verdict, escalation.Escalation.Criterion));
        var after = await world.NowAsync(view.Ticket.Number);
        Assert.Equal(TicketStatus.Escalated, after.Ticket.Status);
        Assert.Equal(view.Ticket.Version + 1, after.Ticket.Version);
        Assert.Equal(1, after.OpenEscalation!.Number);
        Assert.Contains(world.Tickets.Audit, entry => entry is { Action: "escalation.submit", Target: "escalation:1", ActorId: "sam", Outcome: "done" });
        Assert.DoesNotContain(world.Tickets.Audit, entry => entry.Action == "escalation.override");
    }

    [Theory]
    [InlineData("keyReentered")]
    [InlineData("patientSearch")]
    [InlineData("usingCopyPaste")]
    public async Task Ticket_WithARequiredFactMissing_IsRefusedWithItsName(string fact)
    {
        var view = await world.OpenReadyAsync();
        Done(await world.SetAsync(view, (fact, null)));
        world.Clinic = world.Clinic! with { MigratedAt = null };
        var refused = await world.EscalationDesk.SubmitAsync(view.Ticket.Number, false, null, Sam, Cancel);
        Assert.Contains(fact, Assert.IsType<Refusal.Incomplete>(refused.Refusal).Missing);
        Assert.Equal(TicketStatus.Open, (await world.NowAsync(view.Ticket.Number)).Ticket.Status);
        Assert.Contains(world.Tickets.Audit, entry => entry.Action == "escalation.submit" && entry.Outcome == "refused" && entry.Detail!.Contains(fact, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ticket_OfAnotherVerdict_MissesTheCriterion()
    {
        var view = await world.OpenAsync(("symptom", "authentication-failed"));
        var refused = await world.EscalationDesk.SubmitAsync(view.Ticket.Number, false, null, Sam, Cancel);
        Assert.Contains("criterion", Assert.IsType<Refusal.Incomplete>(refused.Refusal).Missing);
    }

    [Fact]
    public async Task ErrorText_OrAScreenshot_EitherCompletesIt()
    {
        var view = await world.OpenAsync(
            ("symptom", "other"), ("keyReentered", "true"), ("retriedAfterReentry", "fails"), ("clinikoSuffix", "present"),
            ("patientSearch", "none-recognised"), ("usingCopyPaste", "false"));
        Assert.Equal(["errorText", "screenshot"], view.MissingToEscalate);
        Assert.IsType<Refusal.Incomplete>((await world.EscalationDesk.SubmitAsync(view.Ticket.Number, false, null, Sam, Cancel)).Refusal);
        var shown = Done(await world.Desk.AddScreenshotAsync(view.Ticket.Number, "error.png", new byte[1], Sam, Cancel));
        Assert.Empty(shown.MissingToEscalate);
        var escalation = await SubmitAsync(view);
        Assert.Equal(EscalationCriterion.NoPatientsAfterReconnect, escalation.Escalation.Criterion);
        Assert.Equal(shown.Screenshots[0].Id, Assert.Single(escalation.Packet.Screenshots).Id);
    }

    [Fact]
    public async Task Agent_Overriding_IsDenied()
    {
        var view = await world.OpenAsync();
        var refused = await world.EscalationDesk.SubmitAsync(view.Ticket.Number, true, "urgent", Sam, Cancel);
        Assert.Equal(Permission.OverrideEscalation, Assert.IsType<Refusal.Denied>(refused.Refusal).Needed);
        Assert.Contains(world.Tickets.Audit, entry => entry is { Action: "escalation.override", ActorId: "sam", Outcome: "refused" });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public async Task Lead_OverridingWithoutAReason_IsRefused(string? reason)
    {
        var view = await world.OpenAsync();
        Assert.Equal("reason", Field(await world.EscalationDesk.SubmitAsync(view.Ticket.Number, true, reason, Lee, Cancel)));
    }

    [Fact]
    public async Task Lead_OverridingWithAReason_HandsOverAndIsAudited()
    {
        var view = await world.OpenAsync(("symptom", "authentication-failed"));
        var escalation = Done(await world.EscalationDesk.SubmitAsync(view.Ticket.Number, true, "Clinic is shut", Lee, Cancel));
        Assert.Equal("Clinic is shut", escalation.Escalation.OverrideReason);
        Assert.Null(escalation.Escalation.Criterion);
        Assert.Equal(("Clinic is shut", "Lee Lead"), (escalation.Packet.Override!.Reason, escalation.Packet.Override.By));
        Assert.Contains("criterion", escalation.Packet.Override.Missing);
        Assert.Contains(world.Tickets.Audit, entry => entry is { Action: "escalation.override", Target: "escalation:1", ActorId: "lee", Outcome: "done" } && entry.Detail!.Contains("Clinic is shut", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Override_OfACompleteTicket_IsAnOrdinaryHandOver()
    {
        var view = await world.OpenReadyAsync();
        var escalation = Done(await world.EscalationDesk.SubmitAsync(view.Ticket.Number, true, "not needed", Lee, Cancel));
        Assert.Null(escalation.Escalation.OverrideReason);
        Assert.DoesNotContain(world.Tickets.Audit, entry => entry.Action == "escalation.override");
    }

    [Fact]
    public async Task Ticket_WithAnOpenEscalation_CannotBeEscalatedAgain()
    {
        var view = await world.OpenReadyAsync();
        await SubmitAsync(view);
        Assert.IsType<Refusal.Conflict>((await world.EscalationDesk.SubmitAsync(view.Ticket.Number, false, null, Kim, Cancel)).Refusal);
        Assert.IsType<Refusal.Conflict>((await world.EscalationDesk.SubmitAsync(view.Ticket.Number, true, "again", Lee, Cancel)).Refusal);
    }

    [Fact]
    public async Task Ticket_EscalatedByTwoAtOnce_IsEscalatedOnce()
    {
        var view = await world.OpenReadyAsync();
        world.Escalations.BeforeWrite = async () => Done(await world.EscalationDesk.SubmitAsync(view.Ticket.Number, false, null, Kim, Cancel));
        Assert.IsType<Refusal.Conflict>((await world.EscalationDesk.SubmitAsync(view.Ticket.Number, false, null, Sam, Cancel)).Refusal);
        Assert.Single((await world.NowAsync(view.Ticket.Number)).Escalations);
    }

    [Fact]
    public async Task Gate_WhenAnAnswerIsTakenBackInBetween_IsCheckedAgain()
    {
        var view = await world.OpenReadyAsync();
        world.Escalations.BeforeWrite = async () => Done(await world.SetAsync(view, ("usingCopyPaste", null)));
        var refused = await world.EscalationDesk.SubmitAsync(view.Ticket.Number, false, null, Sam, Cancel);
        Assert.Equal(["usingCopyPaste"], Assert.IsType<Refusal.Incomplete>(refused.Refusal).Missing);
    }

    [Fact]
    public async Task EscalatedTicket_CannotBeClosedOrMovedAside()
    {
        var view = await world.OpenReadyAsync();
        await SubmitAsync(view);
        var number = view.Ticket.Number;
        Assert.IsType<Refusal.Conflict>((await world.Desk.CloseAsync(number, null, new(Mending.NothingWasBroken, Confirmed: true), Sam, Cancel)).Refusal);
        Assert.IsType<Refusal.Conflict>((await world.Desk.SetStatusAsync(number, null, TicketStatus.Open, Sam, Cancel)).Refusal);
        Assert.IsType<Refusal.Conflict>((await world.Desk.SetStatusAsync(number, null, TicketStatus.Resolved, Sam, Cancel)).Refusal);
        var patch = new TicketPatch { Status = TicketStatus.Closed, MendedBy = Mending.NothingWasBroken, Confirmed = true };
        Assert.IsType<Refusal.Conflict>((await world.Desk.PatchAsync(number, 2, patch, Sam, Cancel)).Refusal);
    }

    private async Task<EscalationView> SubmitAsync(TicketView view) =>
        Done(await world.EscalationDesk.SubmitAsync(view.Ticket.Number, false, null, Sam, Cancel));
}
