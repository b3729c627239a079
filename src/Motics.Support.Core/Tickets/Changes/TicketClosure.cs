using Motics.Support.Core.Tickets.Complaints;
using Motics.Support.Core.Tickets.Keys;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Wording;

namespace Motics.Support.Core.Tickets.Changes;

/// <summary>Closing a ticket: says what mended it, warns about what is still open, and is the only way to the status closed.</summary>
internal static class TicketClosure
{
    public static Refusal? Close(TicketWork work, TicketClosing closing, ClosingState state)
    {
        var detail = TicketText.Optional("mendedDetail", closing.Detail, TicketText.DetailLength);
        if (Refused(work, closing, detail) is { } refusal)
        {
            return refusal;
        }

        if (state.Warnings.Count > 0 && !closing.Confirmed)
        {
            return new Refusal.Unconfirmed(state.Warnings);
        }

        var words = work.Take(detail.Value, ExposedIn.Closing, closing.Detail) is { Length: > 0 } given ? given : null;
        work.Ticket = work.Ticket with { Status = TicketStatus.Closed, MendedBy = new(closing.What, words), RemindAt = null, ReturnedAt = null, AskedAgain = [] };
        work.Touch();
        work.Log(TicketActivityKind.Closed, $"closed the ticket; mended by: {Labels.Lower(Labels.Of(closing.What))}{(words is null ? "" : $" ({words})")}{Proof(state.ProvenBy)}", "ticket.close");
        if (state.Warnings.Count > 0)
        {
            work.Audit("ticket.close.confirmed", string.Join(' ', state.Warnings));
        }

        return null;
    }

    /// <summary>Closes a ticket that an outreach made and that nobody has touched: it is as if it had not been made, but for its history.</summary>
    public static void TakeBack(TicketWork work)
    {
        work.Ticket = work.Ticket with { Status = TicketStatus.Closed, MendedBy = new(Mending.Other, "Taken back with its outreach before anybody had touched it.") };
        work.Log(TicketActivityKind.Closed, "took the ticket back with its outreach: nobody had touched it", "ticket.take-back");
    }

    /// <summary>A ticket that was set as mended, or closed, says what proved it when something did.</summary>
    public static string Proof(ProvenBy? proven) => proven is null ? "" : $"; {ProofWords.InSentence(proven)}";

    private static Refusal? Refused(TicketWork work, TicketClosing closing, Outcome<Masking.MaskedText> detail) =>
        !work.Ticket.IsOpen ? new Refusal.Conflict("The ticket is closed already.")
        : TicketStates.OpenEscalation(work.File) is { } escalation ? TicketStates.WithEngineers(escalation)
        : !detail.Done ? detail.Refusal
        : closing.What == Mending.Other && detail.Value.Text.Length == 0 ? Refusal.Field("mendedDetail", "Say in a few words what mended it.")
        : null;
}
