using Motics.Support.Data.Access;
using Motics.Support.Data.Events;
using Motics.Support.Portal.Configuration;

namespace Motics.Support.Portal.Retention;

/// <summary>Deletes what is past its time, on one node of all.</summary>
internal sealed class RetentionRun(EventStore events, DraftStore drafts, LeaseStore leases, RetentionSettings settings, TimeProvider clock, ILogger<RetentionRun> log)
{
    // Rows in one transaction: writers wait for some hundredths of a second at most.
    private const int Step = 500;

    // Every identity there is has to be looked at; kept some weeks longer they harm nobody.
    private static readonly TimeSpan IdentitiesInterval = TimeSpan.FromDays(28);

    private readonly LeasedWork _deletion = new(leases, "retention", settings.Interval);
    private readonly LeasedWork _identities = new(leases, "retention-identities", IdentitiesInterval);

    /// <summary>Does the work when it is due and no other node has it; true when it was done.</summary>
    public Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return _deletion.RunAsync(now, () => DeleteAsync(now, cancellationToken), cancellationToken);
    }

    private async Task DeleteAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (eventsBefore, draftsBefore) = (now - settings.RawEvents, now - settings.Drafts);
        var oldEvents = await events.PurgeAsync(eventsBefore, Step, cancellationToken);
        var oldDrafts = await drafts.PurgeAsync(draftsBefore, cancellationToken);
        await _identities.RunAsync(now, () => ForgetAsync(eventsBefore, cancellationToken), cancellationToken);
        log.LogInformation(
            "Retention: deleted {Events} events received before {EventsBefore:yyyy-MM-dd HH:mm} UTC and {Drafts} drafts untouched since {DraftsBefore:yyyy-MM-dd HH:mm} UTC, in {Seconds:0.0} s",
            oldEvents, eventsBefore.UtcDateTime, oldDrafts, draftsBefore.UtcDateTime, (clock.GetUtcNow() - now).TotalSeconds);
    }

    private async Task ForgetAsync(DateTimeOffset eventsBefore, CancellationToken cancellationToken)
    {
        var forgotten = await events.PurgeIdentitiesAsync(eventsBefore, Step, cancellationToken);
        log.LogInformation("Retention: looked at the identities of all events and deleted {Identities}", forgotten);
    }
}
