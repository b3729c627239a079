using System.Text.Json.Serialization;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Migration;

/// <summary>
/// How the migrated organisations of a query fare. <em>Reconnected</em>: there was a success after the (newest) migration, over the own EHR;
/// it stays true when the connection fails again. <em>Connected</em> is the state now. What each number means in full: <c>docs/migration.md</c>.
/// </summary>
public sealed record MigrationSummary
{
    /// <summary>
    /// Migrated organisations that match. Those on an EHR that the migration asks nothing of (<see cref="Health.NotApplicable"/>) are in
    /// <see cref="States"/> under that name and nowhere else.
    /// </summary>
    public required int Organisations { get; init; }

    /// <summary>Of these, those with a success since their migration.</summary>
    public required int Reconnected { get; init; }

    /// <summary>By state now; every state is named. All but <see cref="Health.NotApplicable"/> add up to <see cref="Organisations"/>.</summary>
    public required IReadOnlyDictionary<Health, int> States { get; init; }

    /// <summary>The same by own EHR and place, largest first.</summary>
    public required IReadOnlyList<MigrationPlace> ByEhrAndRegion { get; init; }

    /// <summary>Day by day, oldest first, without gaps.</summary>
    public required IReadOnlyList<MigrationDay> ByDay { get; init; }

    /// <summary>From the migration to the first success after it, over those that reconnected; null while none did.</summary>
    public required double? MedianSecondsToReconnect { get; init; }

    /// <summary>Those that are not connected now, the longest first, at most <see cref="MostStragglers"/>.</summary>
    public required IReadOnlyList<Straggler> Stragglers { get; init; }

    /// <summary>How many are not connected now, shown or not.</summary>
    public required int StragglerCount { get; init; }

    /// <summary>
    /// By how they came through the migration, every state named: adds up to the organisations that match, those not migrated included (<c>from</c> and <c>to</c> leave them out).
    /// </summary>
    public IReadOnlyDictionary<MigrationState, int> MigrationStates { get; init; } = new Dictionary<MigrationState, int>();

    /// <summary>The same for each wave, the newest wave first; those without a wave last.</summary>
    public IReadOnlyList<WaveStates> ByWave { get; init; } = [];

    /// <summary>The same by own EHR and place, the largest first.</summary>
    public IReadOnlyList<PlaceStates> ByPlace { get; init; } = [];

    /// <summary>What holds up those that do not work, the most frequent first.</summary>
    public IReadOnlyList<ReasonCount> Reasons { get; init; } = [];

    /// <summary>How long those that are back took, and how many are not.</summary>
    public TimeToReconnect TimeToReconnect { get; init; } = new(null, null, [], 0);

    /// <summary>How fast each wave comes back, the newest first.</summary>
    public IReadOnlyList<WaveComeback> Comeback { get; init; } = [];

    /// <summary>When the rest will be back if nothing changes.</summary>
    public MigrationForecast Forecast { get; init; } = MigrationForecast.Early;

    /// <summary>Moved, copying notes out, none pushed in 7 days, no open ticket, no outage.</summary>
    public int SilentSufferers { get; init; }

    /// <summary>Worked since the move and do not now, outages left out.</summary>
    public int Relapsed { get; init; }

    /// <summary>Keys that were asked for while the cause was something else.</summary>
    [JsonIgnore]
    public NeedlessAsks NeedlessAsks { get; init; } = new(0, 0, []);

    /// <summary>Until when events and the passing of time are in these numbers; now, unless counting is behind.</summary>
    public DateTimeOffset CountedTo { get; init; }

    /// <summary>As many stragglers as are named.</summary>
    public const int MostStragglers = 200;
}

/// <summary>The migrated organisations of one EHR at one place.</summary>
/// <param name="Ehr">Own EHR; null when not known.</param>
/// <param name="Region">Nookal region or Cliniko shard; null when not known, and for other EHRs.</param>
public sealed record MigrationPlace(Ehr? Ehr, string? Region, int Organisations, int Reconnected, IReadOnlyDictionary<Health, int> States);

/// <summary>One day in UTC. The last eight count what the migrated organisations did through their own EHR that day, from the day of their migration on.</summary>
/// <param name="Migrated">Organisations whose migration was on this day.</param>
/// <param name="Reconnected">Organisations whose first success after the migration was on this day.</param>
/// <param name="Waiting">Migrated by the end of this day and without a success since.</param>
public sealed record MigrationDay(
    DateOnly Day, int Migrated, int Reconnected, int Waiting,
    long Successes, long Failures, long KeyFailures, long KeysSaved, long Searches, long SearchesEmpty, long Copies);

/// <summary>A migrated organisation that is not connected now.</summary>
/// <param name="Name">Null for a stub.</param>
/// <param name="Region">Nookal region or Cliniko shard; null when not known.</param>
/// <param name="Since">Since when it has no working connection: the migration while nothing worked after it, else when its state began.</param>
public sealed record Straggler(
    string Id, string? Name, Ehr? Ehr, string? Region, string? Wave, DateTimeOffset MigratedAt, DateTimeOffset? ReconnectedAt, Health Health, string HealthReason, DateTimeOffset Since);
