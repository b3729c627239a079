using System.Data.Common;
using System.Globalization;
using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Audit;
using Motics.Support.Core.Paging;

namespace Motics.Support.Data.Audit;

/// <summary>Reads the audit.</summary>
public sealed class AuditStore(Database database)
{
    private const int VerifyStep = 2000;

    private const string SelectLines = $"SELECT {AuditRow.Columns} FROM audit WHERE seq < @before";
    private const string ByActor = " AND actor = @actor";
    private const string ByAction = " AND action = @action";
    private const string ByTarget = " AND target = @target";
    private const string NewestFirst = " ORDER BY seq DESC ";
    private const string SelectFrom = $"SELECT {AuditRow.Columns} FROM audit WHERE seq >= @from ORDER BY seq ";

    /// <summary>Newest first; refused when the actor may not, or the limit or the cursor is no good.</summary>
    public async Task<Outcome<Page<AuditLine>>> ListAsync(AuditQuery query, Actor actor, CancellationToken cancellationToken) =>
        actor.May(Permission.ReadAudit) ? await ListAsync(query, cancellationToken).ConfigureAwait(false) : new Refusal.Denied(Permission.ReadAudit);

    internal async Task<Outcome<Page<AuditLine>>> ListAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var scope = Scope(query);
        var limit = PageLimit.Check(query.Limit);
        var keys = Cursor.Read(query.Cursor, scope, CursorKey.Number);
        if (limit.Refusal is { } refusal || (refusal = keys.Refusal) is not null)
        {
            return refusal;
        }

        var before = keys.Value is [{ } key] ? Cursor.Number(key) : long.MaxValue;
        var rows = await database.ReadAsync(connection => connection.QueryAsync<AuditRow>(new CommandDefinition(
            Lines(query), new { before, actor = query.Actor, action = query.Action, target = query.Target, take = limit.Value + 1 }, cancellationToken: cancellationToken)), cancellationToken).ConfigureAwait(false);
        var lines = rows.Select(row => new AuditLine(row.Seq, row.Entry, row.Hash)).ToList();
        return Page.Of(lines, limit.Value, line => Cursor.Write(scope, line.Seq.ToString(CultureInfo.InvariantCulture)));
    }

    internal static string Scope(AuditQuery query) => $"audit\n{query.Actor}\n{query.Action}\n{query.Target}";

    /// <summary>Walks the whole chain from its beginning and stops at the first line that does not fit. Refused when the actor may not.</summary>
    public async Task<Outcome<AuditVerification>> VerifyAsync(Actor actor, CancellationToken cancellationToken) =>
        actor.May(Permission.ReadAudit) ? await VerifyAsync(cancellationToken).ConfigureAwait(false) : new Refusal.Denied(Permission.ReadAudit);

    internal Task<AuditVerification> VerifyAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(async connection =>
        {
            var good = new AuditVerification(0, null, AuditHash.Beginning);
            while (true)
            {
                // From as far below as numbers go: a line that was put before the first is found first.
                var rows = await FromAsync(connection, good.Lines == 0 ? long.MinValue : good.Lines + 1, cancellationToken).ConfigureAwait(false);
                foreach (var row in rows)
                {
                    if (row.Seq != good.Lines + 1 || row.PreviousHash != good.LastHash || row.Hash != AuditHash.Of(row.Seq, row.Entry, good.LastHash))
                    {
                        return good with { BrokenAt = Math.Min(row.Seq, good.Lines + 1) };
                    }

                    good = good with { Lines = row.Seq, LastHash = row.Hash };
                }

                if (rows.Count < VerifyStep)
                {
                    return good;
                }
            }
        }, cancellationToken);

    private string Lines(AuditQuery query) =>
        SelectLines + (query.Actor is null ? "" : ByActor) + (query.Action is null ? "" : ByAction) + (query.Target is null ? "" : ByTarget) + NewestFirst + database.Dialect.Take;

    private async Task<List<AuditRow>> FromAsync(DbConnection connection, long from, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<AuditRow>(new CommandDefinition(
            SelectFrom + database.Dialect.Take, new { from, take = VerifyStep }, cancellationToken: cancellationToken)).ConfigureAwait(false)).AsList();
}
