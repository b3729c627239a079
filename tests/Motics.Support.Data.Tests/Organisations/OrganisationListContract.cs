using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Motics.Support.Core;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;
using Motics.Support.Data.Events;
using Motics.Support.Data.Incidents;
using Motics.Support.Data.Tests.Events;
using static Motics.Support.Data.Tests.Events.EventMaker;

namespace Motics.Support.Data.Tests.Organisations;

public abstract class OrganisationListContract(Engine engine) : OrganisationContract(engine)
{
    [Theory]
    [InlineData(OrganisationSort.Name, false, "d a b c e")]
    [InlineData(OrganisationSort.Name, true, "e c b a d")]
    [InlineData(OrganisationSort.Health, false, "b d a e c")]
    [InlineData(OrganisationSort.Health, true, "c e a d b")]
    [InlineData(OrganisationSort.Since, false, "c b d a e")]
    [InlineData(OrganisationSort.Since, true, "d b c e a")]
    [InlineData(OrganisationSort.Migrated, false, "b a c d e")]
    [InlineData(OrganisationSort.Migrated, true, "a b e d c")]
    public async Task List_Sorted_RowsWithoutValueStandLast(OrganisationSort sort, bool descending, string expected)
    {
        await InsertAsync(
            new Clinic("a", "Beech") { Health = Health.Unknown, Migrated = Start.AddMilliseconds(1) },
            new Clinic("b", "Cedar") { Health = Health.NeedsKey, Since = Start.AddDays(-2), Migrated = Start },
            new Clinic("c", "Élm") { Health = Health.Connected, Since = Start.AddDays(-3) },
            new Clinic("d", "ash") { Health = Health.Failing, Since = Start.AddDays(-1) },
            new Clinic("e", "elm") { Health = Health.Connected });
        foreach (var limit in new[] { 1, 2, 3, 200 })
        {
            Assert.Equal(expected, string.Join(' ', await WalkAsync(new OrganisationQuery { Sort = sort, Descending = descending, Limit = limit })));
        }
    }

    [Fact]
    public async Task List_ByHealth_OfOneStateTheLongestStandsFirst()
    {
        await InsertAsync(
            new Clinic("young", "Ash") { Health = Health.NeedsKey, Since = Start.AddDays(-1) },
            new Clinic("old", "Yew") { Health = Health.NeedsKey, Since = Start.AddDays(-20) },
            new Clinic("zed", "Zelkova") { Health = Health.Failing, Since = Start.AddDays(-90) },
            new Clinic("twin", "Birch") { Health = Health.NeedsKey, Since = Start.AddDays(-20) },
            new Clinic("new", "Oak") { Health = Health.Unknown },
            new Clinic("bare", "Elm") { Health = Health.Unknown });
        foreach (var limit in new[] { 1, 2, 200 })
        {
            var query = new OrganisationQuery { Sort = OrganisationSort.Health, Limit = limit };
            Assert.Equal(["twin", "old", "young", "zed", "bare", "new"], await WalkAsync(query));
            Assert.Equal(["new", "bare", "zed", "young", "old", "twin"], await WalkAsync(query with { Descending = true }));
            Assert.Equal(["twin", "old", "young"], await WalkAsync(query with { Healths = [Health.NeedsKey] }));
        }
    }

