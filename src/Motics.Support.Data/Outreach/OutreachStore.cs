using System.Data.Common;
using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Audit;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Outreach;
using Motics.Support.Core.Tickets;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Live;
using Motics.Support.Data.Tickets;

namespace Motics.Support.Data.Outreach;

/// <summary>Keeps outreach: what was begun, the frozen list in parts, and what became of each organisation.</summary>
public sealed class OutreachStore(Database database, AuditTrail audit, TimeProvider clock) : IOutreachStore
{
    private readonly OutreachCandidates candidates = new(database, clock);
    private readonly OutreachKeeping keeping = new(database, audit, clock);

    /// <inheritdoc />
    public Task<IReadOnlyList<OutreachCandidate>> CandidatesAsync(OrganisationQuery query, CancellationToken ct) => candidates.ReadAsync(query, ct);

    /// <inheritdoc />
    public Task<IReadOnlyList<OutreachCandidate>> CandidatesAsync(IReadOnlyList<string> ids, CancellationToken ct) => candidates.ReadAsync(ids, ct);

    /// <inheritdoc />
    public Task<OutreachRun> BeginAsync(OutreachRun run, string? requestId, IReadOnlyList<FrozenOrganisation> frozen, AuditEntry entry, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(run);
        return database.WriteAsync(async (connection, transaction) =>
        {
            if (requestId is not null && await OneAsync(connection, transaction, OutreachSql.OfRequest, new { requestId }, ct).ConfigureAwait(false) is { } known)
            {
                return known;
            }

            await RunAsync(OutreachSql.Insert, OutreachRow.Of(run, requestId)).ConfigureAwait(false);
            await RunAsync(OutreachSql.InsertPart, frozen.Chunk(OutreachBatch.Size).Select((part, index) => new { run.Id, Number = index + 1, Organisations = StoredJson.Write(part) })).ConfigureAwait(false);
            await audit.AppendAsync(connection, transaction, entry, ct).ConfigureAwait(false);
            return run;

            Task RunAsync(string sql, object values) => connection.ExecuteAsync(new CommandDefinition(sql, values, transaction, cancellationToken: ct));
        }, ct);
    }

    /// <inheritdoc />
    public Task<OutreachRun?> OfRequestAsync(string requestId, CancellationToken ct) =>
        database.ReadAsync(connection => OneAsync(connection, null, OutreachSql.OfRequest, new { requestId }, ct), ct);

    /// <inheritdoc />
    public Task<OutreachRun?> FindAsync(string id, CancellationToken ct) => database.ReadAsync(connection => OneAsync(connection, null, OutreachSql.Find, new { id }, ct), ct);

    /// <inheritdoc />
    public Task<IReadOnlyList<OutreachRun>> NewestAsync(int limit, CancellationToken ct) => database.ReadAsync<IReadOnlyList<OutreachRun>>(async connection =>
        [.. (await connection.QueryAsync<OutreachRow>(Read(OutreachSql.Newest + database.Dialect.Take, new { take = limit }, ct)).ConfigureAwait(false)).Select(row => row.ToRun())], ct);

    /// <inheritdoc />
    public Task<IReadOnlyList<OutreachItem>> ItemsAsync(string id, OutreachOutcome? outcome, int limit, CancellationToken ct) => database.ReadAsync<IReadOnlyList<OutreachItem>>(async connection =>
        [.. (await connection.QueryAsync<OutreachOutcomeRow>(Read((outcome is null ? OutreachSql.Items : OutreachSql.ItemsOf) + database.Dialect.Take, new { id, outcome = Kebab.Name(outcome), take = limit }, ct))
            .ConfigureAwait(false)).Select(row => row.ToItem())], ct);

    /// <inheritdoc />
    public Task<OutreachBatch?> NextAsync(string? id, CancellationToken ct) => database.ReadAsync(async connection =>
    {
        var run = id is null
            ? await OneAsync(connection, null, OutreachSql.AtWork + database.Dialect.Take, new { take = 1 }, ct).ConfigureAwait(false)
            : await OneAsync(connection, null, OutreachSql.Find, new { id }, ct).ConfigureAwait(false);
        return run is { IsAtWork: true } ? await PartAsync(connection, run, ct).ConfigureAwait(false) : null;
    }, ct);

    /// <inheritdoc />
    public Task KeepMadeAsync(OutreachBatch batch, IReadOnlyList<MadeTicket> made, IReadOnlyList<LeftOutOrganisation> leftOut, Func<OutreachRun, AuditEntry> finished, CancellationToken ct) =>
        keeping.MadeAsync(batch, made, leftOut, finished, ct);

    /// <inheritdoc />
    public Task<bool> BeginUndoAsync(string id, Person by, AuditEntry entry, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        return database.WriteAsync(async (connection, transaction) =>
        {
            var values = new { id, by = by.Id, name = by.Name, at = UnixTime.Of(clock.GetUtcNow()) };
            if (await connection.ExecuteAsync(new CommandDefinition(OutreachSql.BeginUndo, values, transaction, cancellationToken: ct)).ConfigureAwait(false) == 0)
            {
                return false;
            }

            await audit.AppendAsync(connection, transaction, entry, ct).ConfigureAwait(false);
            return true;
        }, ct);
    }

    /// <inheritdoc />
    public Task KeepTakenBackAsync(OutreachBatch batch, IReadOnlyList<TakenBackTicket> tickets, Func<OutreachRun, AuditEntry> finished, CancellationToken ct) =>
        keeping.TakenBackAsync(batch, tickets, finished, ct);

    /// <inheritdoc />
    public Task AuditAsync(AuditEntry entry, CancellationToken ct) => audit.AddAsync(entry, ct);

    internal static async Task<OutreachRun?> OneAsync(DbConnection connection, DbTransaction? transaction, string sql, object values, CancellationToken ct) =>
        (await connection.QueryFirstOrDefaultAsync<OutreachRow>(new CommandDefinition(sql, values, transaction, cancellationToken: ct)).ConfigureAwait(false))?.ToRun();

    private async Task<OutreachBatch?> PartAsync(DbConnection connection, OutreachRun run, CancellationToken ct)
    {
        if (run.State == OutreachState.Undoing)
        {
            var tickets = await connection.QueryAsync<long>(Read(OutreachSql.NextTickets + database.Dialect.Take, new { id = run.Id, take = OutreachBatch.Size }, ct)).ConfigureAwait(false);
            return new(run, 0, [], [.. tickets]);
        }

        var part = await connection.QueryFirstOrDefaultAsync<OutreachPartRow>(Read(OutreachSql.NextPart + database.Dialect.Take, new { id = run.Id, take = 1 }, ct)).ConfigureAwait(false);
        return part is null ? null : new(run, part.Number, StoredJson.Read<FrozenOrganisation[]>(part.Organisations), []);
    }

    private static CommandDefinition Read(string sql, object values, CancellationToken ct) => new(sql, values, cancellationToken: ct);
}
