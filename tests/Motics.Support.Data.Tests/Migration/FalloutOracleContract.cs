using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using Motics.Support.Core;
using Motics.Support.Core.Events;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Migration;
using Motics.Support.Core.Organisations;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Events;
using Motics.Support.Data.Incidents;
using Motics.Support.Data.Organisations;
using Motics.Support.Data.Tests.Events;

namespace Motics.Support.Data.Tests.Migration;

/// <summary>
/// How organisations came through the migration, whatever the order, batches and repetitions of their events, through days that pass and incidents that come and go: as a second
/// implementation finds it that sorts and reads the contract aloud.
/// </summary>
public abstract class FalloutOracleContract(Engine engine)
{
    private static readonly int Histories = int.TryParse(Environment.GetEnvironmentVariable("MOTICS_TEST_HISTORIES"), out var asked) ? asked : 40;

    private static readonly Gen<Incident[]> Incidents = Gen.Select(Gen.Int[0, 1], Gen.Int[0, 3], Gen.Bool, Gen.Int[-20, 70], Gen.Int[0, 2])
        .Select((ehr, place, confirmed, second, until) => new Incident(
            $"i{second}-{ehr}-{place}", ehr == 0 ? Ehr.Cliniko : Ehr.Nookal, place switch { 0 => ehr == 0 ? "uk1" : "eu", 1 => ehr == 0 ? "au1" : "au-nz", _ => null },
            confirmed ? IncidentStatus.Confirmed : IncidentStatus.Suspected, EventGen.Start.AddSeconds(second),
            until switch { 0 => null, 1 => TemporaryDatabase.Start.AddHours(5), _ => TemporaryDatabase.Start.AddHours(-5) }, "Many fail."))
        .Array[0, 2];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_AnyHistoryAndIncidents_IsWhatTheContractSays()
    {
        await using var first = await TemporaryDatabase.CreateAsync(engine);
        await Gen.Select(EventGen.Deliveries, Incidents).SampleAsync(sample => TryAsync(sample.Item1, sample.Item2), iter: engine == Engine.Sqlite ? Histories : Histories / 5, threads: 1);
    }

    private async Task TryAsync((IntegrationEvent[] History, IntegrationEvent[][] Batches) sample, Incident[] incidents)
    {
        await using var stored = await TemporaryDatabase.CreateAsync(engine);
        var store = new OrganisationStore(stored.Database, new AuditTrail(stored.Database), stored.Clock);
        foreach (var incident in incidents.DistinctBy(incident => incident.Id))
            await new IncidentStore(stored.Database, stored.Clock).SaveAsync(incident, Cancel);
        await AppendAsync(stored, sample.Batches[..(sample.Batches.Length / 2)]);
        await store.ListAsync(new OrganisationQuery(), Cancel);
        await AppendAsync(stored, sample.Batches[(sample.Batches.Length / 2)..]);
        foreach (var hours in new[] { 0, 6, 20, 24, 24 })
        {
            stored.Clock.Advance(TimeSpan.FromHours(hours));
            await CompareAsync(sample.History, [.. incidents.DistinctBy(incident => incident.Id)], store, stored.Clock.GetUtcNow());
        }
    }

    private static async Task CompareAsync(IntegrationEvent[] history, Incident[] incidents, OrganisationStore store, DateTimeOffset now)
    {
        var active = incidents.Where(incident => incident.Since <= now && !(incident.Until <= now)).ToList();
        var expected = new Oracle(history).Fallouts(active, now).ToList();
        var rows = (await store.ListAsync(new OrganisationQuery(), Cancel)).Value!.Items;
        var (copying, pushing) = (await IdsAsync(store, new OrganisationQuery { Copying = true }), await IdsAsync(store, new OrganisationQuery { Pushing = true }));
        Assert.Equal(expected, rows.OrderBy(row => row.Id, StringComparer.Ordinal)
            .Select(row => Oracle.Line("fallout", row.Id, Kebab.Name(row.MigrationState), row.Need, copying.Contains(row.Id), pushing.Contains(row.Id))));
        foreach (var state in Enum.GetValues<MigrationState>())
            Assert.Equal(rows.Where(row => row.MigrationState == state).Select(row => row.Id).Order(), (await IdsAsync(store, new OrganisationQuery { MigrationStates = [state] })).Order());
        var byNeed = (await store.ListAsync(new OrganisationQuery { Sort = OrganisationSort.Need, Descending = true }, Cancel)).Value!.Items;
        Assert.Equal(rows.Select(row => row.Need).OrderDescending(), byNeed.Select(row => row.Need));
        Assert.Equal(byNeed.Select(row => row.Need).Reverse(), (await store.ListAsync(new OrganisationQuery { Sort = OrganisationSort.Need }, Cancel)).Value!.Items.Select(row => row.Need));
        Assert.Equal(byNeed.Select(row => row.Id), await PagedAsync(store));
    }

    private static async Task<List<string>> IdsAsync(OrganisationStore store, OrganisationQuery query)
    {
        var ids = (await store.ListAsync(query, Cancel)).Value!.Items.Select(row => row.Id).ToList();
        Assert.Equal(ids.Count, await store.TotalAsync(query, Cancel));
        return ids;
    }

    private static async Task<List<string>> PagedAsync(OrganisationStore store)
    {
        var ids = new List<string>();
        for (string? cursor = null; ids.Count == 0 || cursor is not null;)
        {
            var page = (await store.ListAsync(new OrganisationQuery { Sort = OrganisationSort.Need, Descending = true, Limit = 1, Cursor = cursor }, Cancel)).Value!;
            ids.AddRange(page.Items.Select(row => row.Id));
            cursor = page.Next;
        }
        return ids;
    }

    private static async Task AppendAsync(TemporaryDatabase into, IntegrationEvent[][] batches)
    {
        await using var store = new EventStore(into.Database, into.Clock, NullLogger<EventStore>.Instance);
        foreach (var batch in batches)
            Assert.True((await store.AppendAsync(batch, Cancel)).Done);
    }
}

public sealed class FalloutOracleOnSqlite() : FalloutOracleContract(Engine.Sqlite);

public sealed class FalloutOracleOnSqlServer() : FalloutOracleContract(Engine.SqlServer);
