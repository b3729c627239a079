using Motics.Support.Core.Audit;
using Motics.Support.Data.Access;
using Motics.Support.Data.Audit;
using Motics.Support.Portal.Configuration;
using Motics.Support.Portal.Retention;

namespace Motics.Support.Portal.Audit;

/// <summary>Once a day, on one node of all: compares the audit with the checkpoint before, and writes the next one to the log and to the file that is set.</summary>
internal sealed class CheckpointRun(AuditCheckpoints checkpoints, LeaseStore leases, AuditSettings settings, TimeProvider clock, ILogger<CheckpointRun> log)
{
    private readonly LeasedWork work = new(leases, "audit-checkpoint", TimeSpan.FromDays(1));
    private AuditCheckpoint? before;

    /// <summary>Does the work when it is due and no other node has it; true when it was done.</summary>
    public Task<bool> LookAsync(CancellationToken cancellationToken) => work.RunAsync(clock.GetUtcNow(), () => WriteAsync(cancellationToken), cancellationToken);

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        if ((await FromFileAsync(cancellationToken) ?? before) is { } last && await checkpoints.ProblemAsync(last, cancellationToken) is { } problem)
        {
            log.LogCritical("The audit is not what it was: {Problem} Keep the database as it is, and compare it with a backup", problem);
        }

        var next = await checkpoints.MakeAsync(cancellationToken);
        log.LogInformation("Audit: {Checkpoint}", next.ToString());
        before = next;
        if (settings.CheckpointFile is { } file)
        {
            await File.AppendAllTextAsync(file, $"{next}\n", cancellationToken);
        }
    }

    private async Task<AuditCheckpoint?> FromFileAsync(CancellationToken cancellationToken) =>
        settings.CheckpointFile is { } file && File.Exists(file)
            ? (await File.ReadAllLinesAsync(file, cancellationToken)).Select(AuditCheckpoint.Find).LastOrDefault(found => found is not null)
            : null;
}
