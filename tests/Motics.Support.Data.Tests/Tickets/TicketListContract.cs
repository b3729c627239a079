using Dapper;
using Microsoft.Extensions.Time.Testing;
using Motics.Support.Core;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Paging;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Complaints;
using Motics.Support.Core.Tickets.Home;
using Motics.Support.Core.Tickets.Keys;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Incidents;
using Motics.Support.Data.Organisations;

namespace Motics.Support.Data.Tests.Tickets;

public abstract class TicketListContract(Engine engine)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TicketOrder.Newest)]
    [InlineData(TicketOrder.Oldest)]
    [InlineData(TicketOrder.LongestUntouched)]
    public async Task List_PagedThrough_GivesEveryTicketOnceInOrder(TicketOrder order)
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        for (var index = 0; index < 7; index++)
        {
            // Two of them were touched at the same moment: the number decides between them.
            var touched = TicketDatabase.Now.AddMinutes(-(index / 2));
            await database.AddTicketAsync(ticket => ticket with { TouchedAt = touched });
        }

        var whole = (await Page(database, new() { Order = order })).Items.Select(row => row.Ticket.Number).ToList();
        var paged = new List<long>();
        var query = new TicketQuery { Order = order, Limit = 2 };
        for (var page = await Page(database, query); ; page = await Page(database, query))
        {
            Assert.Equal(7, page.Total);
            paged.AddRange(page.Items.Select(row => row.Ticket.Number));
            if (page.Next is null)
            {
                break;
            }

            query = query with { Cursor = page.Next };
        }

        Assert.Equal(whole, paged);
        Assert.Equal(order switch
        {
            TicketOrder.Newest => [1007, 1006, 1005, 1004, 1003, 1002, 1001],
            TicketOrder.Oldest => [1001, 1002, 1003, 1004, 1005, 1006, 1007],
            _ => new long[] { 1007, 1005, 1006, 1003, 1004, 1001, 1002 },
        }, whole);
    }

    [Fact]
    public async Task List_WithATicketOpenedBetweenTwoPages_NeitherRepeatsNorSkips()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        await AddAsync(database, 4);
        var first = await Page(database, new() { Limit = 2 });
        await AddAsync(database, 1);
        var second = await Page(database, new() { Limit = 2, Cursor = first.Next });
        Assert.Equal([1002, 1001], second.Items.Select(row => row.Ticket.Number));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task List_WithTheCursorOfAnotherList_IsRefused()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        await AddAsync(database, 3);
        var page = await Page(database, new() { Limit = 1 });
        var other = await database.Tickets.ListAsync(new() { Limit = 1, Assignee = "sam", Cursor = page.Next }, TicketDatabase.Now, Cancel);
        Assert.Equal("cursor", Assert.Single(Assert.IsType<Refusal.Invalid>(other.Refusal).Errors).Field);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public async Task List_WithALimitOutOfRange_IsRefused(int limit)
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var page = await database.Tickets.ListAsync(new() { Limit = limit }, TicketDatabase.Now, Cancel);
        Assert.Equal("limit", Assert.Single(Assert.IsType<Refusal.Invalid>(page.Refusal).Errors).Field);
    }

    [Fact]
    public async Task List_Filtered_HasExactlyTheRowsThatMatch()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        await database.AddOrganisationAsync("mill", Health.Failing);
        await database.AddTicketAsync(ticket => ticket with { Assignee = TicketDatabase.Sam, Status = TicketStatus.Open });
        await database.AddTicketAsync(ticket => ticket with { Assignee = TicketDatabase.Kim, Status = TicketStatus.Closed });
        await database.AddTicketAsync(ticket => ticket with { OrganisationId = "mill", Status = TicketStatus.WaitingOnClinic, HealthWhenTouched = Health.Failing });
        Assert.Equal([1001], await Numbers(database, new() { Assignee = "sam" }));
        Assert.Equal([1003], await Numbers(database, new() { Assignee = TicketQuery.Nobody }));
        Assert.Equal([1003], await Numbers(database, new() { OrganisationId = "mill" }));
        Assert.Equal([1003, 1001], await Numbers(database, new() { OpenOnly = true }));
        Assert.Equal([1003, 1002], await Numbers(database, new() { Statuses = [TicketStatus.Closed, TicketStatus.WaitingOnClinic] }));
        Assert.Empty(await Numbers(database, new() { Assignee = "kim", OpenOnly = true }));
    }

    [Fact]
    public async Task Row_HasItsClinicAsItIsNow()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        await AddAsync(database, 1);
        await database.SetHealthAsync("harbour", Health.Connected);
        var row = Assert.Single((await Page(database, new())).Items);
        Assert.Equal("Clinic harbour", row.OrganisationName);
        Assert.Equal(Health.Connected, row.Health);
        Assert.Equal(Ehr.Cliniko, row.Ehr);
    }

    [Fact]
    public async Task Ticket_WhoseComplaintIsAnswered_IsWokenAndSaysWhatProvesIt()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        await database.AddTicketAsync(ticket => ticket with { Complaint = new(TicketDatabase.Now, 1 << (int)ComplaintProof.NotePush) });
        await database.SetHealthAsync("harbour", Health.Connected);
        await database.SetConnectionAsync("harbour", new() { SearchedAt = TicketDatabase.Now.AddMinutes(3), PushedAt = TicketDatabase.Now });
        Assert.Empty(await Numbers(database, new() { Woken = true }));
        await database.SetConnectionAsync("harbour", new() { PushedAt = TicketDatabase.Now.AddMinutes(4) });
        Assert.Equal([1001], await Numbers(database, new() { Woken = true }));
        var row = Assert.Single((await Page(database, new())).Items);
        Assert.Equal([WakeReason.ComplaintAnswered], row.Woken);
        Assert.Equal("A note was pushed on 24 Nov 09:04 UTC: confirm and close", row.Standing.Text);
    }

    [Fact]
    public async Task Ticket_OfAConnectionToAnotherEhr_IsNotWokenByIt()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        await database.AddTicketAsync(ticket => ticket with { Complaint = new(TicketDatabase.Now, 1 << (int)ComplaintProof.AnySuccess) });
        await database.SetConnectionAsync("harbour", new() { PushedAt = TicketDatabase.Now.AddMinutes(4) }, "nookal");
        Assert.Empty(await Numbers(database, new() { Woken = true }));
        Assert.Null(Assert.Single((await Page(database, new())).Items).ProvenBy);
    }

    [Fact]
    public async Task Row_SaysThatAKeyWasSeen_UntilANewOneIsSaved()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        await database.SaveKeyAsync("harbour", "old", TicketDatabase.Now.AddDays(-2));
        await database.AddTicketAsync(ticket => ticket with { ExposedKey = new(TicketDatabase.Now, ExposedIn.Note, TicketDatabase.Sam) });
        await database.AddTicketAsync();
        Assert.Equal([(1002L, false), (1001L, true)], await ExposedAsync());
        await database.SaveKeyAsync("harbour", "old", TicketDatabase.Now.AddMinutes(1));
        await database.SaveKeyAsync("harbour", "new", TicketDatabase.Now.AddMinutes(2), "nookal");
        Assert.Equal([(1002L, false), (1001L, true)], await ExposedAsync());
        await database.SaveKeyAsync("harbour", "new", TicketDatabase.Now.AddMinutes(3));
        Assert.Equal([(1002L, false), (1001L, false)], await ExposedAsync());

        async Task<IEnumerable<(long, bool)>> ExposedAsync() => (await Page(database, new())).Items.Select(row => (row.Ticket.Number, row.KeyExposed));
    }

    [Fact]
    public async Task Ticket_WithAReminder_IsWokenWhenItIsDueAndNotBefore()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        await database.AddTicketAsync(ticket => ticket with { RemindAt = TicketDatabase.Now.AddHours(1) });
        Assert.Empty(await Numbers(database, new() { Woken = true }));
        var due = await database.Tickets.ListAsync(new() { Woken = true }, TicketDatabase.Now.AddHours(1), Cancel);
        Assert.Equal([WakeReason.ReminderDue], Assert.Single(due.Value!.Items).Woken);
    }

    [Fact]
    public async Task Ticket_ThatCameBack_IsWokenUnlessClosed()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        await database.AddTicketAsync(ticket => ticket with { ReturnedAt = TicketDatabase.Now });
        await database.AddTicketAsync(ticket => ticket with { ReturnedAt = TicketDatabase.Now, Status = TicketStatus.Closed });
        Assert.Equal([1001], await Numbers(database, new() { Woken = true }));
    }

    [Fact]
    public async Task Ticket_LeftAloneForDays_IsStuck()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        await database.AddTicketAsync(ticket => ticket with { UpdatedAt = TicketDatabase.Now - TicketQuery.StuckAfter - TimeSpan.FromMinutes(1) });
        await database.AddTicketAsync(ticket => ticket with { UpdatedAt = TicketDatabase.Now - TicketQuery.StuckAfter + TimeSpan.FromMinutes(1) });
        Assert.Equal([1001], await Numbers(database, new() { Stuck = true }));
    }

    [Fact]
    public async Task Unattended_CountsFailingOrganisationsWithoutAnOpenTicket()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        await database.AddOrganisationAsync("mill", Health.Failing);
        await database.AddOrganisationAsync("park", Health.Connected);
        await database.AddOrganisationAsync("closed", Health.NeedsKey);
        await AddAsync(database, 1);
        await database.AddTicketAsync(ticket => ticket with { OrganisationId = "closed", Status = TicketStatus.Closed });
        var part = await database.Home.UnattendedAsync(1, TicketDatabase.Now, Cancel);
        Assert.Equal(2, part.Count);
        Assert.Equal("closed", Assert.Single(part.First).Id);
        var organisations = new OrganisationStore(database.Database, new AuditTrail(database.Database), TimeProvider.System);
        Assert.Equal(["closed", "mill"], (await organisations.ListAsync(UnattendedPart.Query, Cancel)).Value!.Items.Select(row => row.Id).Order(StringComparer.Ordinal));
        Assert.Equal(part.Count, (await organisations.CountAsync(UnattendedPart.Query, Cancel)).Matching);
    }

    [Fact]
    public async Task Unattended_StandsInTheOrderOfTheListByNeed()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        await database.ScalarAsync<int>("UPDATE need_window SET day_at = @day", new { day = UnixTime.Of(TicketDatabase.Now) });
        foreach (var (id, need, blocked) in new[] { ("a", 0, 3), ("b", 7, 2), ("c", 7, 1), ("d", 0, 0), ("e", 9, 4), ("f", 0, 1) })
        {
            await database.AddOrganisationAsync(id, Health.NeedsKey);
            await database.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(
                "UPDATE organisation SET migration_state = 7, need = @need, blocked_at = @blocked WHERE id = @id",
                new { id, need, blocked = blocked == 0 ? (long?)null : UnixTime.Of(TicketDatabase.Now.AddDays(-9).AddHours(blocked)) }, transaction), Cancel);
        }

        var part = await database.Home.UnattendedAsync(20, TicketDatabase.Now, Cancel);

        var organisations = new OrganisationStore(database.Database, new AuditTrail(database.Database), new FakeTimeProvider(TicketDatabase.Now));
        Assert.Equal((await organisations.ListAsync(UnattendedPart.Query, Cancel)).Value!.Items.Select(row => row.Id), part.First.Select(row => row.Id));
        Assert.Equal(["e", "c", "b", "f", "a"], part.First.Select(row => row.Id).Take(5));
    }

    [Fact]
    public async Task Unattended_InAnOutage_AreCountedApartAndAgreeWithTheirLists()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        await database.AddOrganisationAsync("mill", Health.Failing);
        await database.AddOrganisationAsync("quay", Health.Failing);
        await database.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(
            "UPDATE organisation SET place = 'au2', migration_state = 9, failing_began_at = @began WHERE id <> 'mill'", new { began = UnixTime.Of(TicketDatabase.Now.AddMinutes(-30)) }, transaction), Cancel);
        var clock = new FakeTimeProvider(TicketDatabase.Now);
        await new IncidentStore(database.Database, clock).SaveAsync(
            new Incident("i1", Ehr.Cliniko, "au2", IncidentStatus.Confirmed, TicketDatabase.Now.AddHours(-1), null, "34 clinics at once"), Cancel);

        var part = await database.Home.UnattendedAsync(8, TicketDatabase.Now, Cancel);

        Assert.Equal((1, 2), (part.Count, part.InIncident));
        Assert.Equal("mill", Assert.Single(part.First).Id);
        var organisations = new OrganisationStore(database.Database, new AuditTrail(database.Database), clock);
        Assert.Equal(part.Count, (await organisations.CountAsync(UnattendedPart.Query, Cancel)).Matching);
        Assert.Equal(part.InIncident, (await organisations.ListAsync(UnattendedPart.InOutage, Cancel)).Value!.Items.Count);
    }

    private static async Task<CountedPage<TicketItem>> Page(TicketDatabase database, TicketQuery query) =>
        (await database.Tickets.ListAsync(query, TicketDatabase.Now, Cancel)).Value!;

    private static async Task<IEnumerable<long>> Numbers(TicketDatabase database, TicketQuery query)
    {
        var page = await Page(database, query);
        Assert.Equal(page.Items.Count, page.Total);
        return page.Items.Select(row => row.Ticket.Number);
    }

    private static async Task AddAsync(TicketDatabase database, int count)
    {
        for (var index = 0; index < count; index++)
        {
            await database.AddTicketAsync();
        }
    }
}

public sealed class TicketListOnSqlite() : TicketListContract(Engine.Sqlite);

public sealed class TicketListOnSqlServer() : TicketListContract(Engine.SqlServer);
