using Motics.Support.Core.Escalations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Complaints;

namespace Motics.Support.Portal.Components.Wording;

public static partial class Words
{
    public static string Of(TicketStatus status) => status switch
    {
        TicketStatus.New => "New",
        TicketStatus.Open => "In work",
        TicketStatus.WaitingOnClinic => "Waiting on clinic",
        TicketStatus.Escalated => "With the engineers",
        TicketStatus.Resolved => "Mended, to be closed",
        _ => "Closed",
    };

    public static string Of(EscalationStatus status) => status switch
    {
        EscalationStatus.Submitted => "Submitted",
        EscalationStatus.Accepted => "Accepted",
        EscalationStatus.NeedsInfo => "Back with questions",
        _ => "Resolved",
    };

    public static string Of(WakeReason reason) => reason switch
    {
        WakeReason.ComplaintAnswered => "It works again",
        WakeReason.ReminderDue => "The reminder is due",
        _ => "Back from the engineers",
    };

    /// <summary>What mended it, as a choice and in the record.</summary>
    public static string Of(Mending mending) => MendingLabels.Of(mending);
}
