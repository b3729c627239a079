using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Import;

namespace Motics.Support.Data.Organisations;

/// <summary>A line of an import as the events that tell what is new in it.</summary>
internal static class ImportedLine
{
    /// <summary>No events when it tells nothing new.</summary>
    /// <param name="row">The line.</param>
    /// <param name="before">What is known; null when the organisation is new.</param>
    /// <param name="now">Time of the import.</param>
    public static IEnumerable<IntegrationEvent> News(OrganisationCsvLine row, ToldOrganisation? before, DateTimeOffset now)
    {
        if (before is null || Tells(row, before))
        {
            yield return Event(row, EventType.OrganisationUpdated, now) with
            {
                OrganisationName = row.Name,
                Ehr = row.Ehr,
                NookalRegion = row.NookalRegion,
                NookalSite = row.NookalSite,
                ClinikoShard = row.ClinikoShard,
            };
        }

        if (row.MigratedAt is { } migrated && migrated != before?.MigratedAt)
        {
            yield return Event(row, EventType.OrganisationMigrated, migrated);
        }
    }

    private static bool Tells(OrganisationCsvLine row, ToldOrganisation before) =>
        (row.Name is not null && row.Name != before.Name)
        || (row.Ehr is not null && row.Ehr != before.ToldEhr)
        || (row.NookalRegion is not null && row.NookalRegion != before.NookalRegion)
        || (row.NookalSite is not null && row.NookalSite != before.NookalSite)
        || (row.ClinikoShard is not null && row.ClinikoShard != before.ClinikoShard);

    private static IntegrationEvent Event(OrganisationCsvLine row, EventType type, DateTimeOffset time) => new()
    {
        Source = OrganisationImport.Source,
        Id = Guid.CreateVersion7().ToString(),
        Type = type,
        Time = time,
        OrganisationId = row.Id,
    };
}
