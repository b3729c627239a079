using System.Data.Common;
using System.Globalization;
using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Audit;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Paging;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Tickets;

namespace Motics.Support.Data.Escalations;

/// <summary>Keeps escalations and their logs, each change in one transaction with the change of its ticket.</summary>
public sealed class EscalationStore(Database database, AuditTrail audit) : IEscalationStore
{
    private readonly EscalationWriter writer = new(audit);
    private readonly EscalationEvidence evidence = new(database);

    /// <inheritdoc />
    public Task<long?> CreateAsync(Func<long, EscalationChange> compose, CancellationToken ct) =>
        TryAsync<long?>(async (connection, transaction) => await writer.InsertAsync(connection, transaction, compose, ct).ConfigureAwait(false), null, ct);

    /// <inheritdoc />
    public Task<bool> SaveAsync(EscalationChange change, CancellationToken ct) =>
        TryAsync(async (connection, transaction) =>
        {
            await writer.UpdateAsync(connection, transaction, change, ct).ConfigureAwait(false);
            return true;
        }, false, ct);

    /// <inheritdoc />
    public Task<EscalationFile?> FindAsync(long number, CancellationToken ct) =>
        database.ReadAsync(async connection =>
        {
            var row = await connection.QueryFirstOrDefaultAsync<EscalationRow>(Read(EscalationSql.Find, new { number }, ct)).ConfigureAwait(false);
            return row?.ToFile(await connection.QueryAsync<EscalationLogRow>(Read(EscalationSql.Log, new { number }, ct)).ConfigureAwait(false));
        }, ct);

    /// <inheritdoc />
    public async Task<Outcome<CountedPage<EscalationItem>>> ListAsync(EscalationQuery query, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        var limit = PageLimit.Check(query.Limit);
        var keys = Cursor.Read(query.Cursor, Scope(query), CursorKey.Number);
        if (limit.Refusal is { } refusal || (refusal = keys.Refusal) is not null)
        {
            return refusal;
        }

        var values = Values(query, keys.Value!, limit.Value + 1);
        return await database.ReadAsync(async connection =>
        {
            var rows = await connection.QueryAsync<EscalationRow>(Read(EscalationSql.Page(query, keys.Value!.Length == 0, database.Dialect), values, ct)).ConfigureAwait(false);
            var page = Page.Of([.. rows.Select(row => row.ToItem())], limit.Value, row => Cursor.Write(Scope(query), row.Number.ToString(CultureInfo.InvariantCulture)));
            // All there is needs no counting.
            return new CountedPage<EscalationItem>(page.Items, page.Next, keys.Value!.Length == 0 && page.Next is null
                ? page.Items.Count
                : await connection.ExecuteScalarAsync<int>(Read(EscalationSql.Total(query), values, ct)).ConfigureAwait(false));
        }, ct).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<PacketError>> LastErrorsAsync(string organisationId, int limit, CancellationToken ct) =>
        evidence.LastErrorsAsync(organisationId, limit, ct);

    /// <inheritdoc />
    public Task<PacketErrorGroup?> ErrorGroupAsync(string groupId, string organisationId, CancellationToken ct) =>
        evidence.ErrorGroupAsync(groupId, organisationId, ct);

    /// <inheritdoc />
    public Task AuditAsync(AuditEntry entry, CancellationToken ct) =>
        database.WriteAsync((connection, transaction) => audit.AppendAsync(connection, transaction, entry, ct), ct);

    private async Task<T> TryAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, T refused, CancellationToken ct)
    {
        try
        {
            return await database.WriteAsync(write, ct).ConfigureAwait(false);
        }
        catch (ChangedInBetweenException)
        {
            return refused;
        }
    }

    internal static string Scope(EscalationQuery query) => $"escalations\n{string.Join(',', query.Statuses)}\n{query.TicketAssignee}\n{query.OrganisationId}\n{query.ErrorGroupId}\n{query.Engineer}\n{query.Answered}";

    private static object Values(EscalationQuery query, string?[] keys, int take) => new
    {
        statuses = query.Statuses.Select(status => Kebab.Name(status)),
        assignee = query.TicketAssignee,
        organisationId = query.OrganisationId,
        errorGroupId = query.ErrorGroupId,
        engineer = query.Engineer,
        number = keys is [{ } key] ? Cursor.Number(key) : 0,
        take,
    };

    private static CommandDefinition Read(string sql, object values, CancellationToken ct) => new(sql, values, cancellationToken: ct);
}
