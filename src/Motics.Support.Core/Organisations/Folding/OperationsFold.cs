using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;

namespace Motics.Support.Core.Organisations.Folding;

/// <summary>Folds attempts into the operations of a connection, whatever order they come in. In order nothing is looked up.</summary>
/// <param name="ehr">The connection's.</param>
/// <param name="operations">Folded into.</param>
/// <param name="barrier">The later of newest key and migration; null when there is neither.</param>
/// <param name="history">Asked when an event is late; null where all come in order.</param>
public sealed class OperationsFold(string ehr, ConnectionOperations operations, EventStamp? barrier, IEventHistory? history = null)
{
    /// <summary>Folds a success.</summary>
    public void Succeeded(Operation operation, EventStamp stamp)
    {
        var (track, moment) = (operations[operation], stamp.Moment);
        track.LastSuccess = EventStamp.Later(moment, track.LastSuccess);
        if (EventStamp.IsAfter(moment, barrier) && (track.Began is not { } began || moment < began))
            (track.Began, operations.IsChanged) = (moment, true);
        foreach (var each in operations.Tracks)
            Mend(each, each == track, moment);
        if (operations.Unmended.Count > 0)
            Mend(operation, moment);
    }

    /// <summary>Folds a failure.</summary>
    /// <param name="operation">What failed.</param>
    /// <param name="kind">How.</param>
    /// <param name="stamp">When.</param>
    /// <param name="error">What it said; only asked for when it is the newest of its sort.</param>
    public void Failed(Operation operation, ErrorKind kind, EventStamp stamp, Func<LastError> error)
    {
        ArgumentNullException.ThrowIfNull(error);
        var (track, moment, byAny) = (operations[operation], stamp.Moment, MendingRule.AnySuccessMends(operation, kind));
        operations.IsChanged = true;
        if (EventStamp.IsAfter(moment, (byAny ? track.ByAny : track.ByOwn).Failed))
        {
            var mend = new Mend(moment, FirstSuccess(byAny ? null : operation, moment));
            (track.ByAny, track.ByOwn) = byAny ? (mend, track.ByOwn) : (track.ByAny, mend);
        }
        if (EventStamp.IsAfter(stamp, byAny ? operations.LastSuccess : track.LastSuccess))
            Add(operation, kind, stamp, error);
    }

    /// <summary>A key or a migration came to stand at a stamp: operations work since the first success after it at the earliest.</summary>
    public void BeginAfter(EventStamp stamp)
    {
        foreach (var track in operations.Tracks.Where(track => track.Began <= stamp))
            (track.Began, operations.IsChanged) = (FirstSuccess(track.Operation, stamp), true);
    }

    private void Mend(OperationTrack track, bool isOwn, EventStamp success)
    {
        var (byAny, byOwn) = (track.ByAny.With(success), isOwn ? track.ByOwn.With(success) : track.ByOwn);
        if (byAny == track.ByAny && byOwn == track.ByOwn)
            return;
        (track.ByAny, track.ByOwn, operations.IsChanged) = (byAny, byOwn, true);
    }

    private void Mend(Operation operation, EventStamp success)
    {
        var left = new List<UnmendedRun>(operations.Unmended.Count);
        foreach (var run in operations.Unmended)
        {
            if (success < run.First || !(run.Operation == operation || MendingRule.AnySuccessMends(run.Operation, run.Kind)))
                left.Add(run);
            else if (success < run.Last)
                left.Add(After(run, success));
            else
                continue;
            operations.IsChanged |= left[^1] != run;
        }
        operations.IsChanged |= left.Count != operations.Unmended.Count;
        operations.Unmended = left;
    }

    // A late success stands between: what came before it is mended. The newest is known even where the history is no longer kept.
    private UnmendedRun After(UnmendedRun run, EventStamp success)
    {
        var (first, count) = (run.Last, 0);
        foreach (var attempt in history?.Attempts(ehr, success, null) ?? [])
        {
            if (attempt.Kind != run.Kind || attempt.Operation != run.Operation)
                continue;
            (first, count) = (attempt.Stamp < first ? attempt.Stamp : first, count + 1);
        }
        return run with { First = first, Count = Math.Max(count, 1) };
    }

    private void Add(Operation operation, ErrorKind kind, EventStamp stamp, Func<LastError> error)
    {
        var before = operations.Unmended.FirstOrDefault(run => run.Operation == operation && run.Kind == kind);
        var after = before is null ? new UnmendedRun(operation, kind, stamp, stamp, 1, error())
            : stamp > before.Last ? before with { Last = stamp, Count = before.Count + 1, Newest = error() }
            : before with { First = stamp < before.First ? stamp : before.First, Count = before.Count + 1 };
        operations.Unmended = [.. operations.Unmended.Where(run => run != before), after];
    }

    private EventStamp? FirstSuccess(Operation? operation, EventStamp after)
    {
        var newest = operation is { } one ? operations[one].LastSuccess : operations.LastSuccess;
        return EventStamp.IsAfter(newest, after) ? (history?.FirstSuccessAfter(ehr, after, operation) ?? newest)?.Moment : null;
    }
}
