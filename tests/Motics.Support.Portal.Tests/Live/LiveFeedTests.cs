using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Motics.Support.Core.Access;
using Motics.Support.Core.Audit;
using Motics.Support.Data;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Live;
using Motics.Support.Data.Schema;
using Motics.Support.Portal.Live;

namespace Motics.Support.Portal.Tests.Live;

/// <summary>What was written wakes the pages that show it: on the node that wrote at once, on another with its next question.</summary>
public sealed class LiveFeedTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("motics-support-feed-").FullName;
    private readonly FakeTimeProvider clock = new();
    private readonly LiveUpdates live = new(TimeProvider.System, NullLogger<LiveUpdates>.Instance);
    private readonly CancellationTokenSource over = new();
    private Database here = null!;
    private Database elsewhere = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var options = DatabaseOptions.SqliteFile(Path.Combine(folder, "feed.db"));
        (here, elsewhere) = (new Database(options), new Database(options));
        await new SchemaMigrator(here, TimeProvider.System).MigrateAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        over.Dispose();
        here.Dispose();
        elsewhere.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Written_Here_WakesWithoutAnyPoll()
    {
        using var feed = Feed();
        await feed.StartAsync(over.Token);
        using var seven = new Watcher(live, LiveTopic.Ticket(7));
        await WriteAsync(here, "ticket.edit", "ticket:7");
        await seven.Woken.WaitAsync(Cancel);
        await feed.StopAsync(Cancel);
    }

    [Fact]
    public async Task Written_Elsewhere_WakesWithOnePoll()
    {
        using var feed = Feed();
        await WriteAsync(elsewhere, "ticket.edit", "ticket:8");
        var watching = feed.WatchAsync(over.Token);
        using var seven = new Watcher(live, LiveTopic.Ticket(7));
        using var eight = new Watcher(live, LiveTopic.Ticket(8));
        await WriteAsync(elsewhere, "ticket.edit", "ticket:7");
        clock.Advance(LiveFeed.Pace);
        await seven.Woken.WaitAsync(Cancel);

        // What was there before it began to watch is no news.
        Assert.False(eight.Woken.IsCompleted);
        await over.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
    }

    [Theory]
    [InlineData("organisation.read", AuditEntry.Done)]
    [InlineData("ticket.screenshot.read", AuditEntry.Done)]
    [InlineData("ticket.close", AuditEntry.Refused)]
    public async Task ReadOrRefused_ChangesNothing(string action, string outcome)
    {
        var told = new List<LiveTopic>();
        here.Changed += told.AddRange;
        var changes = new ChangeStore(elsewhere);
        var before = await changes.EndAsync(Cancel);

        await WriteAsync(here, action, "ticket:7", outcome);

        var seen = await changes.SinceAsync(before, Cancel);
        Assert.Empty(told);
        Assert.Empty(seen.Topics);
        Assert.Equal(before.Audit + 1, seen.Position.Audit);
    }

    private LiveFeed Feed() => new(here, new ChangeStore(here), live, clock, NullLogger<LiveFeed>.Instance);

    private static Task WriteAsync(Database database, string action, string target, string outcome = AuditEntry.Done) => database.WriteAsync(
        (connection, transaction) => new AuditTrail(database).AppendAsync(
            connection, transaction, new AuditEntry(DateTimeOffset.UnixEpoch, Actor.System.Id, action, target, outcome, null), Cancel), Cancel);
}
