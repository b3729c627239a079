namespace Motics.Support.Core.Tickets.Replies;

/// <summary>The next move once the reply was copied: wait for the clinic, with a reminder.</summary>
public static class AfterCopying
{
    /// <summary>
    /// True while nothing has been done about the ticket since: no status set, no reminder, no answer, no hand-over. It is offered to whoever opens the
    /// ticket then, not only to who copied.
    /// </summary>
    public static bool IsOffered(TicketView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Copied is { } copied && view.Ticket.IsOpen && view.OpenEscalation is null
            && !view.Activity.TakeWhile(entry => entry.Version > copied.Version).Any(Moves);
    }

    // A tick, a note or a newer wording leave the question open; what follows here has answered it, or shows that the clinic is back.
    private static bool Moves(TicketActivity entry) => entry.Kind is
        TicketActivityKind.StatusChanged or TicketActivityKind.ReminderSet or TicketActivityKind.ReminderCleared or TicketActivityKind.AnswerGiven
        or TicketActivityKind.AnswerTakenBack or TicketActivityKind.EscalationResolved or TicketActivityKind.EscalationReturned or TicketActivityKind.Closed or TicketActivityKind.Reopened;
}
