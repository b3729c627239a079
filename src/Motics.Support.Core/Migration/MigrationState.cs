using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Migration;

/// <summary>
/// How an organisation came through the migration (contract, "The fallout"). Each is in one state: the first that applies, in the order of
/// <see cref="MigrationStates.FirstMatch"/>. Kept as its number in <c>organisation.migration_state</c>, so a new one takes the last place.
/// </summary>
public enum MigrationState
{
    /// <summary>No migration is known.</summary>
    NotMigrated,

    /// <summary>Its EHR asks for no key: nothing to reconnect.</summary>
    NotApplicable,

    /// <summary>Switched off in Motics.</summary>
    Disabled,

    /// <summary>It fails, and trouble at the EHR that lasts now explains it. Never stored: found from the incidents while reading.</summary>
    Outage,

    Connected,

    /// <summary>It has worked since the migration and does not now.</summary>
    Relapsed,

    /// <summary>A key is needed, and since the migration nothing was heard: no key, no failure, no search.</summary>
    Silent,

    NeedsKey,

    /// <summary>A key was saved, and nothing has shown whether it works.</summary>
    Unverified,

    Failing,

    /// <summary>Nothing is known of its connection.</summary>
    Unknown,
}

/// <summary>Groups of states that numbers speak of.</summary>
public static class MigrationStates
{
    /// <summary>The order in which they are tried, and shown.</summary>
    public static IReadOnlyList<MigrationState> FirstMatch { get; } = Enum.GetValues<MigrationState>();

    /// <summary><em>Moved</em>: all but not migrated and not applicable.</summary>
    public static IReadOnlyList<MigrationState> Moved { get; } = [.. FirstMatch.Where(IsMoved)];

    /// <summary><em>Do not work</em>: moved and not connected now.</summary>
    public static IReadOnlyList<MigrationState> DoNotWork { get; } = [.. Moved.Where(state => state != MigrationState.Connected)];

    /// <summary>It was moved, and there was something to reconnect.</summary>
    public static bool IsMoved(this MigrationState state) => state is not (MigrationState.NotMigrated or MigrationState.NotApplicable);

    /// <summary>Its need counts (contract, "Need"); 0 in the other states.</summary>
    public static bool CanNeed(this MigrationState state) => state.IsMoved() && state is not (MigrationState.Connected or MigrationState.Outage);

    /// <summary>The state from what is folded, without outages.</summary>
    /// <param name="migrated">A migration is known.</param>
    /// <param name="health">State of the connection.</param>
    /// <param name="reconnected">There was a success since the migration.</param>
    /// <param name="heard">Since the migration there was a key, a failure or a search.</param>
    public static MigrationState Of(bool migrated, Health health, bool reconnected, bool heard) => (migrated, health) switch
    {
        (false, _) => MigrationState.NotMigrated,
        (_, Health.NotApplicable) => MigrationState.NotApplicable,
        (_, Health.Disabled) => MigrationState.Disabled,
        (_, Health.Connected) => MigrationState.Connected,
        (_, Health.NeedsKey or Health.Failing) when reconnected => MigrationState.Relapsed,
        (_, Health.NeedsKey) => heard ? MigrationState.NeedsKey : MigrationState.Silent,
        (_, Health.Unverified) => MigrationState.Unverified,
        (_, Health.Failing) => MigrationState.Failing,
        (_, Health.Unknown) => MigrationState.Unknown,
    };
}