    [Theory]
    [InlineData(OrganisationSort.Name, false)]
    [InlineData(OrganisationSort.Since, true)]
    [InlineData(OrganisationSort.Health, false)]
    [InlineData(OrganisationSort.Health, true)]
    public async Task List_PagedWhileRowsAreInserted_HasNoGapAndNoRepeat(OrganisationSort sort, bool descending)
    {
        var clinics = Enumerable.Range(0, 23).Select(index => new Clinic($"o{index:d2}", $"Clinic {index % 4}")
        {
            Health = (Health)(index % 6),
            Since = index % 5 == 0 ? null : Start.AddMinutes(index % 3),
        }).ToList();
        await InsertAsync(clinics);
        var (seen, cursor, extra) = (new List<string>(), (string?)null, 0);
        do
        {
            var page = (await Store.ListAsync(new OrganisationQuery { Sort = sort, Descending = descending, Limit = 4, Cursor = cursor }, Cancel)).Value!;
            Assert.True(page.Next is null || page.Items.Count == 4);
            seen.AddRange(page.Items.Select(row => row.Id));
            cursor = page.Next;
            await InsertAsync(new Clinic($"x{extra}", $"Clinic {extra % 4}") { Since = Start.AddMinutes(extra++ % 3) });
        }
        while (cursor is not null);
        Assert.Equal(seen.Distinct(), seen);
        Assert.Empty(clinics.Select(clinic => clinic.Id).Except(seen));
    }

