using Motics.Support.Core.Triage.Complaints;

namespace Motics.Support.Core.Tickets.Complaints;

/// <summary>When a ticket wants its agent again. Nothing runs in the background for it: it follows from what is stored and the time.</summary>
public static class TicketWaking
{
    /// <summary>All reasons that hold; none for a closed ticket.</summary>
    public static IReadOnlyList<WakeReason> Reasons(Ticket ticket, ProofTimes seen, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return ticket.IsOpen ? [.. OfOpen(ticket, seen, now)] : [];
    }

    private static IEnumerable<WakeReason> OfOpen(Ticket ticket, ProofTimes seen, DateTimeOffset now)
    {
        if (ticket.ReturnedAt is not null) yield return WakeReason.EscalationReturned;
        if (!ticket.AnsweredWhenTouched && ticket.Complaint?.AnsweredBy(seen) is not null) yield return WakeReason.ComplaintAnswered;
        if (ticket.RemindAt <= now) yield return WakeReason.ReminderDue;
    }
}
