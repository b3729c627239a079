namespace Motics.Support.Data.Tickets;

/// <summary>Statements of <see cref="TicketStore"/> and <see cref="TicketWriter"/>, in the subset that both engines take.</summary>
internal static class TicketSql
{
    public const string NextNumber = "UPDATE number_sequence SET last_number = last_number + 1 WHERE name = @name";

    public const string LastNumber = "SELECT last_number FROM number_sequence WHERE name = @name";

    public const string NumberOfRequest = "SELECT number FROM ticket WHERE request_id = @requestId";

    public const string Insert = """
        INSERT INTO ticket (number, organisation_id, subject, subject_folded, reporter, external_url, status, assignee_id, assignee_name, answers, asked_again,
          checklist, verdict, criterion, playbook_version, verdict_at, remind_at, returned_at, mended_by, mended_detail, version,
          created_at, created_by_id, created_by_name, updated_at, touched_at, health_when_touched, request_id,
          complaint_at, complaint_proofs, complaint_about, complaint_known, answered_when_touched, renewed_at, opening_at, opening_key_asked, opening_failing,
          key_exposed_at, key_exposed_in, key_exposed_by_id, key_exposed_by_name, engineers_done_at)
        VALUES (@Number, @OrganisationId, @Subject, @SubjectFolded, @Reporter, @ExternalUrl, @Status, @AssigneeId, @AssigneeName, @Answers, @AskedAgain,
          @Checklist, @Verdict, @Criterion, @PlaybookVersion, @VerdictAt, @RemindAt, @ReturnedAt, @MendedBy, @MendedDetail, @Version,
          @CreatedAt, @CreatedById, @CreatedByName, @UpdatedAt, @TouchedAt, @HealthWhenTouched, @RequestId,
          @ComplaintAt, @ComplaintProofs, @ComplaintAbout, 1, @AnsweredWhenTouched, @RenewedAt, @OpeningAt, @OpeningKeyAsked, @OpeningFailing,
          @KeyExposedAt, @KeyExposedIn, @KeyExposedById, @KeyExposedByName, @EngineersDoneAt)
        """;

    /// <summary>Touches nothing when somebody was faster: the version is part of the condition.</summary>
    public const string Update = """
        UPDATE ticket SET subject = @Subject, subject_folded = @SubjectFolded, reporter = @Reporter, external_url = @ExternalUrl, status = @Status,
          assignee_id = @AssigneeId, assignee_name = @AssigneeName, answers = @Answers, asked_again = @AskedAgain, checklist = @Checklist,
          verdict = @Verdict, criterion = @Criterion, playbook_version = @PlaybookVersion, verdict_at = @VerdictAt, remind_at = @RemindAt,
          returned_at = @ReturnedAt, mended_by = @MendedBy, mended_detail = @MendedDetail, version = @Version, updated_at = @UpdatedAt,
          touched_at = @TouchedAt, health_when_touched = @HealthWhenTouched, complaint_at = @ComplaintAt, complaint_proofs = @ComplaintProofs,
          complaint_about = @ComplaintAbout, complaint_known = 1, answered_when_touched = @AnsweredWhenTouched, renewed_at = @RenewedAt, opening_at = @OpeningAt,
          opening_key_asked = @OpeningKeyAsked, opening_failing = @OpeningFailing, key_exposed_at = @KeyExposedAt, key_exposed_in = @KeyExposedIn,
          key_exposed_by_id = @KeyExposedById, key_exposed_by_name = @KeyExposedByName, engineers_done_at = @EngineersDoneAt
        WHERE number = @Number AND version = @Version - 1
        """;

    /// <summary>What migration 0009 added, for a ticket that was there before and that nobody has changed since it was read.</summary>
    public const string Fill = """
        UPDATE ticket SET complaint_at = @ComplaintAt, complaint_proofs = @ComplaintProofs, complaint_about = @ComplaintAbout, complaint_known = 1,
          answered_when_touched = @AnsweredWhenTouched, opening_at = @OpeningAt, opening_key_asked = @OpeningKeyAsked, opening_failing = @OpeningFailing,
          key_exposed_at = @KeyExposedAt, key_exposed_in = @KeyExposedIn, key_exposed_by_id = @KeyExposedById, key_exposed_by_name = @KeyExposedByName,
          engineers_done_at = @EngineersDoneAt
        WHERE number = @Number AND version = @Version AND complaint_known = 0
        """;

    /// <summary>The columns of <see cref="TicketRow"/>, of a ticket called t.</summary>
    public const string Columns = """
        t.number AS Number, t.organisation_id AS OrganisationId, t.subject AS Subject, t.reporter AS Reporter, t.external_url AS ExternalUrl,
        t.status AS Status, t.assignee_id AS AssigneeId, t.assignee_name AS AssigneeName, t.answers AS Answers, t.asked_again AS AskedAgain,
        t.checklist AS Checklist, t.verdict AS Verdict, t.criterion AS Criterion, t.playbook_version AS PlaybookVersion, t.verdict_at AS VerdictAt,
        t.remind_at AS RemindAt, t.returned_at AS ReturnedAt, t.mended_by AS MendedBy, t.mended_detail AS MendedDetail, t.version AS Version,
        t.created_at AS CreatedAt, t.created_by_id AS CreatedById, t.created_by_name AS CreatedByName, t.updated_at AS UpdatedAt,
        t.touched_at AS TouchedAt, t.health_when_touched AS HealthWhenTouched, t.complaint_at AS ComplaintAt, t.complaint_proofs AS ComplaintProofs,
        t.complaint_about AS ComplaintAbout, t.answered_when_touched AS AnsweredWhenTouched, t.renewed_at AS RenewedAt, t.opening_at AS OpeningAt,
        t.opening_key_asked AS OpeningKeyAsked, t.opening_failing AS OpeningFailing, t.key_exposed_at AS KeyExposedAt, t.key_exposed_in AS KeyExposedIn,
        t.key_exposed_by_id AS KeyExposedById, t.key_exposed_by_name AS KeyExposedByName, t.engineers_done_at AS EngineersDoneAt
        """;

