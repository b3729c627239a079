using Motics.Support.Core.Audit;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Migration;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Triage;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Errors;
using Motics.Support.Data.Escalations;
using Motics.Support.Data.Incidents;
using Motics.Support.Data.Migration;
using Motics.Support.Data.Organisations;
using Motics.Support.Data.Outreach;
using Motics.Support.Data.Tickets;

namespace Motics.Support.Data.Tests.SqlServer;

/// <summary>Lists with each filter alone and all together, in every order, and the page after the first.</summary>
internal static class ListCalls
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static IEnumerable<(string Name, Func<Database, Task> Call)> Of() =>
    [
        .. Audit().Select(query => ("AuditStore.ListAsync", (Func<Database, Task>)(database => new AuditStore(database).ListAsync(query, None)))),
        .. Errors().Select(query => ("ErrorGroupStore.ListAsync", (Func<Database, Task>)(database => ErrorsAsync(database, query)))),
        .. Tickets().Select(query => ("TicketStore.ListAsync", (Func<Database, Task>)(database => TicketsAsync(database, query)))),
        .. Escalations().Select(query => ("EscalationStore.ListAsync", (Func<Database, Task>)(database => EscalationsAsync(database, query)))),
        .. Organisations().Select(query => ("OrganisationStore.ListAsync", (Func<Database, Task>)(database => OrganisationsAsync(database, query)))),
        .. Incidents().Select(query => ("IncidentStore.ListAsync", (Func<Database, Task>)(database => IncidentsAsync(database, query)))),
        .. Migrations().Select(query => ("MigrationStore.ReadAsync", (Func<Database, Task>)(database => new MigrationStore(database, TimeProvider.System).ReadAsync(query, None)))),
        ("ReasonKeeper", ReasonsAsync),
        .. Timelines().Select(query => ("OrganisationStore.TimelineAsync", (Func<Database, Task>)(database => Clinics(database).TimelineAsync("harbour", query, None)))),
    ];

    internal static OrganisationStore Clinics(Database database) => new(database, new AuditTrail(database), TimeProvider.System, PlaybookLoader.Embedded);

    private static IEnumerable<AuditQuery> Audit() => Filtered(
        new AuditQuery(Limit: 1), query => query with { Actor = "a" }, query => query with { Action = "b" }, query => query with { Target = "c" });

    private static IEnumerable<ErrorGroupQuery> Errors() => Ordered(
        from sort in Enum.GetValues<ErrorGroupSort>() from reverse in new[] { false, true } select (Func<ErrorGroupQuery, ErrorGroupQuery>)(query => query with { Sort = sort, Descending = reverse }),
        Filtered(
            new ErrorGroupQuery { Limit = 1 },
            query => query with { Kinds = [ErrorKind.Timeout] }, query => query with { Ehrs = [Ehr.Cliniko] }, query => query with { Statuses = [ErrorGroupStatus.Open] }));

    private static IEnumerable<TicketQuery> Tickets() => Ordered(
        from order in Enum.GetValues<TicketOrder>() select (Func<TicketQuery, TicketQuery>)(query => query with { Order = order }),
        Filtered(
            new TicketQuery { Limit = 1 },
            query => query with { Statuses = [TicketStatus.Open] }, query => query with { OpenOnly = true }, query => query with { Assignee = "sam" },
            query => query with { Assignee = TicketQuery.Nobody }, query => query with { OrganisationId = "harbour" }, query => query with { OutreachId = "o" }, query => query with { Woken = true }, query => query with { Stuck = true }));

    private static IEnumerable<EscalationQuery> Escalations() => Filtered(
        new EscalationQuery { Limit = 1 },
        query => query with { Statuses = [EscalationStatus.Submitted] }, query => query with { TicketAssignee = "sam" }, query => query with { OrganisationId = "harbour" },
        query => query with { ErrorGroupId = "g" }, query => query with { Engineer = "eve" }, query => query with { Answered = true }, query => query with { Answered = false });

    private static IEnumerable<OrganisationQuery> Organisations() => Ordered(
        from sort in Enum.GetValues<OrganisationSort>() from reverse in new[] { false, true } select (Func<OrganisationQuery, OrganisationQuery>)(query => query with { Sort = sort, Descending = reverse }),
        Filtered(
            new OrganisationQuery { Limit = 1 },
            query => query with { Search = "harb" }, query => query with { Ehrs = [Ehr.Cliniko] }, query => query with { Ehrs = [Ehr.None] }, query => query with { Regions = ["eu"] },
            query => query with { Healths = [Health.Failing] }, query => query with { Migrated = true }, query => query with { Migrated = false },
            query => query with { Incident = true }, query => query with { Incident = false }, query => query with { HasTicket = false }, query => query with { HasTicket = true },
            query => query with { Regions = ["none"] }, query => query with { MigrationStates = [MigrationState.Silent] }, query => query with { MigrationStates = [MigrationState.Outage] },
            query => query with { MigrationStates = [MigrationState.Connected] }, query => query with { Waves = ["2"] }, query => query with { Waves = ["none"] },
            query => query with { Reasons = ["reconnect"] }, query => query with { Reasons = ["none"] }, query => query with { Copying = true }, query => query with { Copying = false },
            query => query with { Pushing = true }, query => query with { Pushing = false }, query => query with { Reconnected = true }, query => query with { Reconnected = false },
            query => query with { Took = [ReturnTime.WithinDay] }, query => query with { From = DateTimeOffset.UnixEpoch }, query => query with { Before = DateTimeOffset.UnixEpoch.AddDays(9) },
            query => query with { BackOn = new(2026, 11, 2) }, query => query with { OutOn = new(2026, 11, 2) }));

    private static IEnumerable<IncidentQuery> Incidents() => Filtered(
        new IncidentQuery { Limit = 1 }, query => query with { Ehrs = [Ehr.Cliniko] }, query => query with { Statuses = [IncidentStatus.Over] });

    private static IEnumerable<MigrationQuery> Migrations() => Filtered(
        new MigrationQuery(),
        query => query with { Ehrs = [Ehr.Cliniko] }, query => query with { Ehrs = [Ehr.None] }, query => query with { Regions = ["eu"] }, query => query with { Regions = ["none"] }, query => query with { Wave = "1" }, query => query with { Wave = "none" },
        query => query with { From = DateTimeOffset.UnixEpoch }, query => query with { Before = DateTimeOffset.UnixEpoch.AddDays(9) });

    private static IEnumerable<TimelineQuery> Timelines() =>
        [new([], Limit: 1), .. Enum.GetValues<TimelineKind>().Select(kind => new TimelineQuery([kind], Limit: 1)), new(Enum.GetValues<TimelineKind>(), Limit: 1)];

    // Filters and orders have no words in common: all filters in the one, in the others none and all.
    private static IEnumerable<T> Ordered<T>(IEnumerable<Func<T, T>> orders, IEnumerable<T> filtered)
    {
        var queries = filtered.ToList();
        return queries.Concat(from order in orders from query in new[] { queries[0], queries[^1] } select order(query));
    }

    private static IEnumerable<T> Filtered<T>(T query, params Func<T, T>[] filters) =>
        [query, .. filters.Select(filter => filter(query)), filters.Aggregate(query, (all, filter) => filter(all))];

    private static async Task IncidentsAsync(Database database, IncidentQuery query)
    {
        var store = new IncidentStore(database, TimeProvider.System);
        await store.ListAsync(query with { Cursor = (await store.ListAsync(query, None)).Value!.Next }, None);
    }

    private static async Task ErrorsAsync(Database database, ErrorGroupQuery query)
    {
        var store = new ErrorGroupStore(database, new AuditTrail(database));
        await store.ListAsync(query with { Cursor = (await store.ListAsync(query, None)).Value!.Next }, None);
    }

    private static async Task TicketsAsync(Database database, TicketQuery query)
    {
        var store = new TicketStore(database, new AuditTrail(database));
        await store.ListAsync(query with { Cursor = (await store.ListAsync(query, DateTimeOffset.UnixEpoch.AddDays(3), None)).Value!.Next }, DateTimeOffset.UnixEpoch.AddDays(3), None);
    }

    private static async Task EscalationsAsync(Database database, EscalationQuery query)
    {
        var store = new EscalationStore(database, new AuditTrail(database));
        await store.ListAsync(query with { Cursor = (await store.ListAsync(query, None)).Value!.Next }, None);
    }

    private static async Task OrganisationsAsync(Database database, OrganisationQuery query)
    {
        var store = Clinics(database);
        await store.ListAsync(query with { Cursor = (await store.ListAsync(query, None)).Value!.Next }, None);
        await store.CountAsync(query, None);
        await new OutreachStore(database, new AuditTrail(database), TimeProvider.System).CandidatesAsync(query, None);
        await store.TotalAsync(query, None);
    }

    private static async Task ReasonsAsync(Database database)
    {
        var keeper = new ReasonKeeper(database, PlaybookLoader.Embedded, TimeProvider.System);
        await keeper.ClaimAsync(["harbour"], DateTimeOffset.UnixEpoch, 1, None);
        await keeper.KeepAsync([new("harbour", "reconnect", DateTimeOffset.UnixEpoch), new("harbour", null, null)], 1, None);
        await keeper.OldestAsync(DateTimeOffset.UnixEpoch, None);
    }
}
