using Motics.Support.Core;
using Motics.Support.Core.Migration;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Data.Migration;

/// <summary>Adds up groups of organisations that are alike in EHR, place, wave and state.</summary>
internal static class MigrationTally
{
    /// <summary>The counts of a summary; the rest of it is empty.</summary>
    public static MigrationSummary Of(IReadOnlyList<FalloutGroupRow> groups) =>
        Of(groups, [.. groups.Where(group => group.MigrationState.IsMoved())]);

    private static MigrationSummary Of(IReadOnlyList<FalloutGroupRow> all, List<FalloutGroupRow> moved) => new()
    {
        Organisations = moved.Sum(group => group.Organisations),
        Reconnected = moved.Sum(group => group.Reconnected),
        States = Healths(all.Where(group => group.MigrationState != MigrationState.NotMigrated)),
        ByEhrAndRegion = [.. moved.GroupBy(group => (group.OwnEhr, group.Place)).Select(Place)
            .OrderByDescending(place => place.Organisations).ThenBy(place => place.Ehr).ThenBy(place => place.Region, StringComparer.Ordinal)],
        ByDay = [],
        MedianSecondsToReconnect = null,
        Stragglers = [],
        StragglerCount = moved.Where(group => group.MigrationState != MigrationState.Connected).Sum(group => group.Organisations),
        MigrationStates = States(all),
        // Waves are called by number or by date as a rule: the newest stands last in their order.
        ByWave = [.. all.GroupBy(group => FalloutNumbers.Known(group.Wave)).OrderBy(wave => wave.Key is null).ThenByDescending(wave => wave.Key?.Length).ThenByDescending(wave => wave.Key, StringComparer.Ordinal)
            .Select(wave => Wave(wave.Key, [.. wave]))],
        ByPlace = [.. all.GroupBy(group => (group.OwnEhr, group.Place)).Select(place => new PlaceStates(place.Key.OwnEhr, place.Key.Place, place.Sum(group => group.Organisations), States(place)))
            .OrderByDescending(place => place.Organisations).ThenBy(place => place.Ehr).ThenBy(place => place.Place, StringComparer.Ordinal)],
        Relapsed = moved.Where(group => group.MigrationState == MigrationState.Relapsed).Sum(group => group.Organisations),
    };

    private static WaveStates Wave(string? wave, List<FalloutGroupRow> groups)
    {
        var moved = groups.Where(group => group.MigrationState.IsMoved()).ToList();
        return new(wave, groups.Sum(group => group.Organisations), States(groups))
        {
            FirstMoved = moved.Min(group => group.FirstMovedAt) is { } first ? DateOnly.FromDateTime(UnixTime.Time(first).UtcDateTime) : null,
            Reconnected = moved.Sum(group => group.Reconnected),
        };
    }

    private static MigrationPlace Place(IGrouping<(Ehr? Ehr, string? Region), FalloutGroupRow> same) =>
        new(same.Key.Ehr, same.Key.Region, same.Sum(group => group.Organisations), same.Sum(group => group.Reconnected), Healths(same));

    private static Dictionary<Health, int> Healths(IEnumerable<FalloutGroupRow> groups)
    {
        var counts = groups.ToLookup(group => group.Health, group => group.Organisations);
        return HealthUrgency.MostUrgentFirst.ToDictionary(health => health, health => counts[health].Sum());
    }

    private static Dictionary<MigrationState, int> States(IEnumerable<FalloutGroupRow> groups)
    {
        var counts = groups.ToLookup(group => group.MigrationState, group => group.Organisations);
        return MigrationStates.FirstMatch.ToDictionary(state => state, state => counts[state].Sum());
    }
}

internal sealed class FalloutGroupRow
{
    public string? Ehr { get; init; }
    public string? Place { get; init; }
    public string? Wave { get; init; }
    public int State { get; init; }
    public int HealthRank { get; init; }
    public int Organisations { get; init; }
    public int Reconnected { get; init; }
    public long? FirstMovedAt { get; init; }

    /// <summary>None is as good as not known: one filter finds both.</summary>
    public Ehr? OwnEhr => Kebab.Parse<Ehr>(Ehr) is { } known and not Core.Organisations.Ehr.None ? known : null;

    public MigrationState MigrationState => (MigrationState)State;

    public Health Health => HealthUrgency.MostUrgentFirst[HealthRank];
}
