using Motics.Support.Core;
using Motics.Support.Core.Migration;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Portal.Api.Migration;

/// <summary>How the migrated organisations that match fare.</summary>
/// <param name="Organisations">Migrated organisations that match.</param>
/// <param name="Reconnected">Those with a success since their migration, whatever came after.</param>
/// <param name="States">Those, by state now; every state is named.</param>
/// <param name="ByEhrAndRegion">The same by own EHR and Nookal region or Cliniko shard, largest first.</param>
/// <param name="ByDay">Day by day in UTC, oldest first, without gaps: the newest 30 unless from says otherwise, at most 366.</param>
/// <param name="MedianSecondsToReconnect">From the migration to the first success after it, over those that reconnected; null while none did.</param>
/// <param name="Stragglers">Those that are not connected now, the longest first, at most 200.</param>
/// <param name="StragglerCount">How many these are, named or not.</param>
public sealed record MigrationAnswer(
    int Organisations, int Reconnected, IReadOnlyDictionary<string, int> States, IReadOnlyList<MigrationPlaceAnswer> ByEhrAndRegion, IReadOnlyList<MigrationDay> ByDay,
    double? MedianSecondsToReconnect, IReadOnlyList<Straggler> Stragglers, int StragglerCount)
{
    internal static MigrationAnswer Of(MigrationSummary summary) => new(
        summary.Organisations, summary.Reconnected, Named(summary.States),
        [.. summary.ByEhrAndRegion.Select(place => new MigrationPlaceAnswer(place.Ehr, place.Region, place.Organisations, place.Reconnected, Named(place.States)))],
        summary.ByDay, summary.MedianTimeToReconnect?.TotalSeconds, summary.Stragglers, summary.StragglerCount);

    private static Dictionary<string, int> Named(IReadOnlyDictionary<Health, int> states) => states.ToDictionary(state => Kebab.Name(state.Key), state => state.Value);
}

/// <summary>The migrated organisations of one EHR at one place.</summary>
/// <param name="Ehr">Null when not known.</param>
/// <param name="Region">Nookal region or Cliniko shard; null when not known, and for other EHRs.</param>
public sealed record MigrationPlaceAnswer(Ehr? Ehr, string? Region, int Organisations, int Reconnected, IReadOnlyDictionary<string, int> States);
