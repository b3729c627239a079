using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;

namespace Motics.Support.Core.Organisations.Folding;

/// <summary>A search that was made.</summary>
public sealed record SearchMark(EventStamp Stamp, int ResultCount, string? LocationId);

/// <summary>
/// An organisation's connection to one EHR, as far as it must be kept to fold whatever event may still come, in whatever order. Attempts that
/// named no EHR are folded into every connection, as if they had named its own, and are kept apart under the name "" as well,
/// for connections that are heard of later.
/// </summary>
public sealed class ConnectionState
{
    /// <summary>Searches that are kept one by one.</summary>
    public const int RecentSearches = 3;

    /// <summary>The connection of attempts that named no EHR.</summary>
    public const string Unnamed = "";

    public required string Ehr { get; init; }

    /// <summary>The newest event that named this EHR; null for <see cref="Unnamed"/>.</summary>
    public EventStamp? Heard { get; set; }

    /// <summary>The newest switch; null when it was never switched.</summary>
    public bool? Enabled { get; set; }

    public EventStamp? Switched { get; set; }

    public EventStamp? LastSuccess { get; set; }

    /// <summary>The first success since the migration; null while there is none, or no migration is known.</summary>
    public long? ReconnectedAt { get; set; }

    public EventStamp? LastFailure { get; set; }

    /// <summary>Kind of the newest failure.</summary>
    public ErrorKind? LastKind { get; set; }

    /// <summary>What the newest failure said; read only when it is asked for.</summary>
    public Lazy<LastError?> LastError { get; set; } = new((LastError?)null);

    public EventStamp? LastKey { get; set; }

    /// <summary>Region chosen with the newest key; null when none was told.</summary>
    public NookalRegion? KeyRegion { get; set; }

    /// <summary>Suffix of the newest key: empty when it has none, null when not told or when there is no key.</summary>
    public string? KeySuffix { get; set; }

    /// <summary>How each operation stands.</summary>
    public ConnectionOperations Operations { get; set; } = new();

    /// <summary>Newest first, at most three.</summary>
    public IReadOnlyList<SearchMark> Searches { get; set; } = [];

    /// <summary>All searches while there is no migration.</summary>
    public SearchCount SearchesSinceMigration { get; set; } = new(0, 0);

    public long? LastCopiedAt { get; set; }

    /// <summary>The newest key's entry once it was needed; the rest of the history stays where it is kept.</summary>
    public KeyEntryState? NewestKey { get; set; }

    /// <summary>True when an event was folded into it since it was last saved.</summary>
    public bool IsChanged { get; internal set; }

    /// <summary>The newest attempt.</summary>
    public EventStamp? Newest => EventStamp.Later(LastSuccess, LastFailure);

    /// <summary>The newest key as its entry tells it, when it was read; <see cref="KeyRegion"/> and <see cref="KeySuffix"/> are what was folded of it.</summary>
    public (NookalRegion? Region, string? Suffix)? StoredKey { get; init; }

    /// <summary>
    /// A program of the edition before wrote into it: that knows neither of operations nor of what a key tells of the place, and the connection must be
    /// folded anew.
    /// </summary>
    /// <param name="migration">Of its organisation.</param>
    public bool IsBehind(EventStamp? migration) =>
        Operations.IsBehind(LastSuccess?.At, LastFailure?.At, EventStamp.Later(LastKey, migration)?.At) || (StoredKey is { } stored && stored != (KeyRegion, KeySuffix));

    /// <summary>A connection heard of for the first time: what named no EHR happened to it too.</summary>
    public static ConnectionState Begin(string ehr, ConnectionState? unnamed) => new()
    {
        Ehr = ehr,
        LastFailure = unnamed?.LastFailure,
        LastKind = unnamed?.LastKind,
        LastError = unnamed?.LastError ?? new((LastError?)null),
        Operations = ConnectionOperations.Begin(unnamed?.Operations),
    };

    /// <summary>It is stored as it is now.</summary>
    public void Saved() => IsChanged = Operations.IsChanged = false;

    /// <summary>
    /// The newest key's entry. Its last success is kept here only, as <see cref="LastSuccess"/>, until another key takes its place: most events
    /// are successes, and would change the entry's row as well.
    /// </summary>
    internal KeyEntryState? NewestKeyEntry(IEventHistory history)
    {
        if (NewestKey is not null || LastKey is not { } stamp || history.Key(Ehr, stamp) is not { } entry)
            return NewestKey;
        if (EventStamp.IsAfter(LastSuccess, stamp))
            entry.LastSuccessAt = LastSuccess?.At;
        entry.IsNewest = true;
        return NewestKey = entry;
    }

    /// <summary>Folds a switch.</summary>
    internal void Switch(bool enabled, EventStamp stamp)
    {
        if (EventStamp.IsAfter(stamp, Switched))
            (Enabled, Switched) = (enabled, stamp);
    }

    /// <summary>Folds a note that was copied out.</summary>
    internal void Copied(EventStamp stamp) => LastCopiedAt = Math.Max(LastCopiedAt ?? 0, stamp.At);

    /// <summary>Folds a search into the newest three and the count.</summary>
    internal void Searched(IntegrationEvent search, EventStamp stamp, EventStamp? migration)
    {
        var found = search.ResultCount ?? 0;
        if (EventStamp.IsAfter(stamp, migration))
            SearchesSinceMigration = new SearchCount(SearchesSinceMigration.Total + 1, SearchesSinceMigration.Empty + (found == 0 ? 1 : 0));
        if (Searches.Count < RecentSearches || stamp > Searches[^1].Stamp)
            Searches = [.. Searches.Append(new SearchMark(stamp, found, search.LocationId)).OrderByDescending(mark => mark.Stamp).Take(RecentSearches)];
    }

    /// <summary>Folds a migration that is newer than any before: counts begin anew at it.</summary>
    internal void Migrated(EventStamp stamp, IEventHistory history)
    {
        IsChanged = true;
        new OperationsFold(Ehr, Operations, EventStamp.Later(stamp, LastKey), history).BeginAfter(stamp);
        if (ReconnectedAt is not { } reconnected || reconnected < stamp.At)
            ReconnectedAt = EventStamp.IsAfter(LastSuccess, stamp) ? (history.FirstSuccessAfter(Ehr, stamp, null) ?? LastSuccess)?.At : null;
        SearchesSinceMigration = Searches.Count == 0 || Searches[0].Stamp < stamp ? new SearchCount(0, 0) : history.SearchesSince(Ehr, stamp);
    }
}
