using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Portal.Api.Organisations;

/// <summary>An organisation in a list.</summary>
public sealed record OrganisationListItem(
    string Id, string? Name, Ehr? Ehr, NookalRegion? NookalRegion, string? ClinikoShard, Place Place, DateTimeOffset? MigratedAt,
    Health Health, string HealthReason, DateTimeOffset? HealthSince, RowError? LastError, DateTimeOffset? LastSuccessAt,
    KeySummary Keys, SearchCount SearchesSinceMigration, Incident? Incident, int OpenTickets)
{
    internal static OrganisationListItem Of(OrganisationItem row) => new(
        row.Id, row.Name, row.Ehr, row.NookalRegion, row.ClinikoShard, row.Place, row.MigratedAt, row.Health, row.HealthReason, row.HealthSince,
        row.LastError, row.LastSuccessAt, row.Keys, row.SearchesSinceMigration, row.Incident, row.OpenTickets);
}
