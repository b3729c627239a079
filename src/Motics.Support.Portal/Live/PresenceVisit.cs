using Motics.Support.Core.Tickets;
using Motics.Support.Data.Access;
using Motics.Support.Data.Live;

namespace Motics.Support.Portal.Live;

/// <summary>
/// One open page of a ticket: says again and again that its reader is there, and hears who else is. On the same node others are heard of at once, on another
/// with the next <see cref="Pace"/>. While the connection is down nobody is there; that it fails is logged and changes nothing else.
/// </summary>
public sealed class PresenceVisit : IAsyncDisposable
{
    /// <summary>Time between two sayings; less than half of the lease.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(15);

    private readonly PresenceStore store;
    private readonly ILogger log;
    private readonly long ticket;
    private readonly Person me;
    private readonly Func<IReadOnlyList<Person>, Task> changed;
    private readonly Action<PresenceVisit> ended;
    private readonly string visit = Guid.NewGuid().ToString("N");
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private readonly IDisposable listening;
    private readonly ITimer timer;
    private IReadOnlyList<Person> others = [];
    private bool there;
    private bool paused;
    private bool over;

    internal PresenceVisit(PresenceStore store, LiveUpdates live, TimeProvider clock, ILogger log, long ticket, Person me, Func<IReadOnlyList<Person>, Task> changed, Action<PresenceVisit> ended)
    {
        (this.store, this.log, this.ticket, this.me, this.changed, this.ended) = (store, log, ticket, me, changed, ended);
        listening = live.Subscribe(LiveTopic.Presence(Page), LookAsync);
        timer = clock.CreateTimer(_ => _ = GuardAsync(() => paused ? Task.CompletedTask : StayAsync()), null, Pace, Pace);
    }

    private string Page => $"ticket:{ticket}";

    /// <summary>Says it now: on arrival, and when the connection is back.</summary>
    public Task SayAsync() => GuardAsync(() =>
    {
        paused = false;
        return StayAsync();
    });

    /// <summary>The connection is down: nobody is there until it is back.</summary>
    public Task PauseAsync() => GuardAsync(() =>
    {
        paused = true;
        return LeaveAsync();
    });

    private async Task StayAsync()
    {
        if (over)
            return;
        var found = await store.SayAsync(Page, visit, me, CancellationToken.None);
        there = true;
        await TellAsync(found);
    }

    public async ValueTask DisposeAsync()
    {
        listening.Dispose();
        await timer.DisposeAsync();
        ended(this);
        await GuardAsync(() =>
        {
            over = true;
            return LeaveAsync();
        });
    }

    private Task LookAsync() => GuardAsync(async () =>
    {
        if (there)
            await TellAsync(await store.OthersAsync(Page, me, CancellationToken.None));
    });

    private async Task LeaveAsync()
    {
        if (!there)
            return;
        there = false;
        await store.LeaveAsync(Page, visit, CancellationToken.None);
    }

    private Task TellAsync(IReadOnlyList<Person> found)
    {
        if (over || found.SequenceEqual(others))
            return Task.CompletedTask;
        others = found;
        return changed(found);
    }

    private async Task GuardAsync(Func<Task> work)
    {
        await oneAtATime.WaitAsync();
        try
        {
            await work();
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            log.LogWarning(problem, "Who else has ticket {Ticket} open could not be told", ticket);
        }
        finally
        {
            oneAtATime.Release();
        }
    }
}
