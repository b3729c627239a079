using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Motics.Support.Core;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Data.Events;
using Motics.Support.Data.Tests.Events;
using static Motics.Support.Data.Tests.Events.EventMaker;

namespace Motics.Support.Data.Tests.Organisations;

public abstract class TimelineContract(Engine engine) : OrganisationContract(engine)
{
    [Fact]
    public async Task Timeline_Story_IsNewestFirstWithItsDetails()
    {
        await AppendStoryAsync();
        var timeline = (await Store.TimelineAsync("harbour", new TimelineQuery([]), Cancel)).Value!;
        Assert.Equal(
            ["ticket-note-added", "note-push-failed", "patient-search-completed", "patient-search-completed", "ticket-created", "key-saved", "verified", "organisation-updated"],
            timeline.Items.Select(item => item.Type));
        Assert.Equal(At(0), timeline.EventsSince);
        Assert.Null(timeline.Next);
        var error = timeline.Items[1];
        Assert.Equal((TimelineKind.Errors, "c-1", ErrorKind.AuthenticationFailed, Operation.NotePush), (error.Kind, error.CorrelationId, error.Error!.Kind, error.Error.Operation));
        Assert.NotNull(error.ErrorGroupId);
        Assert.Equal(new TimelineKey("fingerpr", "uk1", null, null, MoticsRole.Admin), timeline.Items[5].Key);
        Assert.Equal(new TimelineTicket(1, TicketActivityKind.NoteAdded, "Anna", "Noted"), timeline.Items[0].Ticket);
        Assert.Equal("Harbour", timeline.Items[7].Change!.Name);
    }

    [Theory]
    [InlineData("errors", "note-push-failed")]
    [InlineData("keys", "key-saved")]
    [InlineData("searches", "patient-search-completed patient-search-completed")]
    [InlineData("successes", "patient-search-completed verified")]
    [InlineData("tickets", "ticket-note-added ticket-created")]
    [InlineData("organisation", "organisation-updated")]
    [InlineData("keys tickets", "ticket-note-added ticket-created key-saved")]
    public async Task Timeline_Filtered_HoldsOnlyThose(string kinds, string expected)
    {
        await AppendStoryAsync();
        var query = new TimelineQuery([.. kinds.Split(' ').Select(kind => Kebab.Parse<TimelineKind>(kind)!.Value)]);
        Assert.Equal(expected, string.Join(' ', (await Store.TimelineAsync("harbour", query, Cancel)).Value!.Items.Select(item => item.Type)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Timeline_PagedOverEqualTimes_HasNoGapAndNoRepeat(int limit)
    {
        await InsertAsync(new Clinic("harbour"));
        await AppendAsync([.. Enumerable.Range(0, 9).Select(index => EventMaker.Search(At(index / 5), index, id: $"s{index}"))]);
        await ActAsync("a", 0, "created");
        await ActAsync("b", 0, "note-added");
        await ActAsync("c", 1, "note-added");
        var whole = (await Store.TimelineAsync("harbour", new TimelineQuery([]), Cancel)).Value!.Items.Select(item => item.Id).ToList();
        Assert.Equal(12, whole.Distinct().Count());
        var (ids, cursor, extra) = (new List<string>(), (string?)null, 0);
        do
        {
            var page = (await Store.TimelineAsync("harbour", new TimelineQuery([], cursor, limit), Cancel)).Value!;
            ids.AddRange(page.Items.Select(item => item.Id));
            cursor = page.Next;
            await AppendAsync(EventMaker.Search(At(50 + extra), 1, id: $"x{extra++}"));
        }
        while (cursor is not null);
        Assert.Equal(whole, ids);
    }

    [Fact]
    public async Task Timeline_Unknown_IsNotFound() =>
        Assert.IsType<Refusal.NotFound>((await Store.TimelineAsync("nobody", new TimelineQuery([]), Cancel)).Refusal);

    [Fact]
    public async Task Timeline_NothingYet_SaysSo()
    {
        await InsertAsync(new Clinic("harbour"));
        var timeline = (await Store.TimelineAsync("harbour", new TimelineQuery([]), Cancel)).Value!;
        Assert.Empty(timeline.Items);
        Assert.Null(timeline.EventsSince);
    }

    [Fact]
    public async Task Timeline_CursorOfAnotherOrganisation_IsRefused()
    {
        await AppendStoryAsync();
        await InsertAsync(new Clinic("other"));
        var next = (await Store.TimelineAsync("harbour", new TimelineQuery([], null, 1), Cancel)).Value!.Next;
        Assert.NotNull((await Store.TimelineAsync("other", new TimelineQuery([], next), Cancel)).Refusal);
    }

    private static DateTimeOffset At(int minutes) => Start.AddMinutes(minutes - 100);

    private async Task AppendStoryAsync()
    {
        await AppendAsync(
            Event(EventType.OrganisationUpdated, At(0)) with { OrganisationName = "Harbour" },
            Event(EventType.Verified, At(1)),
            KeySaved(At(2), "fingerprint-1"),
            EventMaker.Search(At(4), 0),
            EventMaker.Search(At(5), 3),
            Failure(EventType.NotePushFailed, At(6), "Authentication failed") with { Error = Error("Authentication failed") with { CorrelationId = "c-1" } });
        await ActAsync("a", 3, "created");
        await ActAsync("b", 7, "note-added");
        await ActAsync("c", 8, "seen");
    }

    private async Task AppendAsync(params IntegrationEvent[] events)
    {
        await using var store = new EventStore(Temporary.Database, Temporary.Clock, NullLogger<EventStore>.Instance);
        Assert.True((await store.AppendAsync(events, Cancel)).Done);
    }

    private Task<int> ActAsync(string id, int minutes, string kind) => Temporary.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync("""
        INSERT INTO ticket (number, organisation_id, subject, status, answers, asked_again, checklist, version, created_at, created_by_id, created_by_name, updated_at, touched_at, health_when_touched)
        SELECT 1, 'harbour', 'x', 'open', '{}', '[]', '[]', 1, 0, 'a', 'A', 0, 0, 'unknown' WHERE NOT EXISTS (SELECT 1 FROM ticket WHERE number = 1);
        INSERT INTO ticket_activity (id, ticket_number, organisation_id, version, at, actor_id, actor, kind, text) VALUES (@id, 1, 'harbour', 1, @at, 'anna', 'Anna', @kind, 'Noted')
        """, new { id, at = UnixTime.Of(At(minutes)), kind }, transaction), Cancel);
}

public sealed class TimelineOnSqlite() : TimelineContract(Engine.Sqlite);

public sealed class TimelineOnSqlServer() : TimelineContract(Engine.SqlServer);
