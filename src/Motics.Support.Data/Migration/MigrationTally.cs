using Motics.Support.Core;
using Motics.Support.Core.Migration;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Data.Migration;

/// <summary>Adds up groups of organisations that are alike in EHR, place and state.</summary>
internal static class MigrationTally
{
    /// <summary>The counts of a summary; the rest of it is empty.</summary>
    public static MigrationSummary Of(IReadOnlyList<MigrationGroupRow> groups) =>
        Of([.. groups.Where(group => group.State != Health.NotApplicable)], States(groups));

    private static MigrationSummary Of(List<MigrationGroupRow> moved, Dictionary<Health, int> states) => new()
    {
        Organisations = moved.Sum(group => group.Organisations),
        Reconnected = moved.Sum(group => group.Reconnected),
        States = states,
        ByEhrAndRegion = [.. moved.GroupBy(group => (group.OwnEhr, group.Place)).Select(Place)
            .OrderByDescending(place => place.Organisations).ThenBy(place => place.Ehr).ThenBy(place => place.Region, StringComparer.Ordinal)],
        ByDay = [],
        MedianSecondsToReconnect = null,
        Stragglers = [],
        StragglerCount = moved.Where(group => group.State != Health.Connected).Sum(group => group.Organisations),
    };

    private static MigrationPlace Place(IGrouping<(Ehr? Ehr, string? Region), MigrationGroupRow> same) =>
        new(same.Key.Ehr, same.Key.Region, same.Sum(group => group.Organisations), same.Sum(group => group.Reconnected), States(same));

    private static Dictionary<Health, int> States(IEnumerable<MigrationGroupRow> groups)
    {
        var counts = groups.ToLookup(group => group.State, group => group.Organisations);
        return HealthUrgency.MostUrgentFirst.ToDictionary(health => health, health => counts[health].Sum());
    }
}

internal sealed class MigrationGroupRow
{
    public string? Ehr { get; init; }
    public string? Place { get; init; }
    public int HealthRank { get; init; }
    public int Organisations { get; init; }
    public int Reconnected { get; init; }

    public Ehr? OwnEhr => Kebab.Parse<Ehr>(Ehr);

    public Health State => HealthUrgency.MostUrgentFirst[HealthRank];
}
