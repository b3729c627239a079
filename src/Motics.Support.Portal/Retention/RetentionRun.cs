using Motics.Support.Data.Access;
using Motics.Support.Data.Events;
using Motics.Support.Portal.Configuration;

namespace Motics.Support.Portal.Retention;

/// <summary>
/// Deletes what is past its time. The lease is held for the whole interval and not given back: of all nodes one does the work, once per interval, also
/// when nodes come and go. When the work fails or is stopped the lease is given back, so that any node tries again.
/// </summary>
internal sealed class RetentionRun(EventStore events, DraftStore drafts, LeaseStore leases, RetentionSettings settings, TimeProvider clock, ILogger<RetentionRun> log)
{
    private const string Lease = "retention";

    // Rows in one transaction: writers wait for some hundredths of a second at most.
    private const int Step = 500;

    private readonly string _holder = $"{Environment.MachineName}/{Guid.CreateVersion7():N}";
    private DateTimeOffset? _lastDone;

    /// <summary>Does the work when it is due and no other node has it; true when it was done.</summary>
    public async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now - _lastDone < settings.Interval || !await leases.TryTakeAsync(Lease, _holder, settings.Interval, cancellationToken))
        {
            return false;
        }

        try
        {
            await DeleteAsync(now, cancellationToken);
            _lastDone = now;
            return true;
        }
        catch
        {
            await leases.ReleaseAsync(Lease, _holder, CancellationToken.None);
            throw;
        }
    }

    private async Task DeleteAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (eventsBefore, draftsBefore) = (now - settings.RawEvents, now - settings.Drafts);
        var oldEvents = await events.PurgeAsync(eventsBefore, Step, cancellationToken);
        var oldDrafts = await drafts.PurgeAsync(draftsBefore, cancellationToken);
        log.LogInformation(
            "Retention: deleted {Events} events received before {EventsBefore:yyyy-MM-dd HH:mm} UTC and {Drafts} drafts untouched since {DraftsBefore:yyyy-MM-dd HH:mm} UTC, in {Seconds:0.0} s",
            oldEvents, eventsBefore.UtcDateTime, oldDrafts, draftsBefore.UtcDateTime, (clock.GetUtcNow() - now).TotalSeconds);
    }
}
