using Dapper;

namespace Motics.Support.Data.Events;

/// <summary>Deletes raw events past their time, and identities long after.</summary>
internal sealed class EventPurge(Database database, int step)
{
    // Contract, "Events in": remembered for a year at least, and longer than the raw events.
    private static readonly TimeSpan IdentitiesKept = TimeSpan.FromDays(400);
    private static readonly TimeSpan IdentitiesOutlive = TimeSpan.FromDays(35);

    // Rows lie in the order in which they were received, so a step looks at the oldest only, however many there are.
    private const string DeleteEvents = "DELETE FROM event WHERE seq < (SELECT MIN(seq) FROM event) + @step AND received_at < @before";

    private const string SelectNext = """
        SELECT source AS Source, event_id AS Id FROM event_identity
        WHERE source > @source OR (source = @source AND event_id > @id) ORDER BY source, event_id
        """;

    private const string DeleteIdentities = """
        DELETE FROM event_identity
        WHERE (source > @source OR (source = @source AND event_id > @id)) AND (source < @lastSource OR (source = @lastSource AND event_id <= @lastId))
          AND seen_at < @before
        """;

    public async Task<int> RunAsync(DateTimeOffset before, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        var deleted = await EventsAsync(UnixTime.Of(before), cancellationToken).ConfigureAwait(false);
        var (oldest, outlived) = (now - IdentitiesKept, before - IdentitiesOutlive);
        await IdentitiesAsync(UnixTime.Of(outlived < oldest ? outlived : oldest), cancellationToken).ConfigureAwait(false);
        return deleted;
    }

    private async Task<int> EventsAsync(long before, CancellationToken cancellationToken)
    {
        for (var deleted = 0; ;)
        {
            var now = await database.WriteAsync(
                (connection, transaction) => connection.ExecuteAsync(new CommandDefinition(DeleteEvents, new { step, before }, transaction, cancellationToken: cancellationToken)),
                cancellationToken).ConfigureAwait(false);
            if (now == 0)
                return deleted;
            deleted += now;
        }
    }

    private async Task IdentitiesAsync(long before, CancellationToken cancellationToken)
    {
        for (var (source, id) = ("", ""); ;)
        {
            var last = await NextAsync(source, id, cancellationToken).ConfigureAwait(false);
            if (last is null)
                return;
            await database.WriteAsync(
                (connection, transaction) => connection.ExecuteAsync(new CommandDefinition(
                    DeleteIdentities, new { source, id, lastSource = last.Source, lastId = last.Id, before }, transaction, cancellationToken: cancellationToken)),
                cancellationToken).ConfigureAwait(false);
            (source, id) = (last.Source, last.Id);
        }
    }

    private Task<Identity?> NextAsync(string source, string id, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (await connection.QueryAsync<Identity>(new CommandDefinition(
            $"{SelectNext} {database.Dialect.Take}", new { source, id, take = step }, cancellationToken: cancellationToken)).ConfigureAwait(false)).LastOrDefault(),
        cancellationToken);

    private sealed class Identity
    {
        public string Source { get; init; } = "";
        public string Id { get; init; } = "";
    }
}
