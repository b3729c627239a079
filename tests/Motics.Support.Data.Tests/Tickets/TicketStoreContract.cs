using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Keys;
using Motics.Support.Core.Tickets.Replies;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;

namespace Motics.Support.Data.Tests.Tickets;

public abstract class TicketStoreContract(Engine engine)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ticket_Created_GetsTheNextNumberFrom1001()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        Assert.Equal(1001, (await database.AddTicketAsync()).Number);
        Assert.Equal(1002, (await database.AddTicketAsync()).Number);
    }

    [Fact]
    public async Task Ticket_CreatedByManyAtOnce_GetsANumberOfItsOwn()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var tickets = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => database.AddTicketAsync(), Cancel)));
        Assert.Equal(Enumerable.Range(1001, 20).Select(number => (long)number), tickets.Select(ticket => ticket.Number).Order());
    }

    [Fact]
    public async Task Ticket_OfAnUnknownOrganisation_IsNotKept()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => database.AddTicketAsync(ticket => ticket with { OrganisationId = "nowhere" }));
        Assert.Equal(1000, await database.ScalarAsync<long>("SELECT last_number FROM number_sequence WHERE name = 'ticket'"));
        Assert.Equal(0, await database.ScalarAsync<long>("SELECT COUNT(*) FROM audit"));
    }

    [Fact]
    public async Task Ticket_AskedForTwiceWithOneRequestId_IsOne()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var first = await database.AddTicketAsync(requestId: "request-1");
        var second = await database.AddTicketAsync(ticket => ticket with { Subject = "Again" }, "request-1");
        Assert.Equal(first.Number, second.Number);
        Assert.Equal("Notes do not push", second.Subject);
        Assert.Equal(1, await database.ScalarAsync<long>("SELECT COUNT(*) FROM ticket"));
    }

    [Fact]
    public async Task Ticket_WithEverything_ReadsBackTheSame()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var whole = TicketDatabase.New(0) with
        {
            Reporter = "Zoë “Zed” Müller",
            ExternalUrl = "https://helpdesk.example/c/1?x=1",
            Status = TicketStatus.WaitingOnClinic,
            Assignee = TicketDatabase.Kim,
            Answers = new Dictionary<string, AgentAnswer>
            {
                ["keyReentered"] = new("true", TicketDatabase.Now, TicketDatabase.Sam, new KnownFact("false", FactSource.Events, TicketDatabase.Now.AddDays(-1), "no key saved")),
                ["errorText"] = new("\"Quoted\"\nü <b>", TicketDatabase.Now, TicketDatabase.Kim),
            },
            AskedAgain = ["patientSearch", "symptom"],
            Checklist = new Dictionary<string, TickedStep> { ["open-settings"] = new("open-settings", "Open settings", TicketDatabase.Now, TicketDatabase.Sam) },
            Verdict = new(Verdict.Escalate, EscalationCriterion.RepeatedError, "2026-11", TicketDatabase.Now),
            RemindAt = TicketDatabase.Now.AddDays(1),
            ReturnedAt = TicketDatabase.Now.AddMinutes(-1),
            MendedBy = new(Mending.Other, "turned it off and on"),
            HealthWhenTouched = Health.Failing,
            Complaint = new(TicketDatabase.Now.AddHours(-1), 132) { AboutPushing = true, AboutSearching = true },
            AnsweredWhenTouched = true,
            RenewedAt = TicketDatabase.Now.AddHours(-2),
            Opening = new(TicketDatabase.Now.AddHours(-3), false, Operation.NotePush),
            ExposedKey = new(TicketDatabase.Now.AddMinutes(-3), ExposedIn.Subject, TicketDatabase.Kim),
            EngineersDoneAt = TicketDatabase.Now.AddMinutes(-2),
        };
        var kept = await database.AddTicketAsync(ticket => whole with { Number = ticket.Number });
        Assert.Equivalent(whole with { Number = 1001 }, kept, strict: true);
    }

    [Fact]
    public async Task Change_OfThePreviousVersion_IsKeptWithItsActivityAndAudit()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var ticket = await database.AddTicketAsync();
        var changed = ticket with { Version = 2, Subject = "Changed", UpdatedAt = TicketDatabase.Now.AddMinutes(5) };
        Assert.True(await database.Tickets.SaveAsync(TicketDatabase.Changed(changed, "changed it"), Cancel));
        var file = (await database.Tickets.FindAsync(ticket.Number, Cancel))!;
        Assert.Equal("Changed", file.Ticket.Subject);
        Assert.Equal(2, file.Ticket.Version);
        Assert.Equal("changed it", file.Activity[0].Text);
        var since = Assert.Single(await database.Tickets.ActivitySinceAsync(ticket.Number, 1, Cancel));
        Assert.Equal("changed it", since.Text);
        var audited = await database.Audit.ListAsync(new() { Target = "ticket:1001" }, Cancel);
        Assert.Equal(2, audited.Value!.Items.Count);
    }

    [Fact]
    public async Task Change_OfAPastVersion_KeepsNothingOfIt()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var ticket = await database.AddTicketAsync();
        Assert.True(await database.Tickets.SaveAsync(TicketDatabase.Changed(ticket with { Version = 2, Subject = "First" }), Cancel));
        Assert.False(await database.Tickets.SaveAsync(TicketDatabase.Changed(ticket with { Version = 2, Subject = "Second" }), Cancel));
        var file = (await database.Tickets.FindAsync(ticket.Number, Cancel))!;
        Assert.Equal("First", file.Ticket.Subject);
        Assert.Equal(2, file.Activity.Count);
        Assert.Equal(2, await database.ScalarAsync<long>("SELECT COUNT(*) FROM audit"));
    }

    [Fact]
    public async Task Change_ByManyAtOnce_IsKeptForExactlyOne()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var ticket = await database.AddTicketAsync();
        var kept = await Task.WhenAll(Enumerable.Range(0, 10).Select(index => Task.Run(() =>
            database.Tickets.SaveAsync(TicketDatabase.Changed(ticket with { Version = 2, Subject = $"By {index}" }), Cancel), Cancel)));
        Assert.Single(kept, saved => saved);
    }

    [Fact]
    public async Task Reply_EditedCopiedAndTakenBack_ReadsBackAsItIs()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var ticket = await database.AddTicketAsync();
        Assert.Null((await database.Tickets.FindAsync(ticket.Number, Cancel))!.Reply);
        var copied = new TicketReply(null, new(TicketDatabase.Now, ReplyForm.Brief, 2, TicketDatabase.Kim));
        var edited = copied with { Edited = new("Grüezi “Anna”\nüber", "reconnect", "0123456789abcdef", TicketDatabase.Now.AddMinutes(1), TicketDatabase.Sam) };
        foreach (var (reply, version) in new[] { copied, edited, copied, edited with { Copied = null } }.Select((reply, index) => (reply, index + 2)))
        {
            Assert.True(await database.Tickets.SaveAsync(TicketDatabase.Changed(ticket with { Version = version }) with { Reply = reply }, Cancel));
            Assert.Equal(reply, (await database.Tickets.FindAsync(ticket.Number, Cancel))!.Reply);
        }

        Assert.True(await database.Tickets.SaveAsync(TicketDatabase.Changed(ticket with { Version = 6 }), Cancel));
        Assert.Equal("reconnect", (await database.Tickets.FindAsync(ticket.Number, Cancel))!.Reply!.Edited!.RuleId);
        Assert.Equal(1, await database.ScalarAsync<long>("SELECT COUNT(*) FROM ticket_reply"));
    }

    [Fact]
    public async Task Parts_AddedByAChange_ReadBackOldestFirst()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var ticket = await database.AddTicketAsync();
        var change = TicketDatabase.Changed(ticket with { Version = 2 }) with
        {
            Notes = [new("n1", TicketDatabase.Now, TicketDatabase.Sam, "first"), new("n2", TicketDatabase.Now.AddMinutes(1), TicketDatabase.Kim, "second")],
            Screenshot = new(new("s1", "error.png", "image/png", 2, 3, 4, TicketDatabase.Now, TicketDatabase.Kim), [1, 2, 3, 4]),
            Run = new(ticket.Number, TicketDatabase.Now, "2026-11", "{}", "reconnect", null),
        };
        Assert.True(await database.Tickets.SaveAsync(change, Cancel));
        var file = (await database.Tickets.FindAsync(ticket.Number, Cancel))!;
        Assert.Equal(change.Notes, file.Notes);
        Assert.Equal(change.Screenshot.Screenshot, Assert.Single(file.Screenshots));
        Assert.Equal([1, 2, 3, 4], (await database.Tickets.ScreenshotAsync(ticket.Number, "s1", Cancel))!.Bytes);
        Assert.Equal("reconnect", await database.ScalarAsync<string>("SELECT verdict FROM ticket_run WHERE ticket_number = 1001 AND version = 2"));
    }

    [Fact]
    public async Task Screenshot_AskedForByAnotherTicket_IsNotThere()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var ticket = await database.AddTicketAsync();
        await database.Tickets.SaveAsync(TicketDatabase.Changed(ticket with { Version = 2 }) with
        {
            Screenshot = new(new("s1", "error.png", "image/png", 2, 3, 1, TicketDatabase.Now, TicketDatabase.Kim), [1]),
        }, Cancel);
        var other = await database.AddTicketAsync();
        Assert.Null(await database.Tickets.ScreenshotAsync(other.Number, "s1", Cancel));
        Assert.NotNull(await database.Tickets.ScreenshotAsync(ticket.Number, "s1", Cancel));
    }

    [Fact]
    public async Task People_Remembered_AreListedOnceByTheirNewestName()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        await database.Tickets.RememberAsync(new("kim", "Kim"), TicketDatabase.Now, Cancel);
        await database.Tickets.RememberAsync(new("kim", "Kim Berg"), TicketDatabase.Now.AddDays(1), Cancel);
        await database.AddTicketAsync();
        Assert.Equal(["Kim Berg", "Sam Agent"], (await database.Tickets.PeopleAsync(Cancel)).Select(person => person.Name));
    }
}

public sealed class TicketStoreOnSqlite() : TicketStoreContract(Engine.Sqlite);

public sealed class TicketStoreOnSqlServer() : TicketStoreContract(Engine.SqlServer);
