using System.Globalization;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;
using Motics.Support.Data.Events.Statements;

namespace Motics.Support.Data.Events;

/// <summary>
/// The attempts of one connection: the raw ones, and those that only the kept rows still tell of after the raw events were purged. Of such a failure no
/// more is known than its time, and it counts as one of the newest failure's sort.
/// </summary>
/// <param name="connection">As it is stored.</param>
/// <param name="raw">All raw attempts of the organisation, in order.</param>
/// <param name="runStart">First of the attempts that went as the newest one did, by the edition before; null when there is none.</param>
internal sealed class KeptAttempts(ConnectionState connection, IReadOnlyList<PastAttempt> raw, EventStamp runStart)
{
    private readonly SortedDictionary<EventStamp, PastAttempt> attempts = new();

    /// <summary>All of them, in order.</summary>
    public IReadOnlyList<PastAttempt> With(IEnumerable<KeyEntryState> keys)
    {
        List<PastAttempt> named = [.. raw.Where(attempt => attempt.Ehr is null || attempt.Ehr == connection.Ehr)];
        foreach (var key in keys)
            Add(key.First is { Succeeded: true } first ? first.Stamp : null, key.First is { Kind: { } kind } && kind == connection.LastKind ? key.First?.Stamp : null);
        var failed = EventStamp.IsAfter(connection.LastFailure, connection.LastSuccess);
        EventStamp? run = runStart.Text is null ? null : runStart;
        Add(connection.LastSuccess, connection.LastFailure);
        Add(failed ? null : run, failed ? run : null);
        foreach (var attempt in named)
            attempts.Remove(attempt.Stamp);
        return attempts.Count == 0 ? named : [.. named.Concat(attempts.Values).OrderBy(attempt => attempt.Stamp)];
    }

    private void Add(EventStamp? success, EventStamp? failure)
    {
        if (success is { } worked && Type(worked).SucceededOperation() is { } operation)
            attempts.TryAdd(worked, new PastAttempt(worked, null, operation, null));
        if (failure is { } at && connection.LastError.Value is { } error)
            attempts.TryAdd(at, new PastAttempt(at, null, error.Operation, error with { At = at.Time }));
    }

    private static EventType Type(EventStamp stamp) => (EventType)int.Parse(stamp.Moment.Text.AsSpan()[^2..], CultureInfo.InvariantCulture);
}

/// <summary>Judges a key by its attempts.</summary>
internal static class KeptKeys
{
    /// <summary>The key with what its attempts say; what only the kept row tells of stays.</summary>
    /// <param name="kept">As it was stored.</param>
    /// <param name="attempts">From it to the next key.</param>
    /// <param name="isNewest">No key was saved after it.</param>
    public static KeyEntryState Judge(KeyEntryState kept, IEnumerable<PastAttempt> attempts, bool isNewest)
    {
        var judged = new KeyEntryState
        {
            Ehr = kept.Ehr,
            Stamp = kept.Stamp,
            Fingerprint = kept.Fingerprint,
            Length = kept.Length,
            Suffix = kept.Suffix,
            KeyType = kept.KeyType,
            NookalRegion = kept.NookalRegion,
            ActorRole = kept.ActorRole,
            IsNewest = isNewest,
        };
        foreach (var attempt in attempts)
            judged.Add(attempt.Attempt);
        if (kept.First is { } first)
            judged.Add(first);
        if (kept.FirstUndecided is { } undecided)
            judged.Add(undecided);
        judged.FirstSuccessAt = Earlier(judged.FirstSuccessAt, kept.FirstSuccessAt);
        judged.LastSuccessAt = Later(judged.LastSuccessAt, kept.LastSuccessAt);
        judged.LastKeyFailureAt = Later(judged.LastKeyFailureAt, kept.LastKeyFailureAt);
        judged.LastDecidingFailureAt = Later(judged.LastDecidingFailureAt, kept.LastKeyFailureAt);
        return judged;
    }

    private static long? Earlier(long? one, long? other) => one < other || other is null ? one : other;

    private static long? Later(long? one, long? other) => one > other || other is null ? one : other;
}
