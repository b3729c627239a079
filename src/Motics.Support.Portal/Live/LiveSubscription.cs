namespace Motics.Support.Portal.Live;

/// <summary>One listener. The first change starts the throttle's timer, further ones ride along, and one that comes while the call runs starts it again.</summary>
internal sealed class LiveSubscription : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Func<Task> _changed;
    private readonly ILogger _log;
    private readonly Action<LiveSubscription> _gone;
    private readonly ITimer _timer;
    private bool _waiting;
    private bool _running;
    private bool _again;
    private bool _disposed;

    public LiveSubscription(Func<Task> changed, TimeProvider clock, ILogger log, Action<LiveSubscription> gone)
    {
        (_changed, _log, _gone) = (changed, log, gone);
        _timer = clock.CreateTimer(_ => _ = RunAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Wake()
    {
        lock (_gate)
        {
            if (_disposed || _waiting)
            {
                return;
            }

            if (_running)
            {
                _again = true;
                return;
            }

            Schedule();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
        }

        _timer.Dispose();
        _gone(this);
    }

    private async Task RunAsync()
    {
        if (!Begin())
        {
            return;
        }

        try
        {
            await _changed();
        }
        catch (ObjectDisposedException)
        {
            // The circuit went away between the change and the call: there is nobody left to tell.
            Dispose();
        }
        catch (Exception failure)
        {
            _log.LogError(failure, "A page failed to take up a change");
        }

        End();
    }

    private bool Begin()
    {
        lock (_gate)
        {
            _waiting = false;
            _running = !_disposed;
            return _running;
        }
    }

    private void End()
    {
        lock (_gate)
        {
            _running = false;
            if (_again && !_disposed)
            {
                _again = false;
                Schedule();
            }
        }
    }

    private void Schedule()
    {
        _waiting = true;
        _timer.Change(LiveUpdates.Throttle, Timeout.InfiniteTimeSpan);
    }
}
