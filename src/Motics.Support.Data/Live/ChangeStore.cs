using System.Data.Common;
using Dapper;

namespace Motics.Support.Data.Live;

/// <summary>How far somebody has read of what changed.</summary>
/// <param name="Event">Number of the newest event read.</param>
/// <param name="Audit">Number of the newest line of the audit read.</param>
public sealed record ChangePosition(long Event, long Audit);

/// <summary>What changed since a position.</summary>
/// <param name="Topics">Each once: the same that <see cref="Database.Changed"/> raised on the node that wrote.</param>
/// <param name="Position">Where to read on.</param>
/// <param name="More">There is more than was read.</param>
public sealed record Changes(IReadOnlyCollection<LiveTopic> Topics, ChangePosition Position, bool More);

/// <summary>
/// The feed of what changed, whichever node wrote it: events and lines of the audit are numbered in the order in which they were committed,
/// because whoever appends to either holds the end of it.
/// </summary>
public sealed class ChangeStore(Database database)
{
    private const int Most = 2_000;
    private const string SelectEnd = "SELECT COALESCE((SELECT MAX(seq) FROM event), 0) AS Event, COALESCE((SELECT MAX(seq) FROM audit), 0) AS Audit";
    private const string SelectEvents = "SELECT seq AS Seq, organisation_id AS Name, error_group_id AS ErrorGroup FROM event WHERE seq > @after ORDER BY seq ";

    // As AuditEntry.IsChange: who only looked, and who was refused, changed nothing.
    private const string SelectWrites = """
        SELECT seq AS Seq, CASE WHEN outcome = 'done' AND action NOT LIKE '%.read' THEN target END AS Name FROM audit WHERE seq > @after ORDER BY seq
        """ + " ";

    // What a change of a ticket or an escalation touches beside it, as their writers note it.
    private const string SelectOfTickets = "SELECT organisation_id FROM ticket WHERE number IN @numbers";
    private const string SelectOfEscalations = "SELECT organisation_id AS Organisation, ticket_number AS Ticket FROM escalation WHERE number IN @numbers";

    /// <summary>The engine may have other nodes that write.</summary>
    public bool HasOthers => database.Dialect.IsShared;

    /// <summary>Where everything that was written so far ends.</summary>
    public Task<ChangePosition> EndAsync(CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.QuerySingleAsync<ChangePosition>(new CommandDefinition(SelectEnd, cancellationToken: cancellationToken)), cancellationToken);

    /// <summary>What changed since; costs the same however much there is in all.</summary>
    public Task<Changes> SinceAsync(ChangePosition position, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(position);
        return database.ReadAsync(async connection =>
        {
            var events = await RowsAsync(connection, SelectEvents, position.Event, cancellationToken).ConfigureAwait(false);
            var writes = await RowsAsync(connection, SelectWrites, position.Audit, cancellationToken).ConfigureAwait(false);
            var topics = writes.Select(write => write.Name is { } target ? LiveTopic.OfTarget(target) : null).OfType<LiveTopic>().ToHashSet();
            await AddBesideAsync(connection, topics, cancellationToken).ConfigureAwait(false);
            topics.UnionWith(events.Select(happened => LiveTopic.Organisation(happened.Name!)));
            topics.UnionWith(events.Select(happened => happened.ErrorGroup).OfType<string>().Select(LiveTopic.ErrorGroup));
            var last = new ChangePosition(events is [.., var lastEvent] ? lastEvent.Seq : position.Event, writes is [.., var lastWrite] ? lastWrite.Seq : position.Audit);
            return new Changes(topics, last, events.Count == Most || writes.Count == Most);
        }, cancellationToken);
    }

    private async Task<List<Row>> RowsAsync(DbConnection connection, string sql, long after, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<Row>(new CommandDefinition(sql + database.Dialect.Take, new { after, take = Most }, cancellationToken: cancellationToken)).ConfigureAwait(false)).AsList();

    private static async Task AddBesideAsync(DbConnection connection, HashSet<LiveTopic> topics, CancellationToken cancellationToken)
    {
        if (LiveTopic.Numbers(topics, LiveTopic.Escalation) is { Count: > 0 } escalations)
        {
            foreach (var (organisation, ticket) in await connection.QueryAsync<(string, long)>(Command(SelectOfEscalations, escalations)).ConfigureAwait(false))
                topics.UnionWith([LiveTopic.Organisation(organisation), LiveTopic.Ticket(ticket)]);
        }
        if (LiveTopic.Numbers(topics, LiveTopic.Ticket) is { Count: > 0 } tickets)
            topics.UnionWith((await connection.QueryAsync<string>(Command(SelectOfTickets, tickets)).ConfigureAwait(false)).Select(LiveTopic.Organisation));

        CommandDefinition Command(string sql, IReadOnlyList<long> numbers) => new(sql, new { numbers }, cancellationToken: cancellationToken);
    }

    private sealed class Row
    {
        public long Seq { get; init; }
        public string? Name { get; init; }
        public string? ErrorGroup { get; init; }
    }
}
