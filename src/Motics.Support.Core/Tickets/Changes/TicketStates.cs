using System.Globalization;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Tickets.Complaints;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Wording;

namespace Motics.Support.Core.Tickets.Changes;

/// <summary>From one status to another. Closing is <see cref="TicketClosure"/>, escalating is the escalation desk's.</summary>
internal static class TicketStates
{
    private const string Field = "status";

    /// <summary>The answer to work on a closed ticket.</summary>
    public static Refusal IsClosed { get; } = new Refusal.Conflict("The ticket is closed. Reopen it first.");

    /// <summary>The escalation that is still open; null when none is.</summary>
    public static EscalationItem? OpenEscalation(TicketFile file) => file.Escalations.FirstOrDefault(row => row.Status != EscalationStatus.Resolved);

    public static Refusal? Set(TicketWork work, TicketStatus status)
    {
        if (status == work.Ticket.Status)
        {
            return null;
        }

        if (Refused(work, status) is { } refusal)
        {
            return refusal;
        }

        work.Ticket = work.Ticket with { Status = status };
        work.Log(TicketActivityKind.StatusChanged, $"set the status to “{Labels.Of(status)}”{(status == TicketStatus.Resolved ? TicketClosure.Proof(Proven(work)) : "")}", "ticket.status");
        work.Touch();
        return null;
    }

    public static Refusal? Reopen(TicketWork work)
    {
        if (work.Ticket.IsOpen)
        {
            return new Refusal.Conflict("The ticket is not closed.");
        }

        work.Ticket = work.Ticket with { Status = TicketStatus.Open, MendedBy = null, EngineersDoneAt = null };
        ComplaintAnswers.RenewAll(work);
        work.Log(TicketActivityKind.Reopened, "reopened the ticket", "ticket.reopen");
        work.Touch();
        return null;
    }

    /// <summary>The event that proves the complaint answered; null while none does.</summary>
    public static ProvenBy? Proven(TicketWork work) => work.Ticket.Complaint?.AnsweredBy(ProofTimes.Of(work.Organisation, work.Now));

    /// <summary>Work began: a new ticket is open from then on.</summary>
    public static void Begin(TicketWork work)
    {
        if (work.Ticket.Status == TicketStatus.New)
        {
            work.Ticket = work.Ticket with { Status = TicketStatus.Open };
            work.Log(TicketActivityKind.StatusChanged, $"set the status to “{Labels.Of(TicketStatus.Open)}”");
        }
    }

    /// <summary>The answer to what cannot be done while the engineers have it.</summary>
    public static Refusal WithEngineers(EscalationItem escalation) =>
        new Refusal.Conflict(string.Create(CultureInfo.InvariantCulture, $"E-{escalation.Number} is still open."));

    private static Refusal? Refused(TicketWork work, TicketStatus status) => status switch
    {
        TicketStatus.New => Refusal.Field(Field, "A ticket is new only until somebody works on it. Set open, waiting-on-clinic or resolved."),
        TicketStatus.Escalated => Refusal.Field(Field, "Escalate the ticket to set this; the status alone cannot."),
        TicketStatus.Closed => Refusal.Field(Field, "Close the ticket and say what mended it; the status alone cannot."),
        _ when !work.Ticket.IsOpen => IsClosed,
        _ when OpenEscalation(work.File) is { } escalation && (status == TicketStatus.Resolved || work.Ticket.Status == TicketStatus.Escalated) => WithEngineers(escalation),
        _ => null,
    };
}
