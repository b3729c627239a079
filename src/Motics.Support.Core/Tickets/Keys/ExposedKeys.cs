using Motics.Support.Core.Tickets.Changes;
using Motics.Support.Core.Wording;

namespace Motics.Support.Core.Tickets.Keys;

/// <summary>Taking back that a key was exposed.</summary>
internal static class ExposedKeys
{
    public static Refusal? SayNone(TicketWork work, string? reason)
    {
        if (work.Ticket.ExposedKey is not { } exposed)
        {
            return new Refusal.Conflict("No key was found in this ticket.");
        }

        var text = TicketText.Required("reason", reason, TicketText.ReasonLength);
        if (!text.Done)
        {
            return text.Refusal;
        }

        // A reason that holds a key says the opposite of what it is to say.
        if (KeyFinding.Held(text.Value, reason!, null, work.Organisation))
        {
            return Refusal.Field("reason", "Holds what looks like a key. Say it without.");
        }

        work.Ticket = work.Ticket with { ExposedKey = null };
        work.Log(TicketActivityKind.Edited, $"said that what was found in {Labels.Of(exposed.In)} was no key: {text.Value.Text}", "ticket.no-key");
        return null;
    }
}
