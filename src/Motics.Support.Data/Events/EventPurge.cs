using Dapper;

namespace Motics.Support.Data.Events;

/// <summary>Deletes raw events past their time, and identities long after. Nobody's turn to write is taken where nothing is past its time.</summary>
internal sealed class EventPurge
{
    // Contract, "Events in": remembered for a year at least, and longer than the raw events.
    private static readonly TimeSpan IdentitiesKept = TimeSpan.FromDays(400);
    private static readonly TimeSpan IdentitiesOutlive = TimeSpan.FromDays(35);

    // Rows lie in the order in which they were received, so a step looks at the oldest only, however many there are.
    private const string DeleteEvents = "DELETE FROM event WHERE seq < (SELECT MIN(seq) FROM event) + @step AND received_at < @before";

    private const string SelectNext = """
        SELECT source AS Source, event_id AS Id, seen_at AS SeenAt FROM event_identity
        WHERE source > @source OR (source = @source AND event_id > @id) ORDER BY source, event_id
        """;

    private const string DeleteIdentities = """
        DELETE FROM event_identity
        WHERE (source > @source OR (source = @source AND event_id > @id)) AND (source < @lastSource OR (source = @lastSource AND event_id <= @lastId))
          AND seen_at < @before
        """;

    private readonly Database database;
    private readonly int step;

    public EventPurge(Database database, int step)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        (this.database, this.step) = (database, step);
    }

    public Task<int> EventsAsync(DateTimeOffset before, CancellationToken cancellationToken) => EventsAsync(UnixTime.Of(before), cancellationToken);

    /// <summary>Looks at every identity there is: they lie by source and id, and an order by age as well would cost every event that comes in.</summary>
    public Task<int> IdentitiesAsync(DateTimeOffset eventsBefore, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (oldest, outlived) = (now - IdentitiesKept, eventsBefore - IdentitiesOutlive);
        return IdentitiesAsync(UnixTime.Of(outlived < oldest ? outlived : oldest), cancellationToken);
    }

    private async Task<int> EventsAsync(long before, CancellationToken cancellationToken)
    {
        for (var deleted = 0; ;)
        {
            var now = await database.WriteAsync(
                (connection, transaction) => connection.ExecuteAsync(new CommandDefinition(DeleteEvents, new { step, before }, transaction, cancellationToken: cancellationToken)),
                Database.LongPatience, cancellationToken).ConfigureAwait(false);
            if (now == 0)
                return deleted;
            deleted += now;
        }
    }

    private async Task<int> IdentitiesAsync(long before, CancellationToken cancellationToken)
    {
        var deleted = 0;
        for (var (source, id) = ("", ""); ;)
        {
            var next = await NextAsync(source, id, cancellationToken).ConfigureAwait(false);
            if (next is not [.., var last])
                return deleted;
            if (next.Any(identity => identity.SeenAt < before))
            {
                deleted += await database.WriteAsync(
                    (connection, transaction) => connection.ExecuteAsync(new CommandDefinition(
                        DeleteIdentities, new { source, id, lastSource = last.Source, lastId = last.Id, before }, transaction, cancellationToken: cancellationToken)),
                    Database.LongPatience, cancellationToken).ConfigureAwait(false);
            }

            (source, id) = (last.Source, last.Id);
        }
    }

    private Task<List<Identity>> NextAsync(string source, string id, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (await connection.QueryAsync<Identity>(new CommandDefinition(
            $"{SelectNext} {database.Dialect.Take}", new { source, id, take = step }, cancellationToken: cancellationToken)).ConfigureAwait(false)).AsList(),
        cancellationToken);

    private sealed class Identity
    {
        public string Source { get; init; } = "";
        public string Id { get; init; } = "";
        public long SeenAt { get; init; }
    }
}
