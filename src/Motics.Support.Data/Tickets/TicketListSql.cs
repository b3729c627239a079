using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Complaints;
using Motics.Support.Core.Tickets.Keys;

namespace Motics.Support.Data.Tickets;

/// <summary>The list of tickets: its pieces are constants, and a query only chooses among them.</summary>
internal static class TicketListSql
{
    private const string Select = $"""
        SELECT {TicketSql.Columns}, o.name AS OrganisationName, o.own_ehr AS Ehr, o.place AS Place,
          o.health AS Health, o.health_since_at AS HealthSinceAt, e.number AS EscalationNumber, e.status AS EscalationStatus, o.migrated_at AS MigratedAt,
          c.search_success_at AS SearchSuccessAt, c.push_success_at AS PushSuccessAt, c.verify_success_at AS VerifySuccessAt,
          c.deciding_failure_at AS DecidingFailureAt, c.last_key_at AS LastKeyAt, c.operations AS Operations, c.unmended AS Unmended, {KeyStandsExposed} AS KeyExposed
        """;

    // A key replaces the one that was seen by others when it was saved after that and its fingerprint had never been seen; ExposedKey in Core says the same.
    private const string KeyStandsExposed = """
        CASE WHEN t.key_exposed_at IS NULL OR EXISTS (
          SELECT 1 FROM key_entry k WHERE k.organisation_id = t.organisation_id AND k.ehr = o.own_ehr AND k.saved_at > t.key_exposed_at AND NOT EXISTS (
            SELECT 1 FROM key_entry b WHERE b.organisation_id = k.organisation_id AND b.ehr = k.ehr AND b.fingerprint = k.fingerprint AND b.stamp < k.stamp))
          THEN 0 ELSE 1 END
        """;

    private const string Count = "SELECT COUNT(*)";

    private const string From = """

        FROM ticket t
        JOIN organisation o ON o.id = t.organisation_id
        LEFT JOIN connection c ON c.organisation_id = o.id AND c.ehr = o.own_ehr AND c.ehr <> 'none'
        LEFT JOIN escalation e ON e.ticket_number = t.number AND e.status <> 'resolved'
        WHERE 1 = 1
        """;

    private const string OfStatuses = " AND t.status IN @statuses";
    private const string Open = " AND t.status IN ('new', 'open', 'waiting-on-clinic', 'escalated', 'resolved')";
    private const string OfAssignee = " AND t.assignee_id = @assignee";
    private const string OfNobody = " AND t.assignee_id IS NULL";
    private const string OfOrganisation = " AND t.organisation_id = @organisationId";
    private const string OfOutreach = " AND EXISTS (SELECT 1 FROM outreach_outcome x WHERE x.outreach_id = @outreachId AND x.ticket_number = t.number)";
    private const string Stuck = " AND t.updated_at < @stuckBefore";

    // The one place that says when a ticket wants its agent again; TicketWaking in Core names the same three.
    private const string Woken = $" AND (t.remind_at <= @now OR t.returned_at IS NOT NULL OR t.answered_when_touched = 0{TicketProofSql.Answered})";

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
        + (query.OutreachId is null ? "" : OfOutreach)
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
