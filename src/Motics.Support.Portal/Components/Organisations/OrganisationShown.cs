using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Replies;

namespace Motics.Support.Portal.Components.Organisations;

/// <summary>Everything that an organisation's page shows but its timeline.</summary>
/// <param name="Organisation">What is known.</param>
/// <param name="Suggested">What the events prove before anyone asks a question; null when they decide nothing.</param>
/// <param name="Reply">Words for the clinic that fit <paramref name="Suggested"/>; null without one.</param>
/// <param name="OpenTickets">Newest first.</param>
/// <param name="SeqUrl">Where Seq shows the last error; null when Seq is not set up or there is nothing to look for.</param>
public sealed record OrganisationShown(
    OrganisationDetail Organisation, Evaluation? Suggested, ClinicReply? Reply, IReadOnlyList<TicketItem> OpenTickets, string? SeqUrl)
{
    public string Name => Wording.Words.NameOf(Organisation.Name, Organisation.Id);

    /// <summary>The clinic's time zone; null when not told or not known here.</summary>
    public TimeZoneInfo? Zone { get; } = Clinics.Zone(Organisation.TimeZone);
}
