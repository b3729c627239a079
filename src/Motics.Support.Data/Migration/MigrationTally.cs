using Motics.Support.Core;
using Motics.Support.Core.Migration;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Data.Migration;

/// <summary>Adds up groups of organisations that are alike in EHR, place and state.</summary>
internal static class MigrationTally
{
    /// <summary>The counts of a summary; the rest of it is empty.</summary>
    public static MigrationSummary Of(IReadOnlyList<MigrationGroupRow> groups) => new()
    {
        Organisations = groups.Sum(group => group.Organisations),
        Reconnected = groups.Sum(group => group.Reconnected),
        States = States(groups),
        ByEhrAndRegion = [.. groups.GroupBy(group => (group.OwnEhr, group.Region)).Select(Place)
            .OrderByDescending(place => place.Organisations).ThenBy(place => place.Ehr).ThenBy(place => place.Region, StringComparer.Ordinal)],
        ByDay = [],
        MedianTimeToReconnect = null,
        Stragglers = [],
        StragglerCount = groups.Where(group => group.State != Health.Connected).Sum(group => group.Organisations),
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
    public string? NookalRegion { get; init; }
    public string? ClinikoShard { get; init; }
    public int HealthRank { get; init; }
    public int Organisations { get; init; }
    public int Reconnected { get; init; }

    public Ehr? OwnEhr => Kebab.Parse<Ehr>(Ehr);

    public Health State => HealthUrgency.MostUrgentFirst[HealthRank];

    public string? Region => Places.Of(OwnEhr, NookalRegion, ClinikoShard);
}

/// <summary>Where an organisation's EHR is, as far as Motics has said.</summary>
internal static class Places
{
    /// <summary>Region or shard, whichever is of the organisation's EHR; either while that is not known.</summary>
    public static string? Of(Ehr? ehr, string? nookalRegion, string? clinikoShard) => ehr switch
    {
        Core.Organisations.Ehr.Nookal => nookalRegion,
        Core.Organisations.Ehr.Cliniko => clinikoShard,
        null => nookalRegion ?? clinikoShard,
        _ => null,
    };
}
