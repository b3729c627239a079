using System.Globalization;
using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Audit;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Paging;
using Motics.Support.Data.Audit;

namespace Motics.Support.Data.Errors;

/// <summary>Reads error groups and keeps the work on them; folding events counts them.</summary>
public sealed class ErrorGroupStore(Database database, AuditTrail audit) : IErrorGroupStore
{
    private const int MostShares = 200;

    private const string Select = $"SELECT {ErrorGroupRow.Columns} FROM error_group g WHERE 1 = 1";
    private const string ByKind = " AND g.kind IN @kinds";
    private const string ByEhr = " AND g.ehr IN @ehrs";
    private const string ByStatus = " AND g.status IN @statuses";
    private const string SelectOne = $"SELECT {ErrorGroupRow.Columns} FROM error_group g WHERE g.id = @id";

    private const string SelectShares = """
        SELECT s.organisation_id AS OrganisationId, o.name AS Name, s.events AS Events, s.first_seen_at AS FirstSeenAt, s.last_seen_at AS LastSeenAt
        FROM error_group_organisation s JOIN organisation o ON o.id = s.organisation_id
        WHERE s.error_group_id = @id ORDER BY s.last_seen_at DESC, s.organisation_id
        """ + " ";

    // A resolution holds until something fails after it: the time is compared when events come.
    private const string Update = """
        UPDATE error_group SET status = @status, assignee = @assignee, version = @version,
          resolved_at = CASE WHEN @status <> 'resolved' THEN NULL WHEN status = 'resolved' THEN resolved_at ELSE @at END
        WHERE id = @id AND version = @version - 1
        """;

    /// <summary>A page of groups; refused when the actor may not, or the limit or the cursor is no good.</summary>
    public async Task<Outcome<Page<ErrorGroup>>> ListAsync(ErrorGroupQuery query, Actor actor, CancellationToken cancellationToken) =>
        actor.May(Permission.ReadErrors) ? await ListAsync(query, cancellationToken).ConfigureAwait(false) : new Refusal.Denied(Permission.ReadErrors);

    internal async Task<Outcome<Page<ErrorGroup>>> ListAsync(ErrorGroupQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var values = new DynamicParameters();
        var filters = Filters(query, values);
        var scope = Scope(query);
        var limit = PageLimit.Check(query.Limit);
        var cursor = Cursor.Read(query.Cursor, scope, CursorKey.Number, CursorKey.Text);
        if ((limit.Refusal ?? cursor.Refusal) is { } refusal)
        {
            return refusal;
        }

        values.Add("take", limit.Value + 1);
        var statement = Select + filters + After(query, cursor.Value!, values) + database.Dialect.Take;
        var rows = await database.ReadAsync(connection => connection.QueryAsync<ErrorGroupRow>(
            new CommandDefinition(statement, values, cancellationToken: cancellationToken)), cancellationToken).ConfigureAwait(false);
        return Page.Of([.. rows.Select(row => row.ToGroup())], limit.Value, group => Cursor.Write(scope, Key(group, query.Sort), group.Id));
    }

    /// <inheritdoc />
    public Task<bool> SaveAsync(ErrorGroupChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        var values = new { id = change.Id, status = Kebab.Name(change.Status), assignee = change.Assignee, version = change.Version, at = UnixTime.Of(change.At) };
        return database.WriteAsync(async (connection, transaction) =>
        {
            if (await connection.ExecuteAsync(new CommandDefinition(Update, values, transaction, cancellationToken: cancellationToken)).ConfigureAwait(false) == 0)
            {
                return false;
            }

            await audit.AppendAsync(connection, transaction, change.Audit, cancellationToken).ConfigureAwait(false);
            return true;
        }, cancellationToken);
    }

    /// <inheritdoc />
    public Task AuditAsync(AuditEntry entry, CancellationToken cancellationToken) =>
        database.WriteAsync((connection, transaction) => audit.AppendAsync(connection, transaction, entry, cancellationToken), cancellationToken);

    /// <summary>A group with the organisations that have it, at most 200 of them; null when there is none.</summary>
    Task<ErrorGroupDetail?> IErrorGroupStore.FindAsync(string id, CancellationToken cancellationToken) => FindAsync(id, cancellationToken);

    internal Task<ErrorGroupDetail?> FindAsync(string id, CancellationToken cancellationToken) =>
        database.ReadAsync(async connection =>
        {
            var row = await connection.QueryFirstOrDefaultAsync<ErrorGroupRow>(new CommandDefinition(SelectOne, new { id }, cancellationToken: cancellationToken)).ConfigureAwait(false);
            if (row is null)
            {
                return null;
            }

            var shares = await connection.QueryAsync<ErrorGroupShareRow>(
                new CommandDefinition(SelectShares + database.Dialect.Take, new { id, take = MostShares }, cancellationToken: cancellationToken)).ConfigureAwait(false);
            return new ErrorGroupDetail(row.ToGroup(), [.. shares.Select(share => share.ToShare())]);
        }, cancellationToken);

    internal static string Scope(ErrorGroupQuery query) =>
        $"errors\n{query.SortName}\n{string.Join(',', query.Kinds.Order())}\n{string.Join(',', query.Ehrs.Order())}\n{string.Join(',', query.Statuses.Order())}";

    private static string Filters(ErrorGroupQuery query, DynamicParameters values)
    {
        values.Add("kinds", query.Kinds.Select(Kebab.Name).ToList());
        values.Add("ehrs", query.Ehrs.Select(Kebab.Name).ToList());
        values.Add("statuses", query.Statuses.Select(Kebab.Name).ToList());
        return (query.Kinds.Count > 0 ? ByKind : "") + (query.Ehrs.Count > 0 ? ByEhr : "") + (query.Statuses.Count > 0 ? ByStatus : "");
    }

    private static string Column(ErrorGroupSort sort) => sort switch
    {
        ErrorGroupSort.FirstSeen => "g.first_seen_at",
        ErrorGroupSort.Events => "g.events",
        ErrorGroupSort.Organisations => "g.organisations",
        _ => "g.last_seen_at",
    };

    private static string Key(ErrorGroup group, ErrorGroupSort sort) => (sort switch
    {
        ErrorGroupSort.FirstSeen => UnixTime.Of(group.FirstSeen),
        ErrorGroupSort.Events => group.Events,
        ErrorGroupSort.Organisations => group.Organisations,
        _ => UnixTime.Of(group.LastSeen),
    }).ToString(CultureInfo.InvariantCulture);

    // The cursor's condition with the order.
    private static string After(ErrorGroupQuery query, string?[] cursor, DynamicParameters values)
    {
        var (column, direction, beyond) = (Column(query.Sort), query.Descending ? "DESC" : "ASC", query.Descending ? "<" : ">");
        var order = $" ORDER BY {column} {direction}, g.id {direction} ";
        if (cursor.Length == 0)
        {
            return order;
        }

        values.Add("key", Cursor.Number(cursor[0]));
        values.Add("id", cursor[1]);
        return $" AND {column} {beyond}= @key AND ({column} {beyond} @key OR g.id {beyond} @id){order}";
    }
}
