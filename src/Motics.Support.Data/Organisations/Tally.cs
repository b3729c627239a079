using Motics.Support.Core.Organisations;

namespace Motics.Support.Data.Organisations;

/// <summary>Organisations that are alike in everything that filters ask for.</summary>
internal sealed record OrganisationGroup(Health Health, Ehr Ehr, string? Place, bool Migrated, bool InIncident, int Count);

/// <summary>Adds groups up: each filter's choices are counted under all the other filters.</summary>
internal sealed class Tally(OrganisationQuery query)
{
    public OrganisationCounts Count(IReadOnlyList<OrganisationGroup> all, IReadOnlyList<OrganisationGroup> found)
    {
        var butHealth = Where(found, ByEhr, ByRegion, ByMigrated, ByIncident);
        var butEhr = Where(found, ByHealth, ByRegion, ByMigrated, ByIncident);
        var butRegion = Where(found, ByHealth, ByEhr, ByMigrated, ByIncident);
        var butMigrated = Where(found, ByHealth, ByEhr, ByRegion, ByIncident);
        var butIncident = Where(found, ByHealth, ByEhr, ByRegion, ByMigrated);
        return new OrganisationCounts(
            Sum(all),
            Sum(butHealth.Where(ByHealth)),
            Sum(all.Where(group => group.Health.NeedsSomebody())),
            HealthUrgency.MostUrgentFirst.ToDictionary(health => health, health => Sum(butHealth.Where(group => group.Health == health))),
            Enum.GetValues<Ehr>().ToDictionary(ehr => ehr, ehr => Sum(butEhr.Where(group => group.Ehr == ehr))),
            Regions(butRegion),
            Sum(butMigrated.Where(group => group.Migrated)),
            Sum(butMigrated.Where(group => !group.Migrated)),
            Sum(butIncident.Where(group => group.InIncident)));
    }

    private static int Sum(IEnumerable<OrganisationGroup> groups) => groups.Sum(group => group.Count);

    private static List<OrganisationGroup> Where(IReadOnlyList<OrganisationGroup> groups, params Func<OrganisationGroup, bool>[] filters) =>
        [.. groups.Where(group => Array.TrueForAll(filters, filter => filter(group)))];

    private static SortedDictionary<string, int> Regions(List<OrganisationGroup> groups)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var group in groups.Where(group => group.Place is not null))
        {
            counts[group.Place!] = counts.GetValueOrDefault(group.Place!) + group.Count;
        }

        return counts;
    }

    private bool ByHealth(OrganisationGroup group) => query.Healths.Count == 0 || query.Healths.Contains(group.Health);

    private bool ByEhr(OrganisationGroup group) => query.Ehrs.Count == 0 || query.Ehrs.Contains(group.Ehr);

    private bool ByRegion(OrganisationGroup group) => query.Regions.Count == 0 || (group.Place is { } place && query.Regions.Contains(place)) || (group.Place is null && query.Regions.Contains(OrganisationQuery.NotKnown));

    private bool ByMigrated(OrganisationGroup group) => query.Migrated is null || query.Migrated == group.Migrated;

    private bool ByIncident(OrganisationGroup group) => query.Incident is null || query.Incident == group.InIncident;
}
