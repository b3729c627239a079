using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Portal.Components.Shared;

namespace Motics.Support.Portal.Components.Tickets;

/// <summary>How a ticket's row looks.</summary>
public static class TicketLook
{
    /// <summary>Where it stands, in its colour: the reason to look now before the status.</summary>
    public static Status Standing(TicketItem row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var (tone, icon) = Look(row);
        return new Status(tone, icon, row.Standing.Text);
    }

    private static (Tone Tone, string Icon) Look(TicketItem row) => row switch
    {
        { Ticket.Status: TicketStatus.Closed } => (Tone.Mute, Glyph.Archive),
        { Standing.Urgency: 0 } => (Tone.Bad, Glyph.Stop),
        _ when row.Woken.Contains(WakeReason.EscalationReturned) => (Tone.Warn, Glyph.Reply),
        _ when row.Woken.Contains(WakeReason.ComplaintAnswered) => (Tone.Ok, Glyph.Ok),
        _ when row.Woken.Contains(WakeReason.ReminderDue) => (Tone.Brand, Glyph.Wait),
        { Ticket.Status: TicketStatus.Open, Ticket.Verdict.Verdict: Verdict.ProviderIncident } => (Tone.Incident, Glyph.Incident),
        _ => Status.Of(row.Ticket.Status) is var status ? (status.Tone, status.Icon) : default,
    };
}
