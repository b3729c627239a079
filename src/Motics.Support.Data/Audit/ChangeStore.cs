using Dapper;

namespace Motics.Support.Data.Audit;

/// <summary>How far somebody has read of what changed.</summary>
/// <param name="Event">Number of the newest event read.</param>
/// <param name="Audit">Number of the newest line of the audit read.</param>
public sealed record ChangePosition(long Event, long Audit);

/// <summary>What changed since a position.</summary>
/// <param name="Organisations">Ids of organisations with new events, each once.</param>
/// <param name="Targets">Of writes by people and programs, as the audit names them (<c>ticket:1043</c>), each once.</param>
/// <param name="Position">Where to read on.</param>
/// <param name="More">There is more than was read.</param>
public sealed record Changes(IReadOnlyList<string> Organisations, IReadOnlyList<string> Targets, ChangePosition Position, bool More);

/// <summary>
/// What changed in the database, whichever node wrote it: events and lines of the audit are numbered in the order in which they were committed,
/// because whoever appends to either holds the end of it.
/// </summary>
public sealed class ChangeStore(Database database)
{
    private const int Most = 2_000;
    private const string SelectEnd = "SELECT COALESCE((SELECT MAX(seq) FROM event), 0) AS Event, COALESCE((SELECT MAX(seq) FROM audit), 0) AS Audit";
    private const string SelectEvents = "SELECT seq AS Seq, organisation_id AS Name FROM event WHERE seq > @after ORDER BY seq ";

    // Who only looked changed nothing.
    private const string SelectWrites = "SELECT seq AS Seq, CASE WHEN action = 'organisation.read' THEN NULL ELSE target END AS Name FROM audit WHERE seq > @after ORDER BY seq ";

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
            async Task<List<(long Seq, string? Name)>> RowsAsync(string sql, long after) => (await connection.QueryAsync<(long Seq, string? Name)>(new CommandDefinition(
                sql + database.Dialect.Take, new { after, take = Most }, cancellationToken: cancellationToken)).ConfigureAwait(false)).AsList();
            var events = await RowsAsync(SelectEvents, position.Event).ConfigureAwait(false);
            var writes = await RowsAsync(SelectWrites, position.Audit).ConfigureAwait(false);
            return new Changes(
                Names(events), Names(writes),
                new ChangePosition(events is [.., var lastEvent] ? lastEvent.Seq : position.Event, writes is [.., var lastWrite] ? lastWrite.Seq : position.Audit),
                events.Count == Most || writes.Count == Most);
        }, cancellationToken);
    }

    private static List<string> Names(List<(long Seq, string? Name)> rows) => [.. rows.Select(row => row.Name).OfType<string>().Distinct(StringComparer.Ordinal)];
}
