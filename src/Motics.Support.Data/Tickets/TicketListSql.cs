using Motics.Support.Core.Tickets;

namespace Motics.Support.Data.Tickets;

/// <summary>The list of tickets: its pieces are constants, and a query only chooses among them.</summary>
internal static class TicketListSql
{
    private const string Select = $"""
        SELECT {TicketSql.Columns}, o.name AS OrganisationName, o.own_ehr AS Ehr, o.place AS Place,
          o.health AS Health, o.health_since_at AS HealthSinceAt, e.number AS EscalationNumber, e.status AS EscalationStatus
        """;

    private const string Count = "SELECT COUNT(*)";

    private const string From = """

        FROM ticket t
        JOIN organisation o ON o.id = t.organisation_id
        LEFT JOIN escalation e ON e.ticket_number = t.number AND e.status <> 'resolved'
        WHERE 1 = 1
        """;

    private const string OfStatuses = " AND t.status IN @statuses";
    private const string Open = " AND t.status IN ('new', 'open', 'waiting-on-clinic', 'escalated', 'resolved')";
    private const string OfAssignee = " AND t.assignee_id = @assignee";
    private const string OfNobody = " AND t.assignee_id IS NULL";
    private const string OfOrganisation = " AND t.organisation_id = @organisationId";
    private const string Stuck = " AND t.updated_at < @stuckBefore";

    // The one place that says when a ticket wants its agent again; TicketWaking in Core names the same three.
    private const string Woken = " AND (o.health <> t.health_when_touched OR t.remind_at <= @now OR t.returned_at IS NOT NULL)";

    private const string AfterNewest = " AND t.number < @number";
    private const string AfterOldest = " AND t.number > @number";
    private const string AfterLongest = " AND (t.touched_at > @touchedAt OR (t.touched_at = @touchedAt AND t.number > @number))";
    private const string Newest = " ORDER BY t.number DESC ";
    private const string Oldest = " ORDER BY t.number ";
    private const string Longest = " ORDER BY t.touched_at, t.number ";

    /// <summary>One page; <paramref name="first"/> when there is no cursor.</summary>
    public static string Page(TicketQuery query, bool first, Dialect dialect) =>
        Select + From + Where(query) + (first ? "" : After(query.Order)) + OrderBy(query.Order) + dialect.Take;

    /// <summary>All rows of the query, counted.</summary>
    public static string Total(TicketQuery query) => Count + From + Where(query);

    private static string Where(TicketQuery query) =>
        (query.Statuses.Count > 0 ? OfStatuses : "")
        + (query.OpenOnly || query.Woken || query.Stuck ? Open : "")
        + (query.Assignee switch { null => "", TicketQuery.Nobody => OfNobody, _ => OfAssignee })
        + (query.OrganisationId is null ? "" : OfOrganisation)
        + (query.Woken ? Woken : "")
        + (query.Stuck ? Stuck : "");

    private static string After(TicketOrder order) => order switch
    {
        TicketOrder.Oldest => AfterOldest,
        TicketOrder.LongestUntouched => AfterLongest,
        _ => AfterNewest,
    };

    private static string OrderBy(TicketOrder order) => order switch
    {
        TicketOrder.Oldest => Oldest,
        TicketOrder.LongestUntouched => Longest,
        _ => Newest,
    };
}
