using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;

namespace Motics.Support.Core.Organisations.Folding;

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
        Note(attempt, happened);
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

    private OperationsFold Operations => new(connection.Ehr, connection.Operations, EventStamp.Later(connection.LastKey, migration), history);

    private void Note(Attempt attempt, IntegrationEvent happened)
    {
        if (attempt.Kind is not { } kind)
        {
            Note(attempt.Stamp);
            Operations.Succeeded(happened.Type.SucceededOperation()!.Value, attempt.Stamp);
            return;
        }
        Operations.Failed(ErrorGroups.OperationOf(happened), kind, attempt.Stamp, () => Error(happened));
        if (EventStamp.IsAfter(attempt.Stamp, connection.LastFailure))
            (connection.LastFailure, connection.LastKind, connection.LastError) = (attempt.Stamp, kind, new(Error(happened)));
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
        Operations.BeginAfter(stamp);
    }

    private void Replace(KeyEntryState? newest, KeyEntryState entry)
    {
        (connection.LastKey, connection.NewestKey, entry.IsNewest) = (entry.Stamp, entry, true);
        (connection.KeyRegion, connection.KeySuffix) = (entry.NookalRegion, entry.Suffix);
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
        return new LastError(
            error.Kind, error.Message, happened.Time, ErrorGroups.OperationOf(happened), error.Code, error.HttpStatus, error.CorrelationId,
            ErrorGroups.IdOf(happened)!, error.NookalRegion, error.ClinikoShard);
    }
}
