using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Changes;
using Motics.Support.Core.Tickets.Complaints;
using Motics.Support.Core.Wording;
using static Motics.Support.Core.Tests.Tickets.TicketWorld;

namespace Motics.Support.Core.Tests.Tickets;

public sealed class TicketStatusTests
{
    private readonly TicketWorld world = new();

    [Theory]
    [InlineData(TicketStatus.WaitingOnClinic)]
    [InlineData(TicketStatus.Resolved)]
    public async Task Status_OfTheAgentsOwn_IsSet(TicketStatus status)
    {
        var view = await world.OpenAsync();
        Assert.Equal(status, Done(await world.Desk.SetStatusAsync(view.Ticket.Number, null, status, Sam, Cancel)).Ticket.Status);
    }

    [Theory]
    [InlineData(TicketStatus.New)]
    [InlineData(TicketStatus.Escalated)]
    [InlineData(TicketStatus.Closed)]
    public async Task Status_WithAGateOfItsOwn_CannotBeSet(TicketStatus status)
    {
        var view = await world.OpenAsync();
        Assert.Equal("status", Field(await world.Desk.SetStatusAsync(view.Ticket.Number, null, status, Sam, Cancel)));
        Assert.Equal(TicketStatus.Open, (await world.NowAsync(view.Ticket.Number)).Ticket.Status);
    }

    [Fact]
    public async Task Ticket_ClosedWithSomethingOpen_WarnsFirst()
    {
        var view = await world.OpenAsync();
        Assert.NotEmpty(view.ClosingWarnings);
        var warned = await world.Desk.CloseAsync(view.Ticket.Number, null, new(Mending.KeyReentered), Sam, Cancel);
        Assert.Equal(view.ClosingWarnings, Assert.IsType<Refusal.Unconfirmed>(warned.Refusal).Warnings);
        var closed = Done(await world.Desk.CloseAsync(view.Ticket.Number, null, new(Mending.KeyReentered, Confirmed: true), Sam, Cancel));
        Assert.Equal(TicketStatus.Closed, closed.Ticket.Status);
        Assert.Equal(Mending.KeyReentered, closed.Ticket.MendedBy!.What);
        Assert.Contains(world.Tickets.Audit, entry => entry.Action == "ticket.close" && entry.Detail!.Contains("the key was entered again", StringComparison.Ordinal));
        Assert.Contains(world.Tickets.Audit, entry => entry.Action == "ticket.close.confirmed");
    }

    [Fact]
    public async Task Ticket_OfAMendedConnection_ClosesWithoutAWarning()
    {
        var view = await world.OpenAsync(("symptom", "disconnected"), ("keyReentered", "true"), ("retriedAfterReentry", "works"));
        world.Clinic = world.Clinic! with { Health = Health.Connected };
        Assert.Empty((await world.NowAsync(view.Ticket.Number)).ClosingWarnings);
        Assert.Equal(TicketStatus.Closed, Done(await world.Desk.CloseAsync(view.Ticket.Number, null, new(Mending.KeyReentered), Sam, Cancel)).Ticket.Status);
    }

    [Fact]
    public async Task Ticket_MendedByOther_NeedsTheWords()
    {
        var view = await world.OpenAsync();
        Assert.Equal("mendedDetail", Field(await world.Desk.CloseAsync(view.Ticket.Number, null, new(Mending.Other, " ", true), Sam, Cancel)));
        var closed = Done(await world.Desk.CloseAsync(view.Ticket.Number, null, new(Mending.Other, "Router replaced", true), Sam, Cancel));
        Assert.Equal(new(Mending.Other, "Router replaced"), closed.Ticket.MendedBy);
    }