    [Fact]
    public async Task List_FirstRowAllNull_LaterRowsKeepTheirValues()
    {
        // Dapper takes a column's type from the first row: nothing there must not mean nothing below.
        await InsertAsync(
            new Clinic("a"),
            new Clinic("b", "B") { Ehr = Ehr.Nookal, Region = NookalRegion.Us, Site = "app.nookal.co.uk", Migrated = Start.AddMilliseconds(7), Health = Health.Failing, Since = Start, Error = ErrorKind.RateLimited });
        await Temporary.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(
            "INSERT INTO connection (organisation_id, ehr, last_success_at, searches_since_migration, searches_empty_since_migration) VALUES ('b', 'nookal', 5000000000000, 3, 2)", transaction: transaction), Cancel);
        var rows = (await Store.ListAsync(new OrganisationQuery(), Cancel)).Value!.Items;
        Assert.Null(rows[0].LastError);
        Assert.Null(rows[0].LastSuccessAt);
        Assert.Equal((UnixTime.Time(5000000000000), new SearchCount(3, 2)), (rows[1].LastSuccessAt!.Value, rows[1].SearchesSinceMigration));
        Assert.Equal(new RowError(ErrorKind.RateLimited, "It failed", Start, null), rows[1].LastError);
        Assert.Null(rows[1].Failing);
        Assert.Equal(Start.AddMilliseconds(7), rows[1].MigratedAt);
        Assert.Equal(new Place("us", PlaceSource.Organisation, "eu", PlaceSource.SignInHost), rows[1].Place);
    }

    [Fact]
    public async Task List_WhatFails_IsTheOperationThatFailsLongestAndNotTheLastError()
    {
        await using var events = new EventStore(Temporary.Database, Temporary.Clock, NullLogger<EventStore>.Instance);
        await events.AppendAsync(
        [
            Failure(EventType.NotePushFailed, Start.AddHours(-9), "Permission denied", "push"),
            Failure(EventType.PatientSearchFailed, Start.AddHours(-3), "The request timed out", "push"),
            EventMaker.Search(Start.AddHours(-1), 3, "push"),
            EventMaker.Search(Start.AddHours(-1), 3, "well", id: "another"),
        ], Cancel);
        var rows = (await Store.ListAsync(new OrganisationQuery(), Cancel)).Value!.Items;
        Assert.Equal(new RowFailing(Operation.NotePush, ErrorKind.PermissionDenied, 1), rows[0].Failing);
        Assert.Equal(ErrorKind.Timeout, rows[0].LastError!.Kind);
        Assert.Null(rows[1].Failing);
    }

    [Fact]
    public async Task List_Filters_NarrowTogether()
    {
        await InsertAsync(
            new Clinic("a") { Ehr = Ehr.Nookal, Region = NookalRegion.Eu, Health = Health.Failing, Migrated = Start },
            new Clinic("b") { Ehr = Ehr.Nookal, Region = NookalRegion.Us, Health = Health.Failing },
            new Clinic("c") { Ehr = Ehr.Cliniko, Shard = "uk1", Region = NookalRegion.Eu, Health = Health.Connected, Migrated = Start },
            new Clinic("d") { Health = Health.Unknown });
        Assert.Equal(["a", "b"], await WalkAsync(new OrganisationQuery { Ehrs = [Ehr.Nookal] }));
        Assert.Equal(["d"], await WalkAsync(new OrganisationQuery { Ehrs = [Ehr.None] }));
        Assert.Equal(["a"], await WalkAsync(new OrganisationQuery { Regions = ["eu"] }));
        Assert.Equal(["a", "c"], await WalkAsync(new OrganisationQuery { Regions = ["uk1", "eu"] }));
        Assert.Equal(["a", "c"], await WalkAsync(new OrganisationQuery { Migrated = true }));
        Assert.Equal(["b", "d"], await WalkAsync(new OrganisationQuery { Migrated = false }));
        Assert.Equal(["c", "d"], await WalkAsync(new OrganisationQuery { Healths = [Health.Unknown, Health.Connected] }));
        Assert.Equal(["a"], await WalkAsync(new OrganisationQuery { Ehrs = [Ehr.Nookal], Healths = [Health.Failing], Migrated = true }));
    }

    [Fact]
    public async Task List_IncidentAtAPlace_CoversOnlyThose()
    {
        await InsertAsync(
            new Clinic("a") { Ehr = Ehr.Cliniko, Shard = "au2" }, new Clinic("b") { Ehr = Ehr.Cliniko, Shard = "uk1" }, new Clinic("c") { Ehr = Ehr.Nookal, Region = NookalRegion.Us }, new Clinic("d"));
        var incidents = new IncidentStore(Temporary.Database, Temporary.Clock);
        await incidents.SaveAsync(new Incident("i1", Ehr.Cliniko, "au2", IncidentStatus.Confirmed, Start.AddHours(-1), null, "x"), Cancel);
        await incidents.SaveAsync(new Incident("i2", Ehr.Nookal, null, IncidentStatus.Over, Start.AddHours(-2), Start.AddHours(-1), "x"), Cancel);
        Assert.Equal(["a"], await WalkAsync(new OrganisationQuery { Incident = true }));
        Assert.Equal(["b", "c", "d"], await WalkAsync(new OrganisationQuery { Incident = false }));
        var rows = (await Store.ListAsync(new OrganisationQuery(), Cancel)).Value!.Items;
        Assert.Equal("i1", rows[0].Incident?.Id);
        Assert.All(rows.Skip(1), row => Assert.Null(row.Incident));
        Assert.Equal(1, (await Store.CountAsync(new OrganisationQuery(), Cancel)).InIncident);
    }

    [Fact]
    public async Task List_NewestKey_TellsThePlaceOfARow()
    {
        await InsertAsync(
            new Clinic("a") { Ehr = Ehr.Cliniko, Shard = "uk1", KeySuffix = "" }, new Clinic("b") { Ehr = Ehr.Nookal, Region = NookalRegion.Us, KeyRegion = NookalRegion.AuNz },
            new Clinic("c") { Ehr = Ehr.Cliniko, KeySuffix = "" });
        var rows = (await Store.ListAsync(new OrganisationQuery(), Cancel)).Value!.Items;
        Assert.Equal(new Place("uk1", PlaceSource.Organisation, "au1", PlaceSource.KeySuffix, SuffixMissing: true), rows[0].Place);
        Assert.Equal(new Place("au-nz", PlaceSource.NewestKey), rows[1].Place);
        Assert.Equal(new Place("au1", PlaceSource.KeySuffix), rows[2].Place);

        // One value wherever it is filtered and counted: what was set for b does not find it, what its newest key says does.
        Assert.Equal(["b"], await WalkAsync(new OrganisationQuery { Regions = ["au-nz"] }));
        Assert.Empty(await WalkAsync(new OrganisationQuery { Regions = ["us"] }));
        Assert.Equal(["a", "c"], await WalkAsync(new OrganisationQuery { Regions = ["uk1", "au1"] }));
        Assert.Equal(new Dictionary<string, int> { ["au-nz"] = 1, ["au1"] = 1, ["uk1"] = 1 }, (await Store.CountAsync(new OrganisationQuery(), Cancel)).ByRegion);
    }

    [Fact]
    public async Task List_OpenTickets_AreCountedAndSayWhoHasThem()
    {
        await InsertAsync(new Clinic("a"), new Clinic("b"), new Clinic("c"), new Clinic("d"));
        foreach (var (number, organisation, status, assignee) in new[]
        {
            (1, "b", "open", "Ana"), (2, "b", "closed", "Bo"), (3, "b", "escalated", null), (4, "c", "new", null), (5, "c", "closed", "Cy"), (6, "d", "closed", "Di"),
        })
        {
            await Temporary.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync("""
                INSERT INTO ticket (number, organisation_id, subject, status, assignee_id, assignee_name, answers, asked_again, checklist, version, created_at, created_by_id, created_by_name, updated_at, touched_at, health_when_touched)
                VALUES (@number, @organisation, 'x', @status, @assigneeId, @assignee, '{}', '[]', '[]', 1, 0, 'a', 'A', 0, 0, 'unknown')
                """, new { number, organisation, status, assignee, assigneeId = assignee?.ToLowerInvariant() }, transaction), Cancel);
        }

        var rows = (await Store.ListAsync(new OrganisationQuery(), Cancel)).Value!.Items;
        Assert.Equal([0, 2, 1, 0], rows.Select(row => row.OpenTickets));
        Assert.Equal([null, new TicketHeld(1, "ana", "Ana"), new TicketHeld(4, null, null), null], rows.Select(row => row.Ticket));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AAAAAAAAAAAAAAAAAAAA")]
    public async Task List_CursorTamperedWith_IsRefusedByField(string cursor)
    {
        var refusal = (await Store.ListAsync(new OrganisationQuery { Cursor = cursor }, Cancel)).Refusal;
        Assert.Equal("cursor", Assert.Single(Assert.IsType<Refusal.Invalid>(refusal).Errors).Field);
    }

    [Fact]
    public async Task List_CursorOfOtherOrderOrFilter_IsRefused()
    {
        await InsertAsync(new Clinic("a"), new Clinic("b"));
        var next = (await Store.ListAsync(new OrganisationQuery { Limit = 1 }, Cancel)).Value!.Next;
        Assert.NotNull(next);
        Assert.NotNull((await Store.ListAsync(new OrganisationQuery { Limit = 1, Cursor = next, Descending = true }, Cancel)).Refusal);
        Assert.NotNull((await Store.ListAsync(new OrganisationQuery { Limit = 1, Cursor = next, Search = "a" }, Cancel)).Refusal);
        Assert.Null((await Store.ListAsync(new OrganisationQuery { Limit = 7, Cursor = next }, Cancel)).Refusal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public async Task List_LimitOutOfRange_IsRefusedByField(int limit)
    {
        var refusal = (await Store.ListAsync(new OrganisationQuery { Limit = limit }, Cancel)).Refusal;
        Assert.Equal("limit", Assert.Single(Assert.IsType<Refusal.Invalid>(refusal).Errors).Field);
    }

    private async Task<IReadOnlyList<string>> WalkAsync(OrganisationQuery query)
    {
        var ids = new List<string>();
        do
        {
            var page = (await Store.ListAsync(query, Cancel)).Value!;
            ids.AddRange(page.Items.Select(row => row.Id));
            query = query with { Cursor = page.Next };
        }
        while (query.Cursor is not null);
        return ids;
    }
}

public sealed class OrganisationListOnSqlite() : OrganisationListContract(Engine.Sqlite);

public sealed class OrganisationListOnSqlServer() : OrganisationListContract(Engine.SqlServer);
