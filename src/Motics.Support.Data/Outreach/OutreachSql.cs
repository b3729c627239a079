namespace Motics.Support.Data.Outreach;

/// <summary>Statements of <see cref="OutreachStore"/>, in the subset that both engines take.</summary>
internal static class OutreachSql
{
    private const string Columns = """
        r.id AS Id, r.filter AS Filter, r.state AS State, r.organisations AS Organisations, r.made AS Made, r.left_out AS LeftOut, r.taken_back AS TakenBack, r.staying AS Staying,
        r.assignees AS Assignees, r.asked_too AS AskedToo, r.actor_id AS ActorId, r.actor_name AS ActorName, r.begun_at AS BegunAt, r.finished_at AS FinishedAt,
        r.undone_by_id AS UndoneById, r.undone_by_name AS UndoneByName, r.undone_at AS UndoneAt
        """;

    public const string Insert = """
        INSERT INTO outreach (id, request_id, filter, state, organisations, made, left_out, taken_back, staying, assignees, asked_too, actor_id, actor_name, begun_at)
        VALUES (@Id, @RequestId, @Filter, @State, @Organisations, 0, 0, 0, 0, @Assignees, @AskedToo, @ActorId, @ActorName, @BegunAt)
        """;

    public const string InsertPart = "INSERT INTO outreach_part (outreach_id, number, organisations, done) VALUES (@Id, @Number, @Organisations, 0)";

    public const string Find = $"SELECT {Columns} FROM outreach r WHERE r.id = @id";

    public const string OfRequest = $"SELECT {Columns} FROM outreach r WHERE r.request_id = @requestId";

    /// <summary>Ends with the dialect's limit.</summary>
    public const string Newest = $"SELECT {Columns} FROM outreach r ORDER BY r.begun_at DESC, r.id DESC ";

    /// <summary>Ends with the dialect's limit.</summary>
    public const string AtWork = $"SELECT {Columns} FROM outreach r WHERE r.state IN ('running', 'undoing') ORDER BY r.begun_at, r.id ";

    /// <summary>Ends with the dialect's limit.</summary>
    public const string NextPart = "SELECT p.number AS Number, p.organisations AS Organisations FROM outreach_part p WHERE p.outreach_id = @id AND p.done = 0 ORDER BY p.number ";

    /// <summary>Ends with the dialect's limit.</summary>
    public const string NextTickets = "SELECT x.ticket_number FROM outreach_outcome x WHERE x.outreach_id = @id AND x.outcome = 'made' ORDER BY x.ticket_number ";

    private const string SelectItems = """
        SELECT x.organisation_id AS OrganisationId, COALESCE(o.name, o.id) AS Name, x.outcome AS Outcome, x.ticket_number AS TicketNumber, x.why AS Why, x.because AS Because
        FROM outreach_outcome x JOIN organisation o ON o.id = x.organisation_id WHERE x.outreach_id = @id
        """;

    private const string InOrder = " ORDER BY x.outcome, x.ticket_number, x.organisation_id ";

    /// <summary>Ends with the dialect's limit.</summary>
    public const string Items = SelectItems + InOrder;

    /// <summary>Ends with the dialect's limit.</summary>
    public const string ItemsOf = $"{SelectItems} AND x.outcome = @outcome{InOrder}";

    /// <summary>Holds the run until the transaction ends; touches nothing when it is in another state by now.</summary>
    public const string Hold = "UPDATE outreach SET made = made WHERE id = @id AND state = @state";

    public const string HoldNumbers = "UPDATE number_sequence SET last_number = last_number WHERE name = 'ticket'";

    public const string PartDone = "UPDATE outreach_part SET done = 1 WHERE outreach_id = @id AND number = @number AND done = 0";

    public const string HasOpenTicket = $"SELECT COUNT(*) FROM ticket t WHERE t.organisation_id = @organisationId AND t.status IN {Organisations.OrganisationFilter.OpenTicketStatuses}";

    public const string InsertOutcome = """
        INSERT INTO outreach_outcome (outreach_id, organisation_id, outcome, ticket_number, why, because)
        VALUES (@OutreachId, @OrganisationId, @Outcome, @TicketNumber, @Why, @Because)
        """;

    public const string UpdateOutcome = "UPDATE outreach_outcome SET outcome = @outcome, because = @because WHERE outreach_id = @id AND ticket_number = @number AND outcome = 'made'";

    public const string Count = "UPDATE outreach SET made = made + @made, left_out = left_out + @leftOut, taken_back = taken_back + @takenBack, staying = staying + @staying WHERE id = @id";

    public const string PartsLeft = "SELECT COUNT(*) FROM outreach_part WHERE outreach_id = @id AND done = 0";

    public const string TicketsLeft = "SELECT COUNT(*) FROM outreach_outcome WHERE outreach_id = @id AND outcome = 'made'";

    public const string Finish = "UPDATE outreach SET state = 'done', finished_at = @now WHERE id = @id";

    public const string FinishUndo = "UPDATE outreach SET state = 'undone' WHERE id = @id";

    public const string BeginUndo = """
        UPDATE outreach SET state = 'undoing', undone_by_id = @by, undone_by_name = @name, undone_at = @at WHERE id = @id AND state IN ('running', 'done')
        """;

    /// <summary>Somebody other than who takes it back has the ticket's page open now.</summary>
    public const string Present = "SELECT MIN(person_name) FROM presence WHERE page = @page AND seen_at > @gone AND person_id <> @by";
}
