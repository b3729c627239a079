using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Motics.Support.Core.Tickets;
using Motics.Support.Data;
using Motics.Support.Data.Access;
using Motics.Support.Data.Schema;
using Motics.Support.Portal.Live;

namespace Motics.Support.Portal.Tests.Live;

/// <summary>Two people on one ticket, on one node and on two.</summary>
public sealed class PresenceVisitTests : IAsyncLifetime
{
    private static readonly Person Ana = new("ana", "Ana");
    private static readonly Person Bo = new("bo", "Bo");

    private readonly string folder = Directory.CreateTempSubdirectory("presence-").FullName;
    private readonly FakeTimeProvider clock = new();
    private readonly Channel<string> ana = Channel.CreateUnbounded<string>();
    private Database database = null!;
    private PresenceStore store = null!;
    private LiveUpdates live = null!;

    public async ValueTask InitializeAsync()
    {
        database = new Database(DatabaseOptions.SqliteFile(Path.Combine(folder, "x.db")));
        await new SchemaMigrator(database, clock).MigrateAsync(TestContext.Current.CancellationToken);
        store = new PresenceStore(database, clock);
        live = new LiveUpdates(clock, NullLogger<LiveUpdates>.Instance);
        database.Changed += live.Hear;
    }

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Visit_SomebodyComesAndGoes_IsToldAtOnce()
    {
        await using var first = await ComeAsync(Circuit(), Ana);
        var second = await ComeAsync(Circuit(), Bo);
        await ToldAsync("Bo");

        await second.DisposeAsync();
        await ToldAsync("");
    }

    [Fact]
    public async Task Visit_OnAnotherNode_IsHeardOfWithTheNextSaying()
    {
        await using var first = await ComeAsync(Circuit(), Ana);
        using var elsewhere = new Database(database.Options);
        await using var second = await ComeAsync(new(new PresenceStore(elsewhere, clock), live, clock, NullLogger<CircuitPresence>.Instance), Bo);
        Assert.False(ana.Reader.TryPeek(out _));

        await ToldAsync("Bo", PresenceVisit.Pace);
    }

    [Fact]
    public async Task Circuit_OutOfReach_NobodyIsThereUntilItIsBack()
    {
        await using var first = await ComeAsync(Circuit(), Ana);
        var away = Circuit();
        await using var second = await ComeAsync(away, Bo);
        await ToldAsync("Bo");

        await away.OnConnectionDownAsync(null!, CancellationToken.None);
        await ToldAsync("");
        clock.Advance(PresenceVisit.Pace);
        Assert.Empty(await store.OthersAsync("ticket:7", Ana, TestContext.Current.CancellationToken));
        await away.OnConnectionUpAsync(null!, CancellationToken.None);
        await ToldAsync("Bo");
    }

    [Fact]
    public async Task Node_Dies_ItsPeopleAreGoneWhenTheLeaseIsOver()
    {
        await using var first = await ComeAsync(Circuit(), Ana);
        await store.SayAsync("ticket:7", "of-a-dead-node", Bo, TestContext.Current.CancellationToken);
        await ToldAsync("Bo", PresenceVisit.Pace);

        await ToldAsync("", PresenceStore.Lease);
    }

    [Fact]
    public async Task Visit_Ended_SaysNothingAnyMore()
    {
        var circuit = Circuit();
        var visit = await ComeAsync(circuit, Ana);
        await visit.DisposeAsync();

        await visit.SayAsync();
        await circuit.OnConnectionUpAsync(null!, CancellationToken.None);

        Assert.Empty(await store.OthersAsync("ticket:7", Bo, TestContext.Current.CancellationToken));
    }

    private CircuitPresence Circuit() => new(store, live, clock, NullLogger<CircuitPresence>.Instance);

    private async Task<PresenceVisit> ComeAsync(CircuitPresence circuit, Person person)
    {
        var visit = circuit.Begin(7, person, others => person == Ana ? ana.Writer.WriteAsync(string.Join(", ", others.Select(other => other.Name))).AsTask() : Task.CompletedTask);
        await visit.SayAsync();
        return visit;
    }

    private Task ToldAsync(string expected) => ToldAsync(expected, LiveUpdates.Throttle);

    private async Task ToldAsync(string expected, TimeSpan after)
    {
        clock.Advance(after);
        Assert.Equal(expected, await ana.Reader.ReadAsync(TestContext.Current.CancellationToken));
    }
}
