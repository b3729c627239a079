using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using Motics.Support.Core.Events;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Migration;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Events;
using Motics.Support.Data.Incidents;
using Motics.Support.Data.Migration;
using Motics.Support.Data.Organisations;
using Motics.Support.Data.Tests.Events;
using static Motics.Support.Data.Tests.Events.EventMaker;

namespace Motics.Support.Data.Tests.Migration;

/// <summary>The reason of an organisation is the rule that its page suggests at that moment: as events arrive, incidents come and go, and hours pass.</summary>
public abstract class ReasonContract(Engine engine)
{
    private static readonly Playbook Rules = PlaybookLoader.Embedded;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_EventsIncidentsAndHours_ReasonIsWhatThePageSuggests()
    {
        await using var stored = await TemporaryDatabase.CreateAsync(engine);
        var (store, incidents) = (new OrganisationStore(stored.Database, new AuditTrail(stored.Database), stored.Clock, Rules), new IncidentStore(stored.Database, stored.Clock));
        var now = stored.Clock.GetUtcNow();
        await AppendAsync(stored, [
            Event(EventType.OrganisationUpdated, now.AddDays(-9), "ash", Ehr.Cliniko) with { OrganisationName = "Ash", ClinikoShard = "uk1" }, Event(EventType.OrganisationMigrated, now.AddDays(-8), "ash", id: "m"),
            Failure(EventType.PatientSearchFailed, now.AddHours(-1), "Authentication failed", "ash", Ehr.Cliniko) with { Id = "f" }]);

        var key = await ReasonAsync(store, stored);
        Assert.NotNull(key);
        var incident = new Incident("i1", Ehr.Cliniko, "uk1", IncidentStatus.Confirmed, now.AddHours(-2), null, "Many fail.");
        await incidents.SaveAsync(incident, Cancel);
        Assert.NotEqual(key, await ReasonAsync(store, stored));
        await incidents.SaveAsync(incident with { Status = IncidentStatus.Over, Until = now }, Cancel);
        Assert.Equal(key, await ReasonAsync(store, stored));

        var summary = await new MigrationStore(stored.Database, stored.Clock, Rules).ReadAsync(new MigrationQuery(), Cancel);
        Assert.Equal((key, 1, 1), (summary.Reasons.Single().Reason, summary.Reasons.Single().Organisations, summary.Reasons.Single().WithoutTicket));
        Assert.Equal(1, await store.TotalAsync(MigrationNumbers.For(new MigrationQuery(), key), Cancel));

        await AppendAsync(stored, [Failure(EventType.NotePushFailed, stored.Clock.GetUtcNow(), "Service unavailable", "ash", Ehr.Cliniko) with { Id = "g" }]);
        for (var hours = 0; hours < 30; hours++)
        {
            await ReasonAsync(store, stored);
            stored.Clock.Advance(TimeSpan.FromHours(1));
        }
    }

    [Fact]
    public async Task List_AnyHistoryInTwoHalves_ReasonIsWhatThePageSuggests()
    {
        // Without a server this is skipped, and not called a counterexample.
        await using var first = await TemporaryDatabase.CreateAsync(engine);
        await EventGen.Deliveries.SampleAsync(TellsTheSameAsync, iter: engine == Engine.Sqlite ? 25 : 5, threads: 1);
    }

    private async Task TellsTheSameAsync((IntegrationEvent[] History, IntegrationEvent[][] Batches) sample)
    {
        await using var stored = await TemporaryDatabase.CreateAsync(engine);
        var store = new OrganisationStore(stored.Database, new AuditTrail(stored.Database), stored.Clock, Rules);
        foreach (var half in new[] { sample.Batches[..(sample.Batches.Length / 2)], sample.Batches[(sample.Batches.Length / 2)..] })
        {
            foreach (var batch in half)
                await AppendAsync(stored, batch);
            await ReasonAsync(store, stored);
        }
    }

    private static async Task<string?> ReasonAsync(OrganisationStore store, TemporaryDatabase stored)
    {
        var rows = (await store.ListAsync(new OrganisationQuery(), Cancel)).Value!.Items;
        foreach (var row in rows)
            Assert.Equal(SuggestedVerdict.For(Rules, CaseFacts.Of((await store.FindAsync(row.Id, Cancel))!, null, stored.Clock.GetUtcNow()))?.RuleId, row.Reason);
        return rows.Count == 0 ? null : rows[0].Reason;
    }

    private static async Task AppendAsync(TemporaryDatabase into, IntegrationEvent[] events)
    {
        await using var store = new EventStore(into.Database, into.Clock, NullLogger<EventStore>.Instance);
        Assert.True((await store.AppendAsync(events, Cancel)).Done);
    }
}

public sealed class ReasonOnSqlite() : ReasonContract(Engine.Sqlite);

public sealed class ReasonOnSqlServer() : ReasonContract(Engine.SqlServer);
