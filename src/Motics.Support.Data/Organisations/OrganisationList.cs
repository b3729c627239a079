using System.Data.Common;
using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Paging;
using Motics.Support.Data.Events;
using Motics.Support.Data.Incidents;
using Motics.Support.Data.Migration;

namespace Motics.Support.Data.Organisations;

/// <summary>Reads pages of organisations.</summary>
internal sealed class OrganisationList(Database database, TimeProvider clock, ReasonKeeper reasons)
{
    private readonly NeedWindow need = new(database);

    private const string SelectRows = $"SELECT {OrganisationListRow.Columns} FROM organisation o WHERE 1 = 1";

    private const string CountRows = "SELECT COUNT(*) FROM organisation o WHERE 1 = 1";

    private const string WithIds = " AND o.id IN @ids";

    private const string SelectOpenTickets = $"""
        SELECT organisation_id AS OrganisationId, number AS Number, assignee_id AS AssigneeId, assignee_name AS Assignee
        FROM ticket WHERE organisation_id IN @ids AND status IN {OrganisationFilter.OpenTicketStatuses} ORDER BY number DESC
        """;

    public async Task<Outcome<Page<OrganisationItem>>> ReadAsync(OrganisationQuery query, CancellationToken cancellationToken)
    {
        var scope = Scope(query);
        var order = OrganisationOrder.Of(query);
        await need.EnsureAsync(clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        await reasons.CatchUpAsync(cancellationToken).ConfigureAwait(false);
        var limit = PageLimit.Check(query.Limit);
        var cursor = Cursor.Read(query.Cursor, scope, order.CursorKeys);
        if ((limit.Refusal ?? cursor.Refusal) is { } refusal)
        {
            return refusal;
        }

        return await database.ReadAsync(async connection =>
        {
            var now = clock.GetUtcNow();
            var filter = await OrganisationFilter.OfAsync(query, database, connection, now, cancellationToken).ConfigureAwait(false);
            if (order.Walks(cursor.Value!, filter.Values) is not { } walks)
            {
                return Cursor.Refused;
            }

            var records = await WalkAsync(connection, filter, walks, limit.Value + 1, cancellationToken).ConfigureAwait(false);
            var page = Page.Of(records, limit.Value, record => Cursor.Write(scope, order.Keys(record)));
            var rows = await RowsAsync(connection, page.Items, now, cancellationToken).ConfigureAwait(false);
            return (Outcome<Page<OrganisationItem>>)new Page<OrganisationItem>(rows, page.Next);
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The rows with these ids that exist, in no order: for renewing what a list shows.</summary>
    public Task<IReadOnlyList<OrganisationItem>> ReadAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => database.ReadAsync(async connection =>
    {
        var records = await connection.QueryAsync<OrganisationListRow>(new CommandDefinition(SelectRows + WithIds, new { ids, now = UnixTime.Of(clock.GetUtcNow()) }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return await RowsAsync(connection, [.. records], clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
    }, cancellationToken);

    /// <summary>How many match; order, cursor and limit do not matter.</summary>
    public Task<int> CountAsync(OrganisationQuery query, CancellationToken cancellationToken) => database.ReadAsync(async connection =>
    {
        var filter = await OrganisationFilter.OfAsync(query, database, connection, clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(CountRows + filter.Conditions, filter.Values, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }, cancellationToken);

    internal static string Scope(OrganisationQuery query)
    {
        // What is asked for in another order is the same list.
        var asked = (query with
        {
            Search = TextFolding.Fold(query.Search),
            Ehrs = [.. query.Ehrs.Order()],
            Regions = [.. query.Regions.Order(StringComparer.Ordinal)],
            Healths = [.. query.Healths.Order()],
            MigrationStates = [.. query.MigrationStates.Order()],
            Waves = [.. query.Waves.Order(StringComparer.Ordinal)],
            Reasons = [.. query.Reasons.Order(StringComparer.Ordinal)],
            Took = [.. query.Took.Order()],
        }).Write();
        return $"organisations\n{asked.Write()}";
    }

    private async Task<List<OrganisationListRow>> WalkAsync(
        DbConnection connection, OrganisationFilter filter, IReadOnlyList<string> walks, int take, CancellationToken cancellationToken)
    {
        var records = new List<OrganisationListRow>();
        foreach (var walk in walks)
        {
            filter.Values.Add("take", take - records.Count);
            var statement = SelectRows + filter.Conditions + walk + database.Dialect.Take;
            records.AddRange(await connection.QueryAsync<OrganisationListRow>(new CommandDefinition(statement, filter.Values, cancellationToken: cancellationToken)).ConfigureAwait(false));
            if (records.Count >= take)
            {
                break;
            }
        }

        return records;
    }

    private static async Task<IReadOnlyList<OrganisationItem>> RowsAsync(
        DbConnection connection, IReadOnlyList<OrganisationListRow> records, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = records.Select(record => record.Id).ToList();
        var tickets = await connection.QueryAsync<OpenTicket>(new CommandDefinition(SelectOpenTickets, new { ids }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        var openOf = tickets.ToLookup(ticket => ticket.OrganisationId, StringComparer.Ordinal);
        IReadOnlyList<Incident> incidents = await IncidentStore.ActiveAsync(connection, now, cancellationToken).ConfigureAwait(false);
        return [.. records.Select(record => record.ToItem([.. openOf[record.Id]], incidents))];
    }
}
