using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Motics.Support.Core;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Data.Events;

namespace Motics.Support.Data.Tests.Events;

public abstract class EventStoreContract(Engine engine) : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private TemporaryDatabase temporary = null!;
    private EventStore store = null!;

    public async ValueTask InitializeAsync()
    {
        temporary = await TemporaryDatabase.CreateAsync(engine);
        store = Open();
    }

    public async ValueTask DisposeAsync()
    {
        if (temporary is null)
            return;
        await store.DisposeAsync();
        await temporary.DisposeAsync();
    }

    [Fact]
    public async Task Append_NewEvents_AreStoredAndTheirOrganisationsTold()
    {
        var result = await AppendAsync(EventMaker.Search(Noon, 1), EventMaker.Search(Noon, 1, "mill-lane", id: "other"));

        Assert.Equal((2, 0), (result.Accepted, result.Duplicates.Count));
        Assert.Equal(2, await CountAsync("event"));
    }

    [Fact]
    public async Task Append_SameEventAgain_IsADuplicateWhateverCameBetween()
    {
        var first = EventMaker.Search(Noon, 1);
        await AppendAsync(first);
        await AppendAsync(EventMaker.Search(Noon.AddMinutes(1), 0));

        var again = await AppendAsync(EventMaker.Search(Noon.AddMinutes(2), 0), first with { ResultCount = 0 });

        Assert.Equal(1, again.Accepted);
        Assert.Equal([1], again.Duplicates);
        Assert.Equal(3, await CountAsync("event"));
    }

    [Fact]
    public async Task Append_SameEventTwiceInOneBatch_IsStoredOnce()
    {
        var happened = EventMaker.Search(Noon, 1);

        Assert.Equal([1], (await AppendAsync(happened, happened)).Duplicates);
        Assert.Equal(1, await CountAsync("event"));
    }

    [Fact]
    public async Task Append_SameIdOfAnotherSource_IsAnotherEvent() =>
        Assert.Equal(2, (await AppendAsync(EventMaker.Search(Noon, 1), EventMaker.Search(Noon, 1) with { Source = "elsewhere" })).Accepted);

    [Fact]
    public async Task Append_SameBatchFromManyAtOnce_IsStoredOnce()
    {
        IntegrationEvent[] batch = [.. Enumerable.Range(0, 50).Select(index => EventMaker.Search(Noon.AddSeconds(index), index % 2))];

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AppendAsync(batch)));

        Assert.Equal(50, results.Sum(result => result.Accepted));
        Assert.Equal(350, results.Sum(result => result.Duplicates.Count));
        Assert.Equal(50, await CountAsync("event"));
        Assert.Equal(["day|50|25|25"], await StateDump.QueryAsync(temporary.Database, "day", "SELECT SUM(searches), SUM(searches_empty), SUM(successes) FROM daily_count"));
    }

    [Fact]
    public async Task Append_SameBatchFromTwoNodesAtOnce_IsStoredOnceAndTheOtherIsTold()
    {
        using var elsewhere = temporary.Open();
        await using var other = new EventStore(elsewhere, temporary.Clock, NullLogger<EventStore>.Instance);
        IntegrationEvent[] batch = [.. Enumerable.Range(0, 40).Select(index => EventMaker.Search(Noon.AddSeconds(index), index % 2))];

        var results = await Task.WhenAll(AppendAsync(batch), AppendAsync(other, batch));

        Assert.Equal([0, 40], results.Select(result => result.Accepted).Order());
        Assert.Equal(Enumerable.Range(0, 40), results.Single(result => result.Accepted == 0).Duplicates);
        Assert.Equal(40, await CountAsync("event"));
        Assert.Equal(["day|40|20"], await StateDump.QueryAsync(temporary.Database, "day", "SELECT SUM(searches), SUM(successes) FROM daily_count"));
    }

    [Fact]
    public async Task Append_TwoStoresOnOneDatabase_SeeEachOthersState()
    {
        await using var other = Open();
        await AppendAsync(EventMaker.KeySaved(Noon, "print1"));
        await AppendAsync(other, EventMaker.Event(EventType.Verified, Noon.AddMinutes(1)));
        await AppendAsync(EventMaker.Failure(EventType.NotePushFailed, Noon.AddMinutes(2), "Authentication failed"));
        await AppendAsync(other, EventMaker.Search(Noon.AddMinutes(3), 2));

        Assert.Equal(
            ["key|worked|" + Noon.AddMinutes(1).ToUnixTimeMilliseconds() + "|" + Noon.AddMinutes(3).ToUnixTimeMilliseconds()],
            await StateDump.QueryAsync(temporary.Database, "key", $"SELECT outcome, outcome_at, {OracleSql.KeyLastSuccess} FROM key_entry k"));
        Assert.Equal(["health|connected"], await StateDump.QueryAsync(temporary.Database, "health", "SELECT health FROM organisation"));
    }

    /// <summary>The state and everything else that lists show stay as they were; what is said of it does not.</summary>
    [Theory]
    [InlineData(false, "No key was saved since the migration on 23 Nov 2026 12:00 UTC, and every search since has found nobody.")]
    [InlineData(true, "Pushing notes works, and nothing has failed since 23 Nov 2026 12:01 UTC; searches have found nobody since the migration on 23 Nov 2026 12:00 UTC.")]
    public async Task Append_FirstSearchThatFoundNobody_IsSaidInTheReasonThatIsStored(bool works, string reason)
    {
        await AppendAsync(EventMaker.Event(EventType.OrganisationUpdated, Noon), EventMaker.Event(EventType.OrganisationMigrated, Noon));
        if (works)
            await AppendAsync(EventMaker.Event(EventType.NotePushSucceeded, Noon.AddMinutes(1)));
        var before = await HealthAsync();

        await AppendAsync(EventMaker.Search(Noon.AddMinutes(2), 0));

        var after = await HealthAsync();
        Assert.Equal(before with { Reason = reason }, after);
        Assert.NotEqual(before, after);
    }

    /// <summary>The first that found nobody is news; the next hundred are not, and must not cost a write of the row that every list is sorted by.</summary>
    [Fact]
    public async Task Append_FurtherSearchThatFoundNobody_DoesNotWriteTheOrganisation()
    {
        await AppendAsync(EventMaker.Event(EventType.OrganisationUpdated, Noon), EventMaker.Event(EventType.OrganisationMigrated, Noon), EventMaker.Search(Noon.AddMinutes(2), 0));
        // Behind the store's back: a write would put its own words here again.
        await temporary.Database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync("UPDATE organisation SET health_reason = 'untouched'", transaction: transaction), TestContext.Current.CancellationToken);

        await AppendAsync(EventMaker.Search(Noon.AddMinutes(3), 0));

        Assert.Equal("untouched", (await HealthAsync()).Reason);
    }

    [Fact]
    public async Task Append_BatchThatCannotBeStored_LeavesNothingAndCostsTheOthersNothing()
    {
        // Nothing that the reader makes is like this; it stands for whatever goes wrong in the middle of a batch.
        var broken = EventMaker.Search(Noon.AddSeconds(1), 1) with { Source = null! };
        var (good, bad) = (AppendAsync(EventMaker.Search(Noon, 1)), store.AppendAsync([EventMaker.Search(Noon.AddSeconds(2), 1, "mill-lane"), broken], CancellationToken.None));

        Assert.Equal(1, (await good).Accepted);
        await Assert.ThrowsAnyAsync<Exception>(() => bad);
        Assert.Equal(["harbour"], (await StateDump.QueryAsync(temporary.Database, "o", "SELECT id FROM organisation")).Select(line => line[2..]));
        Assert.Equal(1, await CountAsync("event"));
        Assert.Equal(1, await CountAsync("event_identity"));
        Assert.Equal(1, (await AppendAsync(EventMaker.Search(Noon.AddSeconds(3), 1))).Accepted);
    }

    [Fact]
    public async Task Append_CallerGoesAway_OthersAreStored()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.AppendAsync([EventMaker.Search(Noon, 1)], gone.Token));

        Assert.Equal(1, (await AppendAsync(EventMaker.Search(Noon.AddSeconds(1), 1))).Accepted);
    }

    [Fact]
    public async Task Append_MoreThanMayWait_IsRefusedAsBusyAndTheRestIsStored()
    {
        // Somebody else holds the pen, so that batches pile up.
        var held = new TaskCompletionSource();
        var holding = new TaskCompletionSource();
        var holder = temporary.Database.WriteAsync(async (connection, transaction) =>
        {
            await connection.ExecuteAsync("UPDATE event_writer SET owner = owner WHERE id = 1", transaction: transaction);
            holding.SetResult();
            await held.Task;
        }, CancellationToken.None);
        await holding.Task;
        var answers = Enumerable.Range(0, EventStore.MaxWaiting * 3).Select(index => store.AppendAsync([EventMaker.Search(Noon.AddSeconds(index), 1)], CancellationToken.None)).ToArray();
        held.SetResult();
        await holder;

        var outcomes = await Task.WhenAll(answers);

        Assert.Contains(outcomes, outcome => outcome.Refusal is Refusal.Busy { RetryAfterSeconds: > 0 });
        Assert.Equal(outcomes.Count(outcome => outcome.Done), await CountAsync("event"));
    }

    [Fact]
    public async Task Append_Nothing_IsDone() => Assert.Equal(0, (await AppendAsync()).Accepted);

    [Fact]
    public async Task Dispose_BatchesWaiting_AreStoredFirst()
    {
        var waiting = Enumerable.Range(0, 20).Select(index => store.AppendAsync([EventMaker.Search(Noon.AddSeconds(index), 1)], CancellationToken.None)).ToArray();
        await store.DisposeAsync();

        Assert.All(await Task.WhenAll(waiting), outcome => Assert.True(outcome.Done));
        Assert.IsType<Refusal.Busy>((await store.AppendAsync([EventMaker.Search(Noon, 1)], CancellationToken.None)).Refusal);
    }

    [Fact]
    public async Task Purge_OldEvents_GoInStepsAndStateStays()
    {
        await AppendAsync([.. Enumerable.Range(0, 25).Select(index => EventMaker.Search(Noon.AddSeconds(index), 1))]);
        temporary.Clock.Advance(TimeSpan.FromDays(10));
        await AppendAsync(EventMaker.Search(Noon.AddSeconds(100), 1));
        var before = await StateDump.WholeAsync(temporary.Database);

        Assert.Equal(25, await store.PurgeAsync(TemporaryDatabase.Start.AddDays(1), 4, TestContext.Current.CancellationToken));

        Assert.Equal(1, await CountAsync("event"));
        Assert.Equal(before, await StateDump.WholeAsync(temporary.Database));
        Assert.Equal([0], (await AppendAsync(EventMaker.Search(Noon, 1))).Duplicates);
    }

    [Fact]
    public async Task Purge_AfterMoreThanAYear_ForgetsIdentitiesToo()
    {
        await AppendAsync([.. Enumerable.Range(0, 7).Select(index => EventMaker.Search(Noon.AddSeconds(index), 1))]);
        temporary.Clock.Advance(TimeSpan.FromDays(390));
        Assert.Equal(0, await store.PurgeIdentitiesAsync(temporary.Clock.GetUtcNow(), 3, TestContext.Current.CancellationToken));
        Assert.Equal(7, await CountAsync("event_identity"));

        temporary.Clock.Advance(TimeSpan.FromDays(20));
        Assert.Equal(7, await store.PurgeIdentitiesAsync(temporary.Clock.GetUtcNow(), 3, TestContext.Current.CancellationToken));

        Assert.Equal(0, await CountAsync("event_identity"));
    }

    [Fact]
    public async Task Append_NameWithAccents_IsFoldedForSearch()
    {
        await AppendAsync(EventMaker.Event(EventType.OrganisationUpdated, Noon, "Øst-Klinik") with { OrganisationName = "  Ångström  Straße " });

        Assert.Equal(["o|angstrom strasse|angstrom strasse ost-klinik"], await StateDump.QueryAsync(temporary.Database, "o", "SELECT name_folded, search_folded FROM organisation"));
    }

    private EventStore Open() => new(temporary.Database, temporary.Clock, NullLogger<EventStore>.Instance);

    private Task<AppendResult> AppendAsync(params IntegrationEvent[] events) => AppendAsync(store, events);

    private static async Task<AppendResult> AppendAsync(EventStore into, params IntegrationEvent[] events)
    {
        var outcome = await into.AppendAsync(events, TestContext.Current.CancellationToken);
        return outcome.Done ? outcome.Value : throw new InvalidOperationException(outcome.Refusal.ToString());
    }

    private Task<(string Health, long? Since, string Reason)> HealthAsync() => temporary.Database.ReadAsync(
        connection => connection.QuerySingleAsync<(string, long?, string)>("SELECT health, health_since_at, health_reason FROM organisation"), TestContext.Current.CancellationToken);

    private async Task<int> CountAsync(string table) => int.Parse((await StateDump.QueryAsync(temporary.Database, "n", "SELECT COUNT(*) FROM " + table))[0][2..], System.Globalization.CultureInfo.InvariantCulture);
}

public sealed class EventStoreOnSqlite() : EventStoreContract(Engine.Sqlite);

public sealed class EventStoreOnSqlServer() : EventStoreContract(Engine.SqlServer);
