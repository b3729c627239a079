using System.Globalization;
using Motics.Support.Core.Access;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Triage;

namespace Motics.Support.Core.Escalations;

/// <summary>What can be done with an open escalation, from which state, by whom, and what it does to the ticket.</summary>
internal static class EscalationMoves
{
    private const int MostQuestions = 10;

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
        if (patch is { Status: null, Note: null } || patch.Questions is not null && patch.Status != EscalationStatus.NeedsInfo)
        {
            return Refusal.Field(patch.Questions is null ? "status" : "questions", patch.Questions is null ? "Give a status, a note, or both." : "Go with the status needs-info only.");
        }

        if (patch.Status is not null && !work.Escalation.IsOpen)
        {
            return new Refusal.Conflict("The escalation is resolved. Escalate the ticket anew if there is need.");
        }

        return Move(work, ticket, patch) ?? (patch.Note is null ? null : Note(work, ticket, patch.Note));
    }

    private static Refusal? Move(EscalationWork work, TicketWork ticket, EscalationPatch patch)
    {
        if (patch.Status == EscalationStatus.Resolved)
        {
            Resolve(work, ticket, patch.Note);
        }

        return patch.Status switch
        {
            EscalationStatus.Accepted => Accept(work, ticket),
            EscalationStatus.NeedsInfo => Ask(work, ticket, patch.Questions ?? [], patch.Note),
            EscalationStatus.Submitted => Resubmit(work, ticket),
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

    private static Refusal? Ask(EscalationWork work, TicketWork ticket, IReadOnlyList<string> questions, string? note)
    {
        if (questions.Count is 0 or > MostQuestions || questions.Any(name => FactCatalogue.Find(name) is null))
        {
            return Refusal.Field("questions", $"Name 1 to {MostQuestions} facts to ask again, out of: {string.Join(", ", FactCatalogue.All.Select(fact => fact.Name))}.");
        }

        if (work.Escalation.Status == EscalationStatus.NeedsInfo)
        {
            return new Refusal.Conflict("The escalation waits for answers already.");
        }

        var asked = questions.Distinct().ToList();
        var names = string.Join(", ", asked.Select(FactWords.Name));
        work.Escalation = work.Escalation with { Status = EscalationStatus.NeedsInfo, Questions = asked };
        work.Log(EscalationLogKind.Asked, $"asked again about: {names}", "escalation.ask", string.Join(", ", asked));
        ticket.Ticket = ticket.Ticket with { AskedAgain = asked, Status = TicketStatus.Open, ReturnedAt = ticket.Now };
        ticket.Log(TicketActivityKind.EscalationReturned, $"sent escalation {Number(work)} back, asking about: {names}{Words(ticket, note)}");
        return null;
    }

    private static Refusal? Resubmit(EscalationWork work, TicketWork ticket)
    {
        if (work.Escalation.Status != EscalationStatus.NeedsInfo)
        {
            return new Refusal.Conflict("The escalation does not wait for answers.");
        }

        var open = work.Escalation.Questions.Where(name => ticket.Ticket.AskedAgain.Contains(name) || !ticket.Ticket.Answers.ContainsKey(name)).ToList();
        if (open.Count > 0)
        {
            return new Refusal.Incomplete(open);
        }

        var answers = string.Join("; ", work.Escalation.Questions.Select(name => $"{FactWords.Whole(name, ticket.Ticket.Answers[name].Value)}"));
        work.Escalation = work.Escalation with { Status = EscalationStatus.Submitted, Questions = [] };
        work.Log(EscalationLogKind.Answered, $"answered: {ticket.Take(Masking.TextMask.Mask(answers))}", "escalation.resubmit");
        ticket.Ticket = ticket.Ticket with { Status = TicketStatus.Escalated, ReturnedAt = null };
        ticket.Touch();
        ticket.Log(TicketActivityKind.EscalationResubmitted, $"sent escalation {Number(work)} to the engineers again");
        return null;
    }

    private static void Resolve(EscalationWork work, TicketWork ticket, string? note)
    {
        work.Escalation = work.Escalation with { Status = EscalationStatus.Resolved, Questions = [], Engineer = work.Escalation.Engineer ?? ticket.By };
        work.Log(EscalationLogKind.Resolved, "resolved it", "escalation.resolve");
        ticket.Ticket = ticket.Ticket with { AskedAgain = [], Status = TicketStatus.Open, ReturnedAt = ticket.Now };
        ticket.Log(TicketActivityKind.EscalationResolved, $"resolved escalation {Number(work)}{Words(ticket, note)}");
    }

    // What the engineers say stands in the ticket's own log too: its agent has to ask the clinic, or tell it.
    private static string Words(TicketWork ticket, string? note) =>
        TicketText.Required("note", note ?? "", TicketText.NoteLength) is { Done: true } text ? $": {ticket.Take(text.Value)}" : "";

    private static Refusal? Note(EscalationWork work, TicketWork ticket, string note)
    {
        var text = TicketText.Required("note", note, TicketText.NoteLength);
        if (text.Done)
        {
            work.Log(EscalationLogKind.Note, ticket.Take(text.Value), "escalation.note");
        }

        return text.Refusal;
    }

    private static string Number(EscalationWork work) => work.Escalation.Number.ToString(CultureInfo.InvariantCulture);
}
