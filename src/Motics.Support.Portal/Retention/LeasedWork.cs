using Motics.Support.Data.Access;

namespace Motics.Support.Portal.Retention;

/// <summary>
/// Work that one of all nodes does once per interval. The lease is held for the whole interval and not given back, so that this holds also when nodes
/// come and go. When the work fails or is stopped the lease is given back, so that any node tries again.
/// </summary>
internal sealed class LeasedWork(LeaseStore leases, string name, TimeSpan interval)
{
    private readonly string _holder = $"{Environment.MachineName}/{Guid.CreateVersion7():N}";
    private DateTimeOffset? _lastDone;

    /// <summary>Does the work when it is due and no other node has it; true when it was done.</summary>
    public async Task<bool> RunAsync(DateTimeOffset now, Func<Task> work, CancellationToken cancellationToken)
    {
        if (now - _lastDone < interval || !await leases.TryTakeAsync(name, _holder, interval, cancellationToken))
        {
            return false;
        }

        try
        {
            await work();
            _lastDone = now;
            return true;
        }
        catch
        {
            await leases.ReleaseAsync(name, _holder, CancellationToken.None);
            throw;
        }
    }
}
