using Microsoft.Extensions.Logging.Abstractions;
using Motics.Support.Core.Access;
using Motics.Support.Core.Audit;
using Motics.Support.Data;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Migrations;
using Motics.Support.Portal.Live;

namespace Motics.Support.Portal.Tests.Live;

/// <summary>What another node wrote wakes the pages of this one.</summary>
public sealed class NodeWatchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("motics-support-watch-").FullName;
    private readonly Database _database;
    private readonly Microsoft.Extensions.Time.Testing.FakeTimeProvider _clock = new();

    public NodeWatchTests() => _database = new Database(DatabaseOptions.SqliteFile(Path.Combine(_folder, "watch.db")));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hear_WrittenElsewhere_WakesThePagesThatShowItAndNoOthers()
    {
        await new Migrator(_database, TimeProvider.System).MigrateAsync(Cancel);
        var (live, changes) = (new LiveUpdates(_clock, NullLogger<LiveUpdates>.Instance), new ChangeStore(_database));
        var watch = new NodeWatch(changes, live, _clock, NullLogger<NodeWatch>.Instance);
        var woken = new List<string>();
        using var seven = Listen(live, LiveTopic.Ticket(7), woken, "ticket 7");
        using var eight = Listen(live, LiveTopic.Ticket(8), woken, "ticket 8");
        using var read = Listen(live, LiveTopic.Organisation("harbour"), woken, "harbour");
        await WriteAsync("ticket.edit", "ticket:6");
        var position = await changes.EndAsync(Cancel);
        await WriteAsync("ticket.edit", "ticket:7");
        await WriteAsync("organisation.read", "organisation:harbour");
        await WriteAsync("token.create", "token:odd");

        position = await watch.HearAsync(position, Cancel);
        _clock.Advance(LiveUpdates.Throttle);
        Assert.Equal(["ticket 7"], woken);

        await watch.HearAsync(position, Cancel);
        _clock.Advance(LiveUpdates.Throttle);
        Assert.Equal(["ticket 7"], woken);
    }

    public void Dispose()
    {
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static IDisposable Listen(LiveUpdates live, LiveTopic topic, List<string> woken, string name) => live.Subscribe(topic, () =>
    {
        woken.Add(name);
        return Task.CompletedTask;
    });

    private Task WriteAsync(string action, string target) => _database.WriteAsync(
        (connection, transaction) => new AuditTrail(_database).AppendAsync(
            connection, transaction, new AuditEntry(DateTimeOffset.UnixEpoch, Actor.System.Id, action, target, AuditEntry.Done, null), Cancel), Cancel);
}
