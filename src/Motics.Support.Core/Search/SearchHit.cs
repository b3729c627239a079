using Motics.Support.Core.Escalations;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;

namespace Motics.Support.Core.Search;

/// <summary>What the global search found something in.</summary>
public enum SearchHitKind { Organisation, Ticket, Escalation, Event, ErrorGroup }

/// <summary>One thing that the global search found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Organisation id, ticket or escalation number, error group id; for <see cref="SearchHitKind.Event"/> the organisation's id.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Context">What stands beside it: the clinic of a ticket, the correlation id that led here; null for nothing.</param>
public sealed record SearchHit(SearchHitKind Kind, string Id, string Title, string? Context)
{
    /// <summary>The clinic it is, or is about; null when there is none, or when it may not be read.</summary>
    public SearchClinic? Clinic { get; init; }

    /// <summary>Where a ticket stands; null for everything else.</summary>
    public TicketStatus? Ticket { get; init; }

    /// <summary>Where an escalation stands; null for everything else.</summary>
    public EscalationStatus? Escalation { get; init; }
}

/// <summary>What tells two clinics of one name apart, and which of them has the trouble.</summary>
/// <param name="Ehr">Own EHR; null when not known.</param>
/// <param name="Place">Region or shard by wire name; null when not known.</param>
/// <param name="Health">State of its connection.</param>
/// <param name="HealthReason">The state as a sentence.</param>
/// <param name="HealthSince">Null while nothing is known.</param>
public sealed record SearchClinic(Ehr? Ehr, string? Place, Health Health, string HealthReason, DateTimeOffset? HealthSince)
{
    /// <summary>Of a row of the list.</summary>
    public static SearchClinic Of(OrganisationItem row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(row.Ehr, row.Place.Name, row.Health, row.HealthReason, row.HealthSince);
    }
}
