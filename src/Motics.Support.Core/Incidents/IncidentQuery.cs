using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Incidents;

/// <summary>Which incidents, newest first: those that last and those that are over. Lists are empty for all.</summary>
public sealed record IncidentQuery
{
    public IReadOnlyList<Ehr> Ehrs { get; init; } = [];

    public IReadOnlyList<IncidentStatus> Statuses { get; init; } = [];

    /// <summary>As given back with the page before; null for the first.</summary>
    public string? Cursor { get; init; }

    /// <summary>1 to 200; null for the default.</summary>
    public int? Limit { get; init; }
}
