namespace Motics.Support.Portal.Components.Shared.Times;

/// <summary>
/// One clock for all times shown in a circuit: ticks every five seconds while somebody listens. Components redraw only when
/// their words change, so a tick on a page full of times is nearly free.
/// </summary>
public sealed class TickingClock(TimeProvider time, ILogger<TickingClock> log) : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly List<Action> listeners = [];
    private ITimer? timer;

    /// <summary>Now, UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Calls <paramref name="onTick"/> at each tick, on a thread of the pool, until disposed.</summary>
    public IDisposable Subscribe(Action onTick)
    {
        lock (gate)
        {
            listeners.Add(onTick);
            timer ??= time.CreateTimer(_ => Tick(), null, Pace, Pace);
        }
        return new Subscription(this, onTick);
    }

    /// <summary>Calls once after a pause, on a thread of the pool, unless it is disposed before.</summary>
    public IDisposable Once(TimeSpan pause, Action then) => time.CreateTimer(_ => then(), null, pause, Timeout.InfiniteTimeSpan);

    /// <summary>Ticks now: how times are written has changed.</summary>
    public void Nudge() => Tick();

    public void Dispose()
    {
        lock (gate)
        {
            listeners.Clear();
            timer?.Dispose();
            timer = null;
        }
    }

    private void Tick()
    {
        Action[] now;
        lock (gate)
            now = [.. listeners];
        foreach (var listener in now)
            Call(listener);
    }

    // On a thread of the pool: what is thrown there ends the whole portal, and every circuit with it.
    private void Call(Action listener)
    {
        try
        {
            listener();
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            log.LogError(problem, "Something that follows the clock failed; the clock goes on");
        }
    }

    private void Remove(Action onTick)
    {
        lock (gate)
        {
            listeners.Remove(onTick);
            if (listeners.Count > 0)
                return;
            timer?.Dispose();
            timer = null;
        }
    }

    private sealed class Subscription(TickingClock clock, Action onTick) : IDisposable
    {
        public void Dispose() => clock.Remove(onTick);
    }
}
