using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Incidents;

/// <summary>Which incident explains an organisation's failures.</summary>
public static class IncidentCover
{
    /// <summary>The incident that covers an EHR at a place; confirmed before suspected, the narrower before the wider, then the newer. Null when none does.</summary>
    /// <param name="active">Those that last now.</param>
    /// <param name="ehr">The organisation's own EHR; null is covered by none.</param>
    /// <param name="place">Nookal region or Cliniko shard; null when not known: then only an incident of the whole EHR covers it.</param>
    public static Incident? For(IEnumerable<Incident> active, Ehr? ehr, string? place) =>
        active
            .Where(incident => incident.Ehr == ehr && (incident.Place is null || incident.Place == place))
            .OrderByDescending(incident => incident.Status == IncidentStatus.Confirmed)
            .ThenByDescending(incident => incident.Place is not null)
            .ThenByDescending(incident => incident.Since)
            .FirstOrDefault();
}