    [Fact]
    public async Task ClosedTicket_TakesNoWorkButNotes()
    {
        var number = (await ClosedAsync()).Ticket.Number;
        Assert.IsType<Refusal.Conflict>((await world.Desk.SetFactsAsync(number, null, Facts(("symptom", "other")), Sam, Cancel)).Refusal);
        Assert.IsType<Refusal.Conflict>((await world.Desk.SetStatusAsync(number, null, TicketStatus.Open, Sam, Cancel)).Refusal);
        Assert.IsType<Refusal.Conflict>((await world.Desk.AssignAsync(number, null, "kim", Lee, Cancel)).Refusal);
        Assert.IsType<Refusal.Conflict>((await world.Desk.RemindAsync(number, null, world.Clock.GetUtcNow().AddDays(1), Sam, Cancel)).Refusal);
        Assert.IsType<Refusal.Conflict>((await world.Desk.TickStepAsync(number, null, "any", true, Sam, Cancel)).Refusal);
        Assert.IsType<Refusal.Conflict>((await world.Desk.AddScreenshotAsync(number, "a.png", new byte[1], Sam, Cancel)).Refusal);
        Assert.IsType<Refusal.Conflict>((await world.Desk.CloseAsync(number, null, new(Mending.KeyReentered, Confirmed: true), Sam, Cancel)).Refusal);
        Assert.IsType<Refusal.Conflict>((await world.EscalationDesk.SubmitAsync(number, false, null, Sam, Cancel)).Refusal);
        Assert.IsType<Refusal.Conflict>((await world.EscalationDesk.SubmitAsync(number, true, "urgent", Lee, Cancel)).Refusal);
        Assert.Single(Done(await world.Desk.AddNoteAsync(number, "Clinic says thanks", Sam, Cancel)).Notes);
    }

    [Fact]
    public async Task ClosedTicket_Reopened_IsInWorkAgain()
    {
        var closed = await ClosedAsync();
        var open = Done(await world.Desk.ReopenAsync(closed.Ticket.Number, null, Kim, Cancel));
        Assert.Equal(TicketStatus.Open, open.Ticket.Status);
        Assert.Null(open.Ticket.MendedBy);
        Assert.Contains(open.Activity, line => line.Kind == TicketActivityKind.Reopened && line.By.Id == "kim");
        Assert.IsType<Refusal.Conflict>((await world.Desk.ReopenAsync(closed.Ticket.Number, null, Kim, Cancel)).Refusal);
    }

    [Fact]
    public async Task Reminder_Set_BringsTheTicketBackWhenItIsDue()
    {
        var view = await world.OpenAsync();
        var due = world.Clock.GetUtcNow().AddHours(2);
        Done(await world.Desk.RemindAsync(view.Ticket.Number, null, due, Sam, Cancel));
        Assert.Empty((await world.NowAsync(view.Ticket.Number)).Woken);
        world.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal([WakeReason.ReminderDue], (await world.NowAsync(view.Ticket.Number)).Woken);
        var seen = Done(await world.Desk.AcknowledgeAsync(view.Ticket.Number, null, Sam, Cancel));
        Assert.Empty(seen.Woken);
        Assert.Null(seen.Ticket.RemindAt);
    }

    [Fact]
    public async Task Reminder_OnNobodysTicket_MakesItTheSettersOwn()
    {
        var view = Done(await world.Desk.CreateAsync(new() { OrganisationId = ClinicId, Subject = "x" }, Sam, Cancel));
        var after = Done(await world.Desk.RemindAsync(view.Ticket.Number, null, world.Clock.GetUtcNow().AddHours(1), Kim, Cancel));
        Assert.Equal("kim", after.Ticket.Assignee!.Id);
    }

    [Fact]
    public async Task Reminder_ByAProgramOnNobodysTicket_LeavesItNobodysAndStillWakesIt()
    {
        var helpdesk = new Core.Access.Actor("token:helpdesk", "helpdesk", Core.Access.Grants.ByScope[Core.Access.Grants.SupportWriteScope]);
        var view = Done(await world.Desk.CreateAsync(new() { OrganisationId = ClinicId, Subject = "x" }, Sam, Cancel));
        var after = Done(await world.Desk.RemindAsync(view.Ticket.Number, null, world.Clock.GetUtcNow().AddHours(1), helpdesk, Cancel));
        Assert.Null(after.Ticket.Assignee);
        world.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal([WakeReason.ReminderDue], (await world.NowAsync(view.Ticket.Number)).Woken);
    }

