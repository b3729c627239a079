using System.Threading.Channels;
using Dapper;
using Microsoft.Extensions.Logging;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Events;

namespace Motics.Support.Data.Events;

/// <summary>What became of a batch.</summary>
/// <param name="Accepted">How many events were new and are stored now.</param>
/// <param name="Duplicates">Indexes of the events that were known already, in this batch or from before.</param>
public sealed record AppendResult(int Accepted, IReadOnlyList<int> Duplicates);

/// <summary>
/// Keeps events and folds them into the state of their organisations. One loop writes: batches that wait are committed together,
/// and a caller is answered only when its batch is durable.
/// </summary>
public sealed class EventStore : IAsyncDisposable
{
    /// <summary>Batches that may wait; more are refused, because an answer that comes too late helps nobody.</summary>
    public const int MaxWaiting = 64;

    // Larger transactions gain little more and keep others waiting.
    private const int MaxTogether = 5_000;
    private const int RetryAfterSeconds = 1;

    // The key of the table grows with arrival, so this looks at one row however many there are.
    private const string SelectNewest = "SELECT received_at FROM event ORDER BY seq DESC ";

    private readonly Channel<WaitingBatch> queue = Channel.CreateBounded<WaitingBatch>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
    private readonly Database database;
    private readonly TimeProvider time;
    private readonly ILogger<EventStore> log;
    private readonly EventAppender appender;
    private readonly Task loop;

    /// <summary>Starts the loop.</summary>
    public EventStore(Database database, TimeProvider time, ILogger<EventStore> log)
    {
        ArgumentNullException.ThrowIfNull(database);
        (this.database, this.time, this.log) = (database, time, log);
        appender = new EventAppender(database.Dialect, Guid.CreateVersion7().ToString());
        loop = Task.Run(LoopAsync);
    }

    /// <summary>
    /// Stores the events of a batch that are new, all or none, and folds them. Refused when the actor may not, and with <see cref="Refusal.Busy"/> when too
    /// many batches wait. A cancelled caller stops waiting; its batch may be stored all the same.
    /// </summary>
    public async Task<Outcome<AppendResult>> AppendAsync(IReadOnlyList<IntegrationEvent> events, Actor actor, CancellationToken cancellationToken) =>
        actor.May(Permission.WriteEvents) ? await AppendAsync(events, cancellationToken).ConfigureAwait(false) : new Refusal.Denied(Permission.WriteEvents);

    internal async Task<Outcome<AppendResult>> AppendAsync(IReadOnlyList<IntegrationEvent> events, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(events);
        if (events.Count == 0)
            return new AppendResult(0, []);
        var waiting = new WaitingBatch([.. events.Select(happened => new PreparedEvent(happened))], cancellationToken);
        if (!queue.Writer.TryWrite(waiting))
            return new Refusal.Busy(RetryAfterSeconds);
        return await waiting.Answer.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>When the newest event that is kept was received; null while there is none.</summary>
    public Task<DateTimeOffset?> NewestReceivedAtAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(async connection => UnixTime.Time(await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            SelectNewest + database.Dialect.Take, new { take = 1 }, cancellationToken: cancellationToken)).ConfigureAwait(false)), cancellationToken);

    /// <summary>
    /// Deletes raw events received before a time, in steps so small that nobody waits for them. State, key history, groups and counts stay, and
    /// so do the identities of events.
    /// </summary>
    /// <param name="before">Events received earlier go.</param>
    /// <param name="step">Rows looked at in one transaction.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <returns>How many events were deleted.</returns>
    public Task<int> PurgeAsync(DateTimeOffset before, int step, CancellationToken cancellationToken) =>
        new EventPurge(database, step).EventsAsync(before, cancellationToken);

    /// <summary>
    /// Deletes identities that nobody can need any more: kept for more than a year, and longer than the raw events (contract, "Events in").
    /// Reads all that there are, so it is for once in some weeks.
    /// </summary>
    /// <param name="eventsBefore">What <see cref="PurgeAsync"/> was given.</param>
    /// <param name="step">Rows looked at in one go.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <returns>How many identities were deleted.</returns>
    public Task<int> PurgeIdentitiesAsync(DateTimeOffset eventsBefore, int step, CancellationToken cancellationToken) =>
        new EventPurge(database, step).IdentitiesAsync(eventsBefore, time.GetUtcNow(), cancellationToken);

    /// <summary>Takes no more batches and ends when those that wait are stored.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop.ConfigureAwait(false);
    }

    private async Task LoopAsync()
    {
        while (await queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            var together = TakeTogether();
            if (together.Count > 0 && !await TryStoreAsync(together).ConfigureAwait(false))
                await StoreOneByOneAsync(together).ConfigureAwait(false);
        }
    }

    private List<WaitingBatch> TakeTogether()
    {
        var (together, events) = (new List<WaitingBatch>(), 0);
        while (events < MaxTogether && queue.Reader.TryRead(out var batch))
        {
            if (batch.IsAbandoned)
                continue;
            together.Add(batch);
            events += batch.Events.Length;
        }
        return together;
    }

    // One batch that cannot be stored must not take the others with it.
    private async Task StoreOneByOneAsync(List<WaitingBatch> together)
    {
        foreach (var batch in together)
            await TryStoreAsync([batch]).ConfigureAwait(false);
    }

    private async Task<bool> TryStoreAsync(List<WaitingBatch> together)
    {
        try
        {
            var results = await database.WriteAsync(
                (connection, transaction) => Task.FromResult(appender.Append(connection, transaction, [.. together.Select(batch => batch.Events)], time.GetUtcNow())),
                Database.LongPatience, CancellationToken.None).ConfigureAwait(false);
            appender.Committed();
            for (var index = 0; index < together.Count; index++)
                together[index].Answer.TrySetResult(results[index]);
            return true;
        }
        catch (DatabaseUnavailableException exception)
        {
            log.LogWarning(exception, "The database did not answer for {Batches} batches of events", together.Count);
            together.ForEach(batch => batch.Answer.TrySetResult(new Refusal.Busy(RetryAfterSeconds)));
            return true;
        }
        catch (Exception exception) when (together.Count > 1)
        {
            log.LogWarning(exception, "{Batches} batches of events could not be stored together; trying each alone", together.Count);
            return false;
        }
        catch (Exception exception)
        {
            log.LogError(exception, "A batch of {Events} events could not be stored", together[0].Events.Length);
            together[0].Answer.TrySetException(exception);
            return true;
        }
    }

    /// <summary>A batch in the queue, and where its caller waits.</summary>
    private sealed class WaitingBatch(PreparedEvent[] events, CancellationToken caller)
    {
        public PreparedEvent[] Events { get; } = events;

        public bool IsAbandoned => caller.IsCancellationRequested;

        public TaskCompletionSource<Outcome<AppendResult>> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
