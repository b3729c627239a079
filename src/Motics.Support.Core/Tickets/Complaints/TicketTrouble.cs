using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;

namespace Motics.Support.Core.Tickets.Complaints;

/// <summary>The trouble that a connection is in when a ticket is opened for it: it stands for a complaint although nobody at the clinic has complained.</summary>
internal static class TicketTrouble
{
    /// <summary>Null for a connection that neither asks for a key nor fails, whatever incident covers it.</summary>
    public static OpeningComplaint? Of(OrganisationDetail organisation, DateTimeOffset now)
    {
        if (organisation.Health == Health.NeedsKey)
        {
            return new(now, true, null);
        }

        var failing = organisation.Operations.Failing().FirstOrDefault();
        // An incident alone is no trouble of this clinic's: an outage is one that something fails in.
        return failing is not null || organisation.Health == Health.Failing ? new(now, false, failing?.Operation) : null;
    }
}