    [Fact]
    public async Task Reminder_ClearedOnNobodysTicket_LeavesItNobodys()
    {
        var helpdesk = new Core.Access.Actor("token:helpdesk", "helpdesk", Core.Access.Grants.ByScope[Core.Access.Grants.SupportWriteScope]);
        var view = Done(await world.Desk.CreateAsync(new() { OrganisationId = ClinicId, Subject = "x" }, Sam, Cancel));
        Done(await world.Desk.RemindAsync(view.Ticket.Number, null, world.Clock.GetUtcNow().AddHours(1), helpdesk, Cancel));
        Assert.Null(Done(await world.Desk.RemindAsync(view.Ticket.Number, null, null, Kim, Cancel)).Ticket.Assignee);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(600_000)]
    public async Task Reminder_InThePastOrFarAway_IsRefused(int minutes)
    {
        var view = await world.OpenAsync();
        Assert.Equal("remindAt", Field(await world.Desk.RemindAsync(view.Ticket.Number, null, world.Clock.GetUtcNow().AddMinutes(minutes), Sam, Cancel)));
    }

    [Fact]
    public async Task MendingOptions_BeginWithWhatTheEventsSuggest()
    {
        var view = await world.OpenAsync(("symptom", "authentication-failed"));
        Assert.Equal(Mending.KeyReentered, view.MendingOptions[0]);
        Assert.Equal(Enum.GetValues<Mending>().Length, view.MendingOptions.Count);
        Assert.Equal(Mending.Other, view.MendingOptions[^1]);
        Assert.Equal([Mending.RegionCorrected, Mending.KeyKindCorrected], view.MendingOptions.SkipLast(1).TakeLast(2));
        var key = new KeyEntry { SavedAt = world.Clock.GetUtcNow(), Fingerprint = "a", Suffix = "uk1", Outcome = KeyOutcome.Worked };
        world.Clinic = world.Clinic! with { KeyHistory = [key, key with { Suffix = "", Outcome = KeyOutcome.Failed }] };
        Assert.Equal(Mending.KeyCompleted, (await world.NowAsync(view.Ticket.Number)).MendingOptions[0]);
    }

    [Fact]
    public async Task MendingOptions_KeyThatWasThereBefore_HasMendedNothing()
    {
        var entered = new KeyEntry { SavedAt = world.Clock.GetUtcNow().AddDays(-1), Fingerprint = "a", Suffix = "uk1", Outcome = KeyOutcome.Worked };
        world.Clinic = world.Clinic! with { KeyHistory = [entered], LastSuccessAt = entered.SavedAt };
        var view = await world.OpenAsync(("symptom", "no-patients-recognised"));
        Assert.Equal(Mending.WorkedOnRetry, view.MendingOptions[0]);
    }

    [Fact]
    public async Task MendingOptions_EhrWithoutKeys_HasNoneOfKeys()
    {
        world.Clinic = world.Clinic! with { Ehr = Ehr.Meddbase, KeyHistory = [new() { SavedAt = world.Clock.GetUtcNow(), Fingerprint = "a", Outcome = KeyOutcome.Worked }] };
        var view = await world.OpenAsync(("symptom", "other"));
        Assert.DoesNotContain(view.MendingOptions, mending => Labels.Of(mending).Contains("key", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("keyReentered", view.MissingToEscalate);
    }

    private async Task<TicketView> ClosedAsync()
    {
        var view = await world.OpenAsync();
        return Done(await world.Desk.CloseAsync(view.Ticket.Number, null, new(Mending.KeyReentered, Confirmed: true), Sam, Cancel));
    }

    [Fact]
    public async Task SetMended_WithAProof_LogsTheEvent()
    {
        var view = await world.OpenAsync(("symptom", "notes-not-pushing"));
        world.Later();
        world.Works(Operation.NotePush);
        world.Later();
        var set = Done(await world.Desk.SetStatusAsync(view.Ticket.Number, null, TicketStatus.Resolved, Sam, Cancel));
        const string Text = "set the status to “Mended, to be closed”; a note was pushed on 24 Nov 2026 09:05 UTC";
        Assert.Contains(set.Activity, line => line.Text == Text);
        Assert.Equal(Text, world.Tickets.Audit[^1].Detail);
        world.Later();
        Done(await world.Desk.SetStatusAsync(view.Ticket.Number, null, TicketStatus.Open, Sam, Cancel));
        Assert.Equal("set the status to “In work”", world.Tickets.Audit[^1].Detail);
        var other = await world.OpenAsync(("symptom", "notes-not-pushing"));
        Done(await world.Desk.SetStatusAsync(other.Ticket.Number, null, TicketStatus.Resolved, Sam, Cancel));
        Assert.Equal("set the status to “Mended, to be closed”", world.Tickets.Audit[^1].Detail);
    }
}
