using Microsoft.Extensions.Logging.Abstractions;
using Motics.Support.Core.Events;
using Motics.Support.Core.Migration;
using Motics.Support.Core.Organisations;
using Motics.Support.Data.Events;
using Motics.Support.Data.Migration;
using Motics.Support.Data.Tests.Organisations;
using static Motics.Support.Data.Tests.Events.EventMaker;

namespace Motics.Support.Data.Tests.Migration;

public abstract class MigrationStoreContract(Engine engine) : OrganisationContract(engine)
{
    private MigrationStore Summaries => new(Temporary.Database, Temporary.Clock);

    [Fact]
    public async Task Read_All_CountsByStateAndPlace()
    {
        await AppendAsync();

        var summary = await ReadAsync();

        Assert.Equal((5, 3, 3), (summary.Organisations, summary.Reconnected, summary.StragglerCount));
        Assert.Equal("needs-key 2, failing 0, unverified 1, disabled 0, unknown 0, connected 2, not-applicable 1", Words(summary.States));
        Assert.Equal(
            [
                "Cliniko uk1: 2, back 2: needs-key 1, failing 0, unverified 0, disabled 0, unknown 0, connected 1, not-applicable 0",
                "Nookal au-nz: 2, back 1: needs-key 1, failing 0, unverified 0, disabled 0, unknown 0, connected 1, not-applicable 0",
                "Cliniko au1: 1, back 0: needs-key 0, failing 0, unverified 1, disabled 0, unknown 0, connected 0, not-applicable 0",
            ],
            summary.ByEhrAndRegion.Select(place => $"{place.Ehr} {place.Region}: {place.Organisations}, back {place.Reconnected}: {Words(place.States)}"));
    }

