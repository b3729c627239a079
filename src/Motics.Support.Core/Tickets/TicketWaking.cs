using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Tickets;

/// <summary>When a ticket wants its agent again. Nothing runs in the background for it: it follows from what is stored and the time.</summary>
public static class TicketWaking
{
    /// <summary>All reasons that hold; none for a closed ticket.</summary>
    public static IReadOnlyList<WakeReason> Reasons(Ticket ticket, Health health, DateTimeOffset now) =>
        ticket.IsOpen ? [.. OfOpen(ticket, health, now)] : [];

    private static IEnumerable<WakeReason> OfOpen(Ticket ticket, Health health, DateTimeOffset now)
    {
        if (ticket.ReturnedAt is not null) yield return WakeReason.EscalationReturned;
        if (health != ticket.HealthWhenTouched) yield return WakeReason.HealthChanged;
        if (ticket.RemindAt <= now) yield return WakeReason.ReminderDue;
    }
}
