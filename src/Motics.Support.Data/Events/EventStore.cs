using Motics.Support.Core;
using Motics.Support.Core.Events;

namespace Motics.Support.Data.Events;

/// <summary>What became of a batch.</summary>
/// <param name="Accepted">How many events were new and are stored now.</param>
/// <param name="Duplicates">Indexes of the events that were known already, in this batch or from before.</param>
/// <param name="OrganisationIds">Organisations that something changed for.</param>
public sealed record AppendResult(int Accepted, IReadOnlyList<int> Duplicates, IReadOnlyList<string> OrganisationIds);

/// <summary>
/// Keeps events and folds them into the state of their organisations. One loop writes: batches that wait are committed together,
/// and a caller is answered only when its batch is durable.
/// </summary>
public sealed class EventStore(Database database, TimeProvider time) : IAsyncDisposable
{
    /// <summary>
    /// Stores the events of a batch that are new, all or none, and folds them. Refused with <see cref="Refusal.Busy"/> when too many batches wait.
    /// A cancelled caller stops waiting; its batch may be stored all the same.
    /// </summary>
    public Task<Outcome<AppendResult>> AppendAsync(IReadOnlyList<IntegrationEvent> events, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>
    /// Deletes raw events received before a time, in steps so small that nobody waits for them. State, key history, groups and counts stay.
    /// </summary>
    /// <returns>How many were deleted.</returns>
    public Task<int> PurgeAsync(DateTimeOffset before, int step, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _ = (database, time);
        return ValueTask.CompletedTask;
    }
}
