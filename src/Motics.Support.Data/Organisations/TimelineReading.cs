using System.Data.Common;
using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Paging;

namespace Motics.Support.Data.Organisations;

/// <summary>Reads an organisation's timeline: events and what was done to its tickets, merged by time.</summary>
internal sealed class TimelineReading(Database database)
{
    private const string SelectHead = "SELECT o.id AS Id, (SELECT MIN(e.at) FROM event e WHERE e.organisation_id = o.id) AS EventsSince FROM organisation o WHERE o.id = @id";

    private const string SelectEvents = """
        SELECT e.seq AS Seq, e.at AS At, e.type_order AS TypeOrder, e.type AS Type, e.ehr AS Ehr, e.error_kind AS ErrorKind, e.error_group_id AS ErrorGroupId,
          e.correlation_id AS CorrelationId, e.result_count AS ResultCount, e.detail AS Detail
        FROM event e
        WHERE e.organisation_id = @id AND e.at <= @at AND (e.at < @at OR e.type_order < @typeOrder OR (e.type_order = @typeOrder AND e.seq < @seq))
        """;

    private const string EventsNewestFirst = " ORDER BY e.at DESC, e.type_order DESC, e.seq DESC ";

    private const string SelectTickets = """
        SELECT a.id AS Id, a.ticket_number AS TicketNumber, a.at AS At, a.actor AS Actor, a.kind AS Kind, a.text AS Text
        FROM ticket_activity a
        WHERE a.organisation_id = @id AND a.kind <> 'seen' AND a.at <= @at AND (a.at < @at OR a.id < @ticketId)
        ORDER BY a.at DESC, a.id DESC
        """ + " ";

    // Above every id of an activity and below none; ids are UUIDs in lower-case hexadecimal.
    private const string AboveEveryId = "~";

    public async Task<Outcome<Timeline>> ReadAsync(string id, TimelineQuery query, CancellationToken cancellationToken)
    {
        var scope = Scope(id, query);
        var limit = PageLimit.Check(query.Limit);
        var place = TimelinePlace.Read(query.Cursor, scope);
        if ((limit.Refusal ?? place.Refusal) is { } refusal)
        {
            return refusal;
        }

        return await database.ReadAsync(async connection =>
        {
            var head = await connection.QueryFirstOrDefaultAsync<Head>(new CommandDefinition(SelectHead, new { id }, cancellationToken: cancellationToken)).ConfigureAwait(false);
            if (head is null)
            {
                return new Refusal.NotFound("An organisation with this id");
            }

            var take = limit.Value + 1;
            var events = await EventsAsync(connection, id, query.Kinds, place.Value!, take, cancellationToken).ConfigureAwait(false);
            var tickets = await TicketsAsync(connection, id, query.Kinds, place.Value!, take, cancellationToken).ConfigureAwait(false);
            var merged = events.Concat(tickets).OrderBy(item => item.Place).Take(take).ToList();
            var page = Page.Of(merged, limit.Value, item => item.Place.Write(scope));
            return (Outcome<Timeline>)new Timeline([.. page.Items.Select(item => item.Item)], page.Next, UnixTime.Time(head.EventsSince));
        }, cancellationToken).ConfigureAwait(false);
    }

    internal static string Scope(string id, TimelineQuery query) => $"timeline\n{id}\n{string.Join(',', query.Kinds.Order())}";

    private async Task<IEnumerable<PlacedItem>> EventsAsync(
        DbConnection connection, string id, IReadOnlyList<TimelineKind> kinds, TimelinePlace after, int take, CancellationToken cancellationToken)
    {
        if (kinds.Count > 0 && kinds.All(kind => kind == TimelineKind.Tickets))
        {
            return [];
        }

        // A ticket's doing stands before the events of its time: after it, all of these are still to come.
        var values = new { id, at = after.At, typeOrder = after.TicketId is null ? after.TypeOrder : int.MaxValue, seq = after.Seq, take };
        var statement = SelectEvents + TimelineFilter.Of(kinds) + EventsNewestFirst + database.Dialect.Take;
        var rows = await connection.QueryAsync<TimelineEventRow>(new CommandDefinition(statement, values, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return rows.Select(row => row.ToItem());
    }

    private async Task<IEnumerable<PlacedItem>> TicketsAsync(
        DbConnection connection, string id, IReadOnlyList<TimelineKind> kinds, TimelinePlace after, int take, CancellationToken cancellationToken)
    {
        if (kinds.Count > 0 && !kinds.Contains(TimelineKind.Tickets))
        {
            return [];
        }

        var isBeginning = after == TimelinePlace.Beginning;
        var values = new { id, at = after.At, ticketId = isBeginning ? AboveEveryId : after.TicketId ?? "", take };
        var rows = await connection.QueryAsync<TimelineTicketRow>(
            new CommandDefinition(SelectTickets + database.Dialect.Take, values, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return rows.Select(row => row.ToItem());
    }

    private sealed class Head
    {
        public string Id { get; init; } = "";
        public long? EventsSince { get; init; }
    }
}
