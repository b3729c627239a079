using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;

namespace Motics.Support.Core.Organisations;

/// <summary>Folds keys and attempts into a connection, whatever order they come in.</summary>
internal sealed class ConnectionFold(ConnectionState connection, EventStamp? migration, IEventHistory history)
{
    /// <summary>True when a key entry came, or its outcome changed: figures about keys must be taken anew.</summary>
    public bool KeysChanged { get; private set; }

    /// <summary>Folds an event of this connection, or an attempt that named none.</summary>
    public void Apply(IntegrationEvent happened, EventStamp stamp)
    {
        connection.IsChanged = true;
        switch (happened.Type)
        {
            case EventType.IntegrationEnabled or EventType.IntegrationDisabled:
                connection.Switch(happened.Type == EventType.IntegrationEnabled, stamp);
                break;
            case EventType.KeySaved:
                AddKey(happened, stamp);
                break;
            case EventType.Copied:
                connection.Copied(stamp);
                break;
            case EventType.PatientSearchCompleted:
                connection.Searched(happened, stamp, migration);
                break;
        }
        if (happened.IsOutcome)
            AddAttempt(new Attempt(stamp, happened.Error?.Kind), happened);
    }

    private void AddAttempt(Attempt attempt, IntegrationEvent happened)
    {
        MoveRun(attempt, happened);
        var isNewest = EventStamp.IsAfter(attempt.Stamp, connection.LastKey);
        if ((isNewest ? connection.NewestKeyEntry(history) : history.KeyBefore(connection.Ehr, attempt.Stamp)) is not { } entry)
            return;
        var (first, firstSuccess) = (entry.First, entry.FirstSuccessAt);
        entry.Add(attempt);
        KeysChanged |= entry.First != first;
        // A newest key that worked once more: the connection tells so, NewestKeyEntry.
        if (!isNewest || !attempt.Succeeded || entry.First != first || entry.FirstSuccessAt != firstSuccess)
            history.Keep(entry);
    }

    private void MoveRun(Attempt attempt, IntegrationEvent happened)
    {
        var (newest, newestFailed, opposite) = (connection.Newest, connection.NewestFailed, attempt.Succeeded ? connection.LastFailure : connection.LastSuccess);
        Note(attempt, happened);
        var barrier = EventStamp.Later(EventStamp.Later(opposite, connection.LastKey), migration);
        if (newest is null || newestFailed == !attempt.Succeeded || attempt.Stamp > newest)
        {
            // The run's own sort, or the start of another: it can only begin earlier, or here.
            if (attempt.Stamp > newest && newestFailed == attempt.Succeeded)
                connection.RunStart = null;
            if (EventStamp.IsAfter(attempt.Stamp, barrier) && (connection.RunStart is not { } start || attempt.Stamp < start))
                connection.RunStart = attempt.Stamp;
            return;
        }
        // Late, and it went otherwise than the run that it may now cut.
        if (attempt.Stamp == (attempt.Succeeded ? connection.LastSuccess : connection.LastFailure))
            connection.StartRunAfter(attempt.Stamp, history);
    }

    private void Note(Attempt attempt, IntegrationEvent happened)
    {
        if (attempt.Succeeded)
            Note(attempt.Stamp);
        else if (EventStamp.IsAfter(attempt.Stamp, connection.LastFailure))
            (connection.LastFailure, connection.LastKind, connection.LastError) = (attempt.Stamp, attempt.Kind, new(Error(happened)));
    }

    private void Note(EventStamp success)
    {
        connection.LastSuccess = EventStamp.Later(success, connection.LastSuccess);
        if (EventStamp.IsAfter(migration, success) || migration is null)
            return;
        connection.ReconnectedAt = Math.Min(connection.ReconnectedAt ?? success.At, success.At);
    }

    private void AddKey(IntegrationEvent saved, EventStamp stamp)
    {
        var entry = KeyEntryState.Saved(saved, connection.Ehr, stamp);
        var isNewest = EventStamp.IsAfter(stamp, connection.LastKey);
        var newest = isNewest ? connection.NewestKeyEntry(history) : null;
        if (EventStamp.IsAfter(connection.Newest, stamp))
            Split(entry, isNewest ? newest : history.KeyBefore(entry.Ehr, entry.Stamp), isNewest);
        if (isNewest)
            Replace(newest, entry);
        history.Keep(entry);
        KeysChanged = true;
        connection.StartRunAfter(stamp, history);
    }

    private void Replace(KeyEntryState? newest, KeyEntryState entry)
    {
        (connection.LastKey, connection.NewestKey, entry.IsNewest) = (entry.Stamp, entry, true);
        if (newest is null)
            return;
        newest.IsNewest = false;
        history.Keep(newest);
    }

    // What was tried after a key that comes late was tried with it, and no longer with the key before.
    private void Split(KeyEntryState entry, KeyEntryState? before, bool isNewest)
    {
        foreach (var attempt in history.Attempts(entry.Ehr, entry.Stamp, isNewest ? null : history.KeyAfter(entry.Ehr, entry.Stamp)))
            entry.Add(attempt);
        if (before is null)
            return;
        before.CutAt(entry.Stamp, history);
        history.Keep(before);
    }

    private static LastError Error(IntegrationEvent happened)
    {
        var error = happened.Error!;
        var operation = happened.Operation ?? happened.Type.ImpliedOperation() ?? Operation.Other;
        return new LastError(
            error.Kind, error.Message, happened.Time, operation, error.Code, error.HttpStatus, error.CorrelationId,
            ErrorGroups.IdOf(happened)!, error.NookalRegion, error.ClinikoShard);
    }
}