    [Theory]
    [InlineData(null, null, null, null, null, 5, "6")]
    [InlineData("cliniko", null, null, null, null, 3, "13")]
    [InlineData("nookal,cliniko", "uk1,au-nz", null, null, null, 4, "6")]
    [InlineData(null, null, "w2", null, null, 2, "6")]
    [InlineData(null, null, null, "2026-11-21", null, 2, "6")]
    [InlineData(null, null, null, null, "2026-11-20", 3, "13")]
    [InlineData(null, null, null, "2026-11-20T08:00:00Z", "2026-11-20T08:00:00Z", 3, "13")]
    [InlineData(null, null, null, "2026-11-20T08:00:00.001Z", "2026-11-20", 0, null)]
    [InlineData("semble", null, null, null, null, 0, null)]
    public async Task Read_Filtered_CountsThose(string? ehr, string? region, string? wave, string? from, string? to, int organisations, string? medianHours)
    {
        await AppendAsync();

        var summary = await ReadAsync(ehr, region, wave, from, to);

        Assert.Equal(organisations, summary.Organisations);
        Assert.Equal(organisations, summary.States.Where(state => state.Key != Health.NotApplicable).Sum(state => state.Value));
        Assert.Equal(medianHours, (summary.MedianSecondsToReconnect / 3600)?.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Read_Days_SayWhatHappenedOnEach()
    {
        await AppendAsync();

        var days = (await ReadAsync(from: "2026-11-20")).ByDay;

        Assert.Equal(
            [
                "2026-11-20: 3 migrated, 1 back, 2 waiting; 1 0 0 1 0 0 0",
                "2026-11-21: 1 migrated, 1 back, 2 waiting; 1 0 0 0 0 0 0",
                "2026-11-22: 1 migrated, 1 back, 2 waiting; 1 1 1 1 1 1 0",
                "2026-11-23: 0 migrated, 0 back, 2 waiting; 0 0 0 1 0 0 1",
                "2026-11-24: 0 migrated, 0 back, 2 waiting; 0 0 0 0 0 0 0",
            ],
            days.Select(day => $"{day.Day:yyyy-MM-dd}: {day.Migrated} migrated, {day.Reconnected} back, {day.Waiting} waiting; " +
                $"{day.Successes} {day.Failures} {day.KeyFailures} {day.KeysSaved} {day.Searches} {day.SearchesEmpty} {day.Copies}"));
    }

    [Fact]
    public async Task Read_DaysWithoutABound_AreTheNewestThirty()
    {
        await AppendAsync();

        var days = (await ReadAsync()).ByDay;

        Assert.Equal((30, new DateOnly(2026, 10, 26), new DateOnly(2026, 11, 24)), (days.Count, days[0].Day, days[^1].Day));
        Assert.Equal(366, (await ReadAsync(from: "1999-01-01")).ByDay.Count);
        Assert.Equal([new DateOnly(2026, 11, 21)], (await ReadAsync(from: "2026-11-21", to: "2026-11-21")).ByDay.Select(day => day.Day));
        Assert.Empty((await ReadAsync(from: "2027-01-01")).ByDay);
    }

    [Fact]
    public async Task Read_Stragglers_StandLongestFirst()
    {
        await AppendAsync();

        var stragglers = (await ReadAsync()).Stragglers;

        Assert.Equal(
            [("fern", Health.Unverified, At(20, 8)), ("cove", Health.NeedsKey, At(21, 0)), ("bay", Health.NeedsKey, At(22, 8))],
            stragglers.Select(straggler => (straggler.Id, straggler.Health, straggler.Since)));
        Assert.Equal(("Clinic bay", Ehr.Cliniko, "uk1", "w1", At(20, 8), At(21, 8)), (stragglers[2].Name, stragglers[2].Ehr, stragglers[2].Region, stragglers[2].Wave, stragglers[2].MigratedAt, stragglers[2].ReconnectedAt));
        Assert.NotEmpty(stragglers[2].HealthReason);
    }

    [Fact]
    public async Task Read_Nothing_IsAllZero()
    {
        var summary = await ReadAsync();

        Assert.Equal((0, 0, null), (summary.Organisations, summary.StragglerCount, summary.MedianSecondsToReconnect));
        Assert.Empty(summary.ByEhrAndRegion);
        Assert.All(summary.ByDay, day => Assert.Equal(0, day.Migrated + day.Waiting));
    }

    [Fact]
    public async Task Read_MigratedAnew_CountsFromTheNewestMigration()
    {
        await AppendAsync();
        await AppendAsync(Event(EventType.OrganisationMigrated, At(20, 20), "ash") with { Wave = "w3" });

        var summary = await ReadAsync(wave: "w3");

        Assert.Equal((1, 0), (summary.Organisations, summary.Reconnected));
        await AppendAsync(Event(EventType.Verified, At(20, 21), "ash"));
        Assert.Equal(3600, (await ReadAsync(wave: "w3")).MedianSecondsToReconnect);
    }

    private static DateTimeOffset At(int day, int hour) => new(2026, 11, day, hour, 0, 0, TimeSpan.Zero);

    private static string Words(IReadOnlyDictionary<Health, int> states) => string.Join(", ", states.Select(state => $"{Core.Kebab.Name(state.Key)} {state.Value}"));

    private static IntegrationEvent Of(string id, Ehr ehr, NookalRegion? region = null, string? shard = null) =>
        Event(EventType.OrganisationUpdated, At(1, 0), id, ehr) with { OrganisationName = $"Clinic {id}", NookalRegion = region, ClinikoShard = shard };

    private static IntegrationEvent Migrated(string id, DateTimeOffset at, string wave) => Event(EventType.OrganisationMigrated, at, id) with { Wave = wave };

    private async Task<MigrationSummary> ReadAsync(string? ehr = null, string? region = null, string? wave = null, string? from = null, string? to = null) =>
        await Summaries.ReadAsync(MigrationQuery.Read(ehr, region, wave, from, to).Value!, Cancel);

    // ash was back after 2 hours; bay after 24, and fails again; cove only searched in vain; dune was back after 6; fern saved a key; elm was never migrated; gorse is on Semble and fails.
    private Task AppendAsync() => AppendAsync(
        Of("ash", Ehr.Cliniko, shard: "uk1"), Migrated("ash", At(20, 8), "w1"), KeySaved(At(20, 9), "aa", "ash"), Event(EventType.Verified, At(20, 10), "ash"),
        Of("bay", Ehr.Cliniko, shard: "uk1"), Migrated("bay", At(20, 8), "w1"), Event(EventType.Verified, At(21, 8), "bay"),
        Failure(EventType.IntegrationFailed, At(22, 8), "Authentication failed", "bay") with { Operation = Operation.Verify },
        Of("cove", Ehr.Nookal, NookalRegion.AuNz), Migrated("cove", At(21, 0), "w2"), Events.EventMaker.Search(At(22, 1), 0, "cove", Ehr.Nookal),
        Of("dune", Ehr.Nookal, NookalRegion.AuNz), Migrated("dune", At(22, 12), "w2"), KeySaved(At(22, 13), "dd", "dune", Ehr.Nookal), Event(EventType.Verified, At(22, 18), "dune", Ehr.Nookal),
        Of("elm", Ehr.Cliniko, shard: "uk1"), Event(EventType.Verified, At(22, 18), "elm"),
        Of("fern", Ehr.Cliniko, shard: "au1"), Event(EventType.Verified, At(19, 8), "fern"), Migrated("fern", At(20, 8), "w1"), KeySaved(At(23, 8), "ff", "fern"), Event(EventType.Copied, At(23, 9), "fern"),
        Of("gorse", Ehr.Semble), Migrated("gorse", At(20, 8), "w1"), Event(EventType.Verified, At(20, 9), "gorse", Ehr.Semble),
        Failure(EventType.IntegrationFailed, At(22, 8), "Authentication failed", "gorse", Ehr.Semble));

    private async Task AppendAsync(params IntegrationEvent[] events)
    {
        await using var store = new EventStore(Temporary.Database, Temporary.Clock, NullLogger<EventStore>.Instance);
        Assert.True((await store.AppendAsync([.. events.Select(happened => happened with { Id = $"{happened.Id}-{happened.OrganisationId}" })], Cancel)).Done);
    }
}

public sealed class MigrationStoreOnSqlite() : MigrationStoreContract(Engine.Sqlite)
{
    [Theory]
    [InlineData("FROM organisation o WHERE 1 = 1 AND o.migrated_at IS NOT NULL GROUP BY o.own_ehr, o.place, o.health_rank", "o.own_ehr, o.place, o.health_rank, COUNT(o.reconnected_at)")]
    [InlineData("FROM organisation o WHERE o.health_rank <> 5 AND o.migrated_at IS NOT NULL AND o.health_rank <> 6 AND o.wave = 'w'", "o.id, o.reconnected_at, o.health_since_at")]
    public async Task Statements_ReadTheIndexAlone(string from, string columns)
    {
        var plan = await Events.StateDump.QueryAsync(Temporary.Database, "plan", $"EXPLAIN QUERY PLAN SELECT {columns} {from}");

        Assert.Contains(plan, line => line.Contains("COVERING INDEX ix_organisation_migrated", StringComparison.Ordinal));
    }
}

public sealed class MigrationStoreOnSqlServer() : MigrationStoreContract(Engine.SqlServer);
