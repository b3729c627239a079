namespace Motics.Support.Core.Tickets.Changes;

/// <summary>A patch as the operations it stands for, so that no gate has a second way round it.</summary>
internal static class TicketPatching
{
    public static Refusal? Apply(TicketWork work, TicketPatch patch, Person? assignee, Func<TicketWork, ClosingState> closing)
    {
        // Reopening comes first: the rest of the patch may need an open ticket. Closing comes last, for the same reason.
        var reopens = patch.Status.IsGiven && patch.Status.Value == TicketStatus.Open && !work.Ticket.IsOpen;
        var closes = patch.Status.IsGiven && patch.Status.Value == TicketStatus.Closed && work.Ticket.IsOpen;
        return Misplaced(patch, closes)
            ?? (reopens ? TicketStates.Reopen(work) : null)
            ?? (patch.Subject.IsGiven ? TicketEdits.Subject(work, patch.Subject.Value) : null)
            ?? (patch.Reporter.IsGiven ? TicketEdits.Reporter(work, patch.Reporter.Value) : null)
            ?? (patch.ExternalUrl.IsGiven ? TicketEdits.ExternalUrl(work, patch.ExternalUrl.Value) : null)
            ?? (patch.Assignee.IsGiven ? TicketAssignment.Assign(work, assignee) : null)
            ?? (patch.RemindAt.IsGiven ? TicketEdits.Remind(work, patch.RemindAt.Value) : null)
            ?? (closes ? Close(work, patch, closing) : !reopens && patch.Status is { IsGiven: true, Value: { } status } ? TicketStates.Set(work, status) : null);
    }

    private static Refusal? Misplaced(TicketPatch patch, bool closes) =>
        patch.Status.IsGiven && patch.Status.Value is null ? Refusal.Field("status", "Cannot be empty.")
        : !closes && (patch.MendedBy.IsGiven || patch.MendedDetail.IsGiven) ? Refusal.Field("mendedBy", "Is said when the ticket is closed: send it together with the status closed.")
        : closes && patch.MendedBy.Value is null ? Refusal.Field("mendedBy", $"Say what mended it: one of {string.Join(", ", Kebab.All<Mending>())}.")
        : null;

    private static Refusal? Close(TicketWork work, TicketPatch patch, Func<TicketWork, ClosingState> closing) =>
        TicketClosure.Close(work, new(patch.MendedBy.Value!.Value, patch.MendedDetail.Value, patch.Confirmed), closing(work));
}
