using Motics.Support.Core.Escalations;

namespace Motics.Support.Data.Escalations;

/// <summary>Statements of <see cref="EscalationStore"/>, in the subset that both engines take.</summary>
internal static class EscalationSql
{
    public const string OpenOfTicket = "SELECT COUNT(*) FROM escalation WHERE ticket_number = @ticketNumber AND status <> 'resolved'";

    public const string Insert = """
        INSERT INTO escalation (number, ticket_number, organisation_id, status, criterion, verdict, submitted_at, submitted_by_id, submitted_by_name,
          override_reason, engineer_id, engineer_name, questions, asked, error_group_id, packet_json, packet_markdown, version, updated_at)
        VALUES (@Number, @TicketNumber, @OrganisationId, @Status, @Criterion, @Verdict, @SubmittedAt, @SubmittedById, @SubmittedByName,
          @OverrideReason, @EngineerId, @EngineerName, @Questions, @Asked, @ErrorGroupId, @PacketJson, @PacketMarkdown, @Version, @UpdatedAt)
        """;

    /// <summary>Touches nothing when somebody was faster. The packet and what it was made from are not among what can change.</summary>
    public const string Update = """
        UPDATE escalation SET status = @Status, engineer_id = @EngineerId, engineer_name = @EngineerName, questions = @Questions, asked = @Asked,
          version = @Version, updated_at = @UpdatedAt
        WHERE number = @Number AND version = @Version - 1
        """;

    private const string ShortColumns = """
        e.number AS Number, e.ticket_number AS TicketNumber, e.organisation_id AS OrganisationId, e.status AS Status, e.criterion AS Criterion,
        e.verdict AS Verdict, e.submitted_at AS SubmittedAt, e.submitted_by_id AS SubmittedById, e.submitted_by_name AS SubmittedByName,
        e.override_reason AS OverrideReason, e.engineer_id AS EngineerId, e.engineer_name AS EngineerName, e.questions AS Questions, e.asked AS Asked,
        e.error_group_id AS ErrorGroupId, e.version AS Version, e.updated_at AS UpdatedAt
        """;

    private const string SelectRow = $"SELECT {ShortColumns}, t.subject AS TicketSubject, o.name AS OrganisationName, (SELECT g.title FROM error_group g WHERE g.id = e.error_group_id) AS ErrorTitle";

    private const string Count = "SELECT COUNT(*)";

    private const string From = """

        FROM escalation e
        JOIN ticket t ON t.number = e.ticket_number
        JOIN organisation o ON o.id = e.organisation_id
        WHERE 1 = 1
        """;

    public const string Find =
        $"SELECT {ShortColumns}, e.packet_json AS PacketJson, e.packet_markdown AS PacketMarkdown, t.subject AS TicketSubject, t.asked_again AS AskedAgain, o.name AS OrganisationName"
        + From + " AND e.number = @number";

    public const string OfTicket = SelectRow + From + " AND e.ticket_number = @ticketNumber ORDER BY e.number DESC";

    private const string OfStatuses = " AND e.status IN @statuses";
    private const string OfAssignee = " AND t.assignee_id = @assignee";
    private const string OfOrganisation = " AND e.organisation_id = @organisationId";
    private const string OfError = " AND e.error_group_id = @errorGroupId";
    private const string OfEngineer = " AND e.engineer_id = @engineer";
    private const string IsAnswered = " AND EXISTS (SELECT 1 FROM escalation_log l WHERE l.escalation_number = e.number AND l.kind = 'answered')";
    private const string IsNotAnswered = " AND NOT EXISTS (SELECT 1 FROM escalation_log l WHERE l.escalation_number = e.number AND l.kind = 'answered')";
    private const string After = " AND e.number < @number";
    private const string Newest = " ORDER BY e.number DESC ";

    public const string InsertLog = """
        INSERT INTO escalation_log (id, escalation_number, version, at, actor_id, actor, kind, text)
        VALUES (@Id, @EscalationNumber, @Version, @At, @ActorId, @Actor, @Kind, @Text)
        """;

    public const string Log = """
        SELECT id AS Id, version AS Version, at AS At, actor_id AS ActorId, actor AS Actor, kind AS Kind, text AS Text
        FROM escalation_log WHERE escalation_number = @number ORDER BY version, id
        """;

    /// <summary>One page; <paramref name="first"/> when there is no cursor.</summary>
    public static string Page(EscalationQuery query, bool first, Dialect dialect) =>
        SelectRow + From + Where(query) + (first ? "" : After) + Newest + dialect.Take;

    /// <summary>All rows of the query, counted.</summary>
    public static string Total(EscalationQuery query) => Count + From + Where(query);

    private static string Where(EscalationQuery query) =>
        (query.Statuses.Count > 0 ? OfStatuses : "")
        + (query.TicketAssignee is null ? "" : OfAssignee)
        + (query.OrganisationId is null ? "" : OfOrganisation)
        + (query.ErrorGroupId is null ? "" : OfError)
        + (query.Engineer is null ? "" : OfEngineer)
        + query.Answered switch { null => "", true => IsAnswered, false => IsNotAnswered };
}
