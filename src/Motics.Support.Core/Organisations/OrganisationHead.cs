using Motics.Support.Core.Events;
using Motics.Support.Core.Incidents;

namespace Motics.Support.Core.Organisations;

/// <summary>What is told of an organisation wherever it is shown, by its page as by lists.</summary>
public record OrganisationHead
{
    public required string Id { get; init; }

    /// <summary>Null for a stub: events came, but none with a name.</summary>
    public string? Name { get; init; }

    /// <summary>The EHR that Motics told, else the one its events speak of; null when neither is known.</summary>
    public Ehr? Ehr { get; init; }

    /// <summary>Set for the organisation in Motics.</summary>
    public NookalRegion? NookalRegion { get; init; }

    /// <summary>Set for the organisation in Motics.</summary>
    public string? ClinikoShard { get; init; }

    /// <summary>Region or shard, where that comes from, and what contradicts it.</summary>
    public Place Place { get; init; } = Place.Nowhere;

    public DateTimeOffset? MigratedAt { get; init; }

    /// <summary>The wave it was moved with; null when none is known.</summary>
    public string? Wave { get; init; }

    public Health Health { get; init; } = Health.Unknown;

    /// <summary>A sentence with absolute times only.</summary>
    public string HealthReason { get; init; } = "";

    public DateTimeOffset? HealthSince { get; init; }

    public DateTimeOffset? LastSuccessAt { get; init; }

    public SearchCount SearchesSinceMigration { get; init; } = new(0, 0);

    /// <summary>The incident that covers it now, shown beside the state and not instead of it; null when none does.</summary>
    public Incident? Incident { get; init; }

    /// <summary>Tickets that are not closed.</summary>
    public int OpenTickets { get; init; }
}
