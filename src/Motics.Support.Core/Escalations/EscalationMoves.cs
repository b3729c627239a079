using System.Globalization;
using Motics.Support.Core.Access;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Changes;
using Motics.Support.Core.Tickets.Keys;

namespace Motics.Support.Core.Escalations;

/// <summary>What can be done with an open escalation, from which state, by whom, and what it does to the ticket.</summary>
internal static class EscalationMoves
{
    /// <summary>The permission that a move needs; null is a note alone. Answering is the agents' part, the other states are the engineers'.</summary>
    public static Permission Needed(EscalationStatus? status) =>
        status is null or EscalationStatus.Submitted ? Permission.Escalate : Permission.WorkEscalations;

    /// <summary>How the audit calls a move.</summary>
    public static string Action(EscalationStatus? status) => status switch
    {
        EscalationStatus.Submitted => "escalation.resubmit",
        EscalationStatus.Accepted => "escalation.accept",
        EscalationStatus.NeedsInfo => "escalation.ask",
        EscalationStatus.Resolved => "escalation.resolve",
        _ => "escalation.note",
    };

    /// <summary>Makes the changes of a patch, in the escalation and in its ticket.</summary>
    public static Refusal? Apply(EscalationWork work, TicketWork ticket, EscalationPatch patch)
    {
        if (Misplaced(patch) is { } field)
        {
            return Refusal.Field(field, field == "status" ? "Give a status, a note, or both." : "Go with the status needs-info only.");
        }

        if (patch.Status is not null && !work.Escalation.IsOpen)
        {
            return new Refusal.Conflict("The escalation is resolved. Escalate the ticket anew if there is need.");
        }

        return Move(work, ticket, patch) ?? (patch.Note is null ? null : Note(work, ticket, patch.Note));
    }

    // The field that makes no sense of the patch; null when it makes sense.
    private static string? Misplaced(EscalationPatch patch) => patch switch
    {
        { Questions: not null, Status: not EscalationStatus.NeedsInfo } => "questions",
        { Ask: not null, Status: not EscalationStatus.NeedsInfo } => "ask",
        { Status: null, Note: null } => "status",
        _ => null,
    };

    private static Refusal? Move(EscalationWork work, TicketWork ticket, EscalationPatch patch)
    {
        if (patch.Status == EscalationStatus.Resolved)
        {
            Resolve(work, ticket, patch.Note);
        }

        return patch.Status switch
        {
            EscalationStatus.Accepted => Accept(work, ticket),
            EscalationStatus.NeedsInfo => EscalationAsking.Ask(work, ticket, patch),
            EscalationStatus.Submitted => EscalationAsking.Resubmit(work, ticket),
            _ => null,
        };
    }

    private static Refusal.Conflict? Accept(EscalationWork work, TicketWork ticket)
    {
        if (work.Escalation.Status == EscalationStatus.NeedsInfo)
        {
            return new Refusal.Conflict("The escalation waits for answers of its agent.");
        }

        if (work.Escalation.Status == EscalationStatus.Accepted && work.Escalation.Engineer?.Id == ticket.By.Id)
        {
            return null;
        }

        work.Escalation = work.Escalation with { Status = EscalationStatus.Accepted, Engineer = ticket.By };
        work.Log(EscalationLogKind.Accepted, "accepted it", "escalation.accept");
        ticket.Log(TicketActivityKind.EscalationAccepted, $"accepted escalation {Number(work)}");
        return null;
    }

    private static void Resolve(EscalationWork work, TicketWork ticket, string? note)
    {
        work.Escalation = work.Escalation with { Status = EscalationStatus.Resolved, Questions = [], Asked = EngineerQuestions.Settle(work.Escalation.Asked), Engineer = work.Escalation.Engineer ?? ticket.By };
        work.Log(EscalationLogKind.Resolved, "resolved it", "escalation.resolve");
        ticket.Ticket = ticket.Ticket with { AskedAgain = [], Status = TicketStatus.Open, ReturnedAt = ticket.Now, EngineersDoneAt = ticket.Now };
        ticket.Log(TicketActivityKind.EscalationResolved, $"resolved escalation {Number(work)}{Words(ticket, note)}");
    }

    /// <summary>What the engineers say stands in the ticket's own log too: its agent has to ask the clinic, or tell it.</summary>
    public static string Words(TicketWork ticket, string? note) =>
        TicketText.Required("note", note ?? "", TicketText.NoteLength) is { Done: true } text ? $": {ticket.Take(text.Value, ExposedIn.Escalation, note)}" : "";

    private static Refusal? Note(EscalationWork work, TicketWork ticket, string note)
    {
        var text = TicketText.Required("note", note, TicketText.NoteLength);
        if (text.Done)
        {
            work.Log(EscalationLogKind.Note, ticket.Take(text.Value, ExposedIn.Escalation, note), "escalation.note");
        }

        return text.Refusal;
    }

    /// <summary>As people say it.</summary>
    public static string Number(EscalationWork work) => string.Create(CultureInfo.InvariantCulture, $"E-{work.Escalation.Number}");
}