    public const string Find = $"SELECT {Columns} FROM ticket t WHERE t.number = @number";

    public const string InsertActivity = """
        INSERT INTO ticket_activity (id, ticket_number, organisation_id, version, at, actor_id, actor, kind, text)
        VALUES (@Id, @TicketNumber, @OrganisationId, @Version, @At, @ActorId, @Actor, @Kind, @Text)
        """;

    private const string ActivityColumns =
        "id AS Id, ticket_number AS TicketNumber, organisation_id AS OrganisationId, version AS Version, at AS At, actor_id AS ActorId, actor AS Actor, kind AS Kind, text AS Text";

    public const string ActivitySince = $"SELECT {ActivityColumns} FROM ticket_activity WHERE ticket_number = @number AND version > @version ORDER BY version, id";

    /// <summary>Ends with the dialect's limit.</summary>
    public const string NewestActivity = $"SELECT {ActivityColumns} FROM ticket_activity WHERE ticket_number = @number ORDER BY version DESC, id DESC ";

    public const string InsertNote =
        "INSERT INTO ticket_note (id, ticket_number, at, actor_id, actor, text) VALUES (@Id, @TicketNumber, @At, @ActorId, @Actor, @Text)";

    public const string Notes =
        "SELECT id AS Id, at AS At, actor_id AS ActorId, actor AS Actor, text AS Text FROM ticket_note WHERE ticket_number = @number ORDER BY at, id";

    public const string UpdateReply = """
        UPDATE ticket_reply SET text = @Text, rule_id = @RuleId, composed = @Composed, edited_at = @EditedAt, edited_by_id = @EditedById, edited_by_name = @EditedByName,
          copied_at = @CopiedAt, copied_form = @CopiedForm, copied_version = @CopiedVersion, copied_by_id = @CopiedById, copied_by_name = @CopiedByName
        WHERE ticket_number = @TicketNumber
        """;

    public const string InsertReply = """
        INSERT INTO ticket_reply (ticket_number, text, rule_id, composed, edited_at, edited_by_id, edited_by_name, copied_at, copied_form, copied_version, copied_by_id, copied_by_name)
        VALUES (@TicketNumber, @Text, @RuleId, @Composed, @EditedAt, @EditedById, @EditedByName, @CopiedAt, @CopiedForm, @CopiedVersion, @CopiedById, @CopiedByName)
        """;

    public const string Reply = """
        SELECT ticket_number AS TicketNumber, text AS Text, rule_id AS RuleId, composed AS Composed, edited_at AS EditedAt, edited_by_id AS EditedById, edited_by_name AS EditedByName,
          copied_at AS CopiedAt, copied_form AS CopiedForm, copied_version AS CopiedVersion, copied_by_id AS CopiedById, copied_by_name AS CopiedByName
        FROM ticket_reply WHERE ticket_number = @number
        """;

    public const string InsertScreenshot = """
        INSERT INTO ticket_screenshot (id, ticket_number, file_name, content_type, width, height, size, at, actor_id, actor, bytes)
        VALUES (@Id, @TicketNumber, @FileName, @ContentType, @Width, @Height, @Size, @At, @ActorId, @Actor, @Bytes)
        """;

    private const string ScreenshotColumns =
        "id AS Id, file_name AS FileName, content_type AS ContentType, width AS Width, height AS Height, size AS Size, at AS At, actor_id AS ActorId, actor AS Actor";

    public const string Screenshots = $"SELECT {ScreenshotColumns} FROM ticket_screenshot WHERE ticket_number = @number ORDER BY at, id";

    public const string Screenshot = $"SELECT {ScreenshotColumns}, bytes AS Bytes FROM ticket_screenshot WHERE ticket_number = @number AND id = @id";

    public const string InsertRun = """
        INSERT INTO ticket_run (ticket_number, version, at, playbook_version, facts, verdict, criterion)
        VALUES (@TicketNumber, @Version, @At, @PlaybookVersion, @Facts, @Verdict, @Criterion)
        """;

    public const string UpdatePerson = "UPDATE person SET name = @Name, seen_at = @SeenAt WHERE id = @Id";

    public const string InsertPerson =
        "INSERT INTO person (id, name, seen_at) SELECT @Id, @Name, @SeenAt WHERE NOT EXISTS (SELECT 1 FROM person WHERE id = @Id)";

    public const string People = "SELECT id AS Id, name AS Name FROM person ORDER BY name, id";
}
