using Dapper;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Paging;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Home;
using Motics.Support.Core.Triage;
using Motics.Support.Data.Tests.Tickets;

namespace Motics.Support.Data.Tests.Escalations;

public abstract class EscalationStoreContract(Engine engine)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Escalation_Created_ChangesItsTicketInTheSameTransaction()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var ticket = await database.AddTicketAsync();
        Assert.Equal(1, await CreateAsync(database, ticket));
        var file = (await database.Escalations.FindAsync(1, Cancel))!;
        Assert.Equal("{\"a\":\"ü\\n\"}", file.Escalation.PacketJson);
        Assert.Equal("submitted it", Assert.Single(file.Log).Text);
        var after = (await database.Tickets.FindAsync(ticket.Number, Cancel))!;
        Assert.Equal((TicketStatus.Escalated, 2), (after.Ticket.Status, after.Ticket.Version));
        Assert.Equal(1, Assert.Single(after.Escalations).Number);
        Assert.Equal(1, await database.ScalarAsync<long>("SELECT COUNT(*) FROM audit WHERE action = 'escalation.submit'"));
    }

    [Fact]
    public async Task Escalation_WithEverything_ReadsBackTheSame()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var ticket = await database.AddTicketAsync();
        var whole = New(ticket) with
        {
            Number = 1,
            Criterion = EscalationCriterion.RepeatedError,
            Status = EscalationStatus.NeedsInfo,
            OverrideReason = "because",
            Engineer = TicketDatabase.Kim,
            Questions = ["symptom", "ehr"],
            ErrorGroupId = "g1",
            Asked =
            [
                new(1, "Which “browser” <b>is</b> it?", TicketDatabase.Now, TicketDatabase.Kim) { Answer = "Firefox\n128", AnsweredAt = TicketDatabase.Now, AnsweredBy = TicketDatabase.Kim, Settled = true },
                new(2, "And on a second computer?", TicketDatabase.Now, TicketDatabase.Kim),
            ],
        };
        await database.Escalations.CreateAsync(_ => new() { Escalation = whole, Ticket = Escalated(ticket) }, Cancel);
        Assert.Equivalent(whole, (await database.Escalations.FindAsync(1, Cancel))!.Escalation, strict: true);
        var row = Assert.Single((await database.Tickets.FindAsync(ticket.Number, Cancel))!.Escalations);
        Assert.Equal([2], row.AskedNow.Select(question => question.Id));
    }

    [Fact]
    public async Task Escalation_OfATicketChangedInBetween_KeepsNothingAndNoNumber()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var ticket = await database.AddTicketAsync();
        await database.Tickets.SaveAsync(TicketDatabase.Changed(ticket with { Version = 2 }), Cancel);
        Assert.Null(await CreateAsync(database, ticket));
        Assert.Null(await database.Escalations.FindAsync(1, Cancel));
        Assert.Equal(0, await database.ScalarAsync<long>("SELECT last_number FROM number_sequence WHERE name = 'escalation'"));
        Assert.Equal(0, await database.ScalarAsync<long>("SELECT COUNT(*) FROM audit WHERE action = 'escalation.submit'"));
    }

    [Fact]
    public async Task Escalation_WhileOneIsOpen_KeepsNothing()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var ticket = await database.AddTicketAsync();
        Assert.Equal(1, await CreateAsync(database, ticket));
        Assert.Null(await CreateAsync(database, ticket with { Version = 2 }));
        Assert.Equal(2, (await database.Tickets.FindAsync(ticket.Number, Cancel))!.Ticket.Version);
    }

    [Fact]
    public async Task Escalation_SubmittedByManyAtOnce_IsOne()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var ticket = await database.AddTicketAsync();
        var numbers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => CreateAsync(database, ticket), Cancel)));
        Assert.Single(numbers, number => number is not null);
        Assert.Equal(1, await database.ScalarAsync<long>("SELECT COUNT(*) FROM escalation"));
    }

    [Fact]
    public async Task OpenEscalations_OfOneTicket_AreRefusedByTheDatabaseItself()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        await CreateAsync(database, await database.AddTicketAsync());
        var copy = """
            INSERT INTO escalation (number, ticket_number, organisation_id, status, verdict, submitted_at, submitted_by_id, submitted_by_name, questions, packet_json, packet_markdown, version, updated_at)
            SELECT 99, ticket_number, organisation_id, status, verdict, submitted_at, submitted_by_id, submitted_by_name, questions, packet_json, packet_markdown, version, updated_at FROM escalation
            """;
        var failure = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            database.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(copy, transaction: transaction), Cancel));
        Assert.True(database.Database.Dialect.IsUniqueViolation(failure));
    }

    [Fact]
    public async Task Packet_OnceKept_CannotBeChangedByAnyStatement()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        await CreateAsync(database, await database.AddTicketAsync());
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => database.Database.WriteAsync((connection, transaction) =>
            connection.ExecuteAsync("UPDATE escalation SET packet_json = '{}' WHERE number = 1", transaction: transaction), Cancel));
        Assert.NotEqual("{}", (await database.Escalations.FindAsync(1, Cancel))!.Escalation.PacketJson);
    }

    [Fact]
    public async Task Change_WithATicketThatMovedOn_KeepsNeither()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var ticket = await database.AddTicketAsync();
        await CreateAsync(database, ticket);
        var kept = (await database.Escalations.FindAsync(1, Cancel))!.Escalation;
        var change = new EscalationChange { Escalation = kept with { Version = 2, Status = EscalationStatus.Resolved }, Ticket = TicketDatabase.Changed(ticket with { Version = 2 }) };
        Assert.False(await database.Escalations.SaveAsync(change, Cancel));
        Assert.Equal(EscalationStatus.Submitted, (await database.Escalations.FindAsync(1, Cancel))!.Escalation.Status);
        Assert.True(await database.Escalations.SaveAsync(change with { Ticket = TicketDatabase.Changed(ticket with { Version = 3 }) }, Cancel));
        Assert.False(await database.Escalations.SaveAsync(change with { Ticket = null }, Cancel));
    }

    [Fact]
    public async Task List_FilteredAndPaged_GivesEachOnce()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        await database.AddOrganisationAsync("mill", Health.Failing);
        for (var index = 0; index < 5; index++)
        {
            var ticket = await database.AddTicketAsync(made => made with { OrganisationId = index == 4 ? "mill" : "harbour", Assignee = index % 2 == 0 ? TicketDatabase.Sam : TicketDatabase.Kim });
            await CreateAsync(database, ticket);
        }

        var first = await PageAsync(database, new() { Limit = 3 });
        var second = await PageAsync(database, new() { Limit = 3, Cursor = first.Next });
        Assert.Equal([5, 4, 3, 2, 1], first.Items.Concat(second.Items).Select(row => row.Number));
        Assert.Equal((5, 5), (first.Total, second.Total));
        Assert.Null(second.Next);
        Assert.Equal([4, 2], (await PageAsync(database, new() { TicketAssignee = "kim" })).Items.Select(row => row.Number));
        Assert.Equal([5], (await PageAsync(database, new() { OrganisationId = "mill" })).Items.Select(row => row.Number));
        Assert.Empty((await PageAsync(database, new() { Statuses = [EscalationStatus.Resolved, EscalationStatus.Accepted] })).Items);
        var row = (await PageAsync(database, new() { Statuses = [EscalationStatus.Submitted], Limit = 1 })).Items[0];
        Assert.Equal(("Notes do not push", "Clinic mill"), (row.TicketSubject, row.OrganisationName));
    }

    [Fact]
    public async Task List_ByErrorEngineerAndAnswers_GivesThose()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        await AddErrorAsync(database, "g1", "open", 2);
        for (var index = 0; index < 4; index++)
        {
            await CreateAsync(database, await database.AddTicketAsync(), index % 2 == 0 ? "g1" : null);
        }

        var answered = (await database.Escalations.FindAsync(1, Cancel))!.Escalation;
        Assert.True(await database.Escalations.SaveAsync(new()
        {
            Escalation = answered with { Version = 2, Engineer = TicketDatabase.Kim },
            Log = [new("1.000002.000", 2, TicketDatabase.Now, TicketDatabase.Sam, EscalationLogKind.Answered, "sent the answers")],
        }, Cancel));

        var same = await PageAsync(database, new() { ErrorGroupId = "g1" });
        Assert.Equal([3, 1], same.Items.Select(row => row.Number));
        Assert.Equal((2, "g1", "Bad gateway"), (same.Total, same.Items[0].ErrorGroupId, same.Items[0].ErrorTitle));
        Assert.Null((await PageAsync(database, new() { Limit = 1 })).Items[0].ErrorTitle);
        Assert.Equal([1], (await PageAsync(database, new() { Engineer = "kim" })).Items.Select(row => row.Number));
        Assert.Equal([1], (await PageAsync(database, new() { Answered = true })).Items.Select(row => row.Number));
        Assert.Equal([4, 3, 2], (await PageAsync(database, new() { Answered = false })).Items.Select(row => row.Number));
        var first = await PageAsync(database, new() { ErrorGroupId = "g1", Limit = 1 });
        Assert.NotNull((await database.Escalations.ListAsync(new() { Limit = 1, Cursor = first.Next }, Cancel)).Refusal);
    }

    [Fact]
    public async Task HomeErrors_CameBackThenNewThenShared_EachOnce()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var (old, fresh) = (TicketDatabase.Now.AddDays(-30), TicketDatabase.Now.AddDays(-1));
        await AddErrorAsync(database, "back", "regressed", 2, old);
        await AddErrorAsync(database, "new-few", "open", 1, fresh);
        await AddErrorAsync(database, "new-many", "open", 9, fresh);
        await AddErrorAsync(database, "old-many", "open", 40, old);
        await AddErrorAsync(database, "old-known", "acknowledged", 30, old);
        await AddErrorAsync(database, "known-fresh", "acknowledged", 3, fresh);
        await AddErrorAsync(database, "mended", "resolved", 90, fresh);
        await AddErrorAsync(database, "left", "ignored", 90, fresh);
        await CreateAsync(database, await database.AddTicketAsync(), "back");

        var errors = await database.Home.ErrorsAsync(2, TicketDatabase.Now, Cancel);

        Assert.Equal(
            [("back", HomeErrorWhy.Regressed, 1), ("new-many", HomeErrorWhy.New, 0), ("new-few", HomeErrorWhy.New, 0), ("old-many", HomeErrorWhy.Shared, 0), ("old-known", HomeErrorWhy.Shared, 0)],
            errors.Select(error => (error.Group.Id, error.Why, error.OpenEscalations)));
    }

    [Fact]
    public async Task LastErrors_OfAnOrganisation_AreTheNewestFirst()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        await AddEventAsync(database, 1, "harbour", "failure", -3);
        await AddEventAsync(database, 2, "harbour", "success", -2);
        await AddEventAsync(database, 3, "harbour", "failure", -1);
        await AddEventAsync(database, 4, "mill", "failure", 0);
        var errors = await database.Escalations.LastErrorsAsync("harbour", 10, Cancel);
        Assert.Equal(["corr-3", "corr-1"], errors.Select(error => error.CorrelationId));
        Assert.Equal(new(TicketDatabase.Now.AddHours(-1), ErrorKind.ServerError, Operation.NotePush, "E42", 502, "Bad gateway", "corr-3"), errors[0]);
        Assert.Single(await database.Escalations.LastErrorsAsync("harbour", 1, Cancel));
    }

    [Fact]
    public async Task ErrorGroup_CountsTheOthersThatShareIt()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        await database.Database.WriteAsync(async (connection, transaction) =>
        {
            await connection.ExecuteAsync("""
                INSERT INTO error_group (id, title, kind, operation, events, organisations, first_seen_at, last_seen_at, status, version)
                VALUES ('g1', 'Bad gateway', 'server-error', 'note-push', 9, 3, 1000, 2000, 'open', 1)
                """, transaction: transaction);
            foreach (var organisation in new[] { "harbour", "mill", "park" })
            {
                await connection.ExecuteAsync("INSERT INTO error_group_organisation (error_group_id, organisation_id, events, first_seen_at, last_seen_at) VALUES ('g1', @organisation, 3, 1000, 2000)", new { organisation }, transaction);
            }
        }, Cancel);
        var group = (await database.Escalations.ErrorGroupAsync("g1", "harbour", Cancel))!;
        Assert.Equal(("Bad gateway", ErrorKind.ServerError, 9L, 2), (group.Title, group.Kind, group.Events, group.OtherOrganisations));
        Assert.Null(await database.Escalations.ErrorGroupAsync("g2", "harbour", Cancel));
    }

    private static async Task<CountedPage<EscalationItem>> PageAsync(TicketDatabase database, EscalationQuery query) => (await database.Escalations.ListAsync(query, Cancel)).Value!;

    private static Task<int> AddErrorAsync(TicketDatabase database, string id, string status, int organisations, DateTimeOffset? since = null) =>
        database.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync("""
            INSERT INTO error_group (id, title, kind, operation, events, organisations, first_seen_at, last_seen_at, status, version)
            VALUES (@id, 'Bad gateway', 'server-error', 'note-push', 9, @organisations, @since, @since, @status, 1)
            """, new { id, status, organisations, since = UnixTime.Of(since ?? TicketDatabase.Now) }, transaction), Cancel);

    private static Task<long?> CreateAsync(TicketDatabase database, Ticket ticket, string? error = null) =>
        database.Escalations.CreateAsync(number => new()
        {
            Escalation = New(ticket) with { Number = number, ErrorGroupId = error },
            Log = [new($"{number}.000001.000", 1, TicketDatabase.Now, TicketDatabase.Sam, EscalationLogKind.Submitted, "submitted it")],
            Ticket = Escalated(ticket),
            Audit = [new(TicketDatabase.Now, "sam", "escalation.submit", $"escalation:{number}", "done", null)],
        }, Cancel);

    private static TicketChange Escalated(Ticket ticket) => TicketDatabase.Changed(ticket with { Version = ticket.Version + 1, Status = TicketStatus.Escalated });

    private static Escalation New(Ticket ticket)
    {
        var head = new EscalationHead
        {
            Number = 0,
            TicketNumber = ticket.Number,
            OrganisationId = ticket.OrganisationId,
            Verdict = Verdict.Escalate,
            SubmittedAt = TicketDatabase.Now,
            SubmittedBy = TicketDatabase.Sam,
            UpdatedAt = TicketDatabase.Now,
        };
        return new Escalation(head, "{\"a\":\"ü\\n\"}", "# Escalation");
    }

    private static Task<int> AddEventAsync(TicketDatabase database, int seq, string organisation, string outcome, int hours) =>
        database.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync("""
            INSERT INTO event (organisation_id, at, type_order, type, source, event_id, received_at, outcome, error_kind, correlation_id, detail)
            VALUES (@organisation, @at, 9, 'note-push-failed', 'test', @id, @at, @outcome, 'server-error', @correlation, @detail)
            """, new
        {
            organisation,
            at = UnixTime.Of(TicketDatabase.Now.AddHours(hours)),
            id = $"e{seq}",
            outcome,
            correlation = $"corr-{seq}",
            detail = "{\"operation\":\"note-push\",\"error\":{\"message\":\"Bad gateway\",\"code\":\"E42\",\"httpStatus\":502}}",
        }, transaction), Cancel);
}

public sealed class EscalationStoreOnSqlite() : EscalationStoreContract(Engine.Sqlite);

public sealed class EscalationStoreOnSqlServer() : EscalationStoreContract(Engine.SqlServer);
