using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;

namespace Motics.Support.Core.Organisations.Folding;

/// <summary>
/// One saved key and what followed until the next one, as far as it must be kept to fold whatever may still come. An attempt that named no
/// EHR counts for the keys of every EHR: only the keys of the organisation's own are ever shown, and there it does count.
/// </summary>
public sealed class KeyEntryState
{
    public required string Ehr { get; init; }

    public required EventStamp Stamp { get; init; }

    public required string Fingerprint { get; init; }

    public int? Length { get; init; }

    public string? Suffix { get; init; }

    public KeyType? KeyType { get; init; }

    public NookalRegion? NookalRegion { get; init; }

    public MoticsRole? ActorRole { get; init; }

    /// <summary>The first success or failure that judges a key (<see cref="ErrorKinds.JudgesKey"/>) after it; null while there was none.</summary>
    public Attempt? First { get; set; }

    /// <summary>The first failure after it that would have happened with any key; null while there was none.</summary>
    public Attempt? FirstUndecided { get; set; }

    public long? FirstSuccessAt { get; set; }

    /// <summary>Not stored with the newest key: <see cref="ConnectionState.NewestKeyEntry"/>.</summary>
    public long? LastSuccessAt { get; set; }

    public long? LastKeyFailureAt { get; set; }

    /// <summary>The newest failure that judges a key.</summary>
    public long? LastDecidingFailureAt { get; set; }

    /// <summary>True until another key takes its place.</summary>
    public bool IsNewest { get; set; }

    /// <summary>Decided by the first attempt that judges a key.</summary>
    public KeyOutcome Outcome => First is not { } first ? KeyOutcome.NotTried : first.Succeeded ? KeyOutcome.Worked : KeyOutcome.Failed;

    /// <summary>A key that was just saved.</summary>
    public static KeyEntryState Saved(IntegrationEvent saved, string ehr, EventStamp stamp)
    {
        ArgumentNullException.ThrowIfNull(saved);
        return new KeyEntryState
        {
            Ehr = ehr,
            Stamp = stamp,
            Fingerprint = saved.KeyFingerprint ?? "",
            Length = saved.KeyLength,
            Suffix = saved.KeySuffix,
            KeyType = saved.KeyType,
            NookalRegion = saved.NookalRegion,
            ActorRole = saved.ActorRole,
        };
    }

    /// <summary>Folds an attempt that was made with this key.</summary>
    public void Add(Attempt attempt)
    {
        var at = attempt.Stamp.At;
        if (attempt.Kind is { } kind && !kind.JudgesKey())
        {
            FirstUndecided = Earlier(FirstUndecided, attempt);
            return;
        }
        First = Earlier(First, attempt);
        if (attempt.Kind is not { } judging)
        {
            FirstSuccessAt = Math.Min(FirstSuccessAt ?? at, at);
            LastSuccessAt = Math.Max(LastSuccessAt ?? at, at);
            return;
        }
        // That the integration is off is no key's doing.
        if (judging.IsKeyKind() && judging != ErrorKind.IntegrationDisabled)
            LastKeyFailureAt = Math.Max(LastKeyFailureAt ?? at, at);
        LastDecidingFailureAt = Math.Max(LastDecidingFailureAt ?? at, at);
    }

    /// <summary>
    /// Another key turned out to have been saved in between: what followed from there on is no longer this key's. Firsts need no look-up; newest
    /// ones that lie beyond the cut are found again among what is left.
    /// </summary>
    /// <param name="stamp">Of the other key. At one time a key comes before every attempt, so times decide.</param>
    /// <param name="history">Where the attempts are.</param>
    public void CutAt(EventStamp stamp, IEventHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var cut = stamp.At;
        if (FirstUndecided is { } undecided && undecided.Stamp > stamp)
            FirstUndecided = null;
        if (First is not { } first || first.Stamp > stamp)
        {
            (First, FirstSuccessAt, LastSuccessAt, LastKeyFailureAt, LastDecidingFailureAt) = (null, null, null, null, null);
            return;
        }
        if (!(LastSuccessAt >= cut || LastKeyFailureAt >= cut || LastDecidingFailureAt >= cut))
            return;
        FirstSuccessAt = FirstSuccessAt >= cut ? null : FirstSuccessAt;
        LastSuccessAt = LastSuccessAt >= cut ? FirstSuccessAt : LastSuccessAt;
        LastKeyFailureAt = LastKeyFailureAt >= cut ? null : LastKeyFailureAt;
        LastDecidingFailureAt = LastDecidingFailureAt >= cut ? null : LastDecidingFailureAt;
        foreach (var attempt in history.Attempts(Ehr, Stamp, stamp))
            Add(attempt);
    }

    private static Attempt Earlier(Attempt? first, Attempt attempt) => first is { } one && one.Stamp < attempt.Stamp ? one : attempt;
}
