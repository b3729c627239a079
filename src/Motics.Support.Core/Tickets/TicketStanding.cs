using System.Globalization;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets.Complaints;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Core.Wording;

namespace Motics.Support.Core.Tickets;

/// <summary>Where a ticket stands, for its agent's eye.</summary>
/// <param name="Urgency">0 is the most urgent; the home page sorts by it.</param>
/// <param name="Text">A few plain words with absolute times.</param>
public sealed record TicketStanding(int Urgency, string Text)
{
    /// <summary>The first that applies: a full waiting room before good news, good news before things that wait for others.</summary>
    public static TicketStanding Of(TicketItem row) => Woken(row) ?? Resting(row);

    private static TicketStanding? Woken(TicketItem row)
    {
        var ticket = row.Ticket;
        if (ticket.Status == TicketStatus.Closed) return new(9, "Closed");
        if (row.InClinicNow && row.ProvenBy is null && (ticket.Complaint is not null || row.Health != Health.Connected)) return new(0, "Patients in the clinic now");
        if (row.Woken.Contains(WakeReason.EscalationReturned)) return new(1, row.EngineersAsk ? "Engineers ask back" : $"Back from the engineers: {(row.HasFailedSinceEngineers ? "it has failed since" : "the clinic tries again")}");
        if (row.Woken.Contains(WakeReason.ComplaintAnswered) && row.ProvenBy is { } proven) return new(2, $"{Labels.Worked(proven.Operation)}{On(proven.At)}: confirm and close");
        return row.Woken.Contains(WakeReason.ReminderDue) ? new(3, "Reminder is due") : null;
    }

    private static string On(DateTimeOffset at) => at.UtcDateTime.ToString(" 'on' d MMM HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static TicketStanding Resting(TicketItem row) => row.Ticket.Status switch
    {
        TicketStatus.New => new(4, "New"),
        TicketStatus.Resolved => new(6, "Mended, to be closed"),
        TicketStatus.WaitingOnClinic => new(7, "Waiting on clinic"),
        TicketStatus.Escalated => new(8, "With the engineers"),
        _ when row.HasFailedSinceEngineers => new(4, "Failed again after the engineers"),
        _ when row.Ticket.ClinicTriesAgain => new(7, "The clinic tries again"),
        _ when row.Ticket.Verdict?.Verdict == Verdict.ProviderIncident => new(7, "Paused by a provider incident"),
        _ => new(5, "In work"),
    };
}
