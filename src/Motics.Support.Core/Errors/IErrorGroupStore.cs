using Motics.Support.Core.Audit;

namespace Motics.Support.Core.Errors;

/// <summary>How the work on error groups is kept; what events count in them is not changed here.</summary>
public interface IErrorGroupStore
{
    /// <summary>A group with the organisations that have it; null when there is none.</summary>
    Task<ErrorGroupDetail?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Keeps the change with its audit entries in one transaction when the stored version is one less; false, and nothing kept, when it is not.</summary>
    Task<bool> SaveAsync(ErrorGroupChange change, CancellationToken cancellationToken);

    /// <summary>Keeps an audit entry that belongs to no change: a refusal.</summary>
    Task AuditAsync(AuditEntry entry, CancellationToken cancellationToken);
}

/// <summary>One change of an error group.</summary>
/// <param name="Version">As it will be.</param>
/// <param name="At">When, UTC. What fails later than a resolution makes the group regressed.</param>
public sealed record ErrorGroupChange(string Id, int Version, ErrorGroupStatus Status, string? Assignee, DateTimeOffset At, IReadOnlyList<AuditEntry> Audit);
