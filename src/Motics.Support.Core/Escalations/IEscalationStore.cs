using Motics.Support.Core.Audit;
using Motics.Support.Core.Paging;
using Motics.Support.Core.Tickets;

namespace Motics.Support.Core.Escalations;

/// <summary>How escalations are kept. Each write is one transaction, the ticket's change and the audit entries included.</summary>
public interface IEscalationStore
{
    /// <summary>
    /// Gives out the next number and keeps what is composed for it; null, and nothing kept, when the ticket was changed
    /// in between or already has an open escalation.
    /// </summary>
    Task<long?> CreateAsync(Func<long, EscalationChange> compose, CancellationToken ct);

    /// <summary>Keeps the change when the stored versions are one less than the change's; false, and nothing kept, when they are not.</summary>
    Task<bool> SaveAsync(EscalationChange change, CancellationToken ct);

    /// <summary>Null when there is none.</summary>
    Task<EscalationFile?> FindAsync(long number, CancellationToken ct);

    /// <summary>A page of rows. Refused when limit or cursor are no good.</summary>
    Task<Outcome<CountedPage<EscalationItem>>> ListAsync(EscalationQuery query, CancellationToken ct);

    /// <summary>The newest failures of an organisation, newest first.</summary>
    Task<IReadOnlyList<PacketError>> LastErrorsAsync(string organisationId, int limit, CancellationToken ct);

    /// <summary>An error group as this organisation's packet tells of it; null when there is none.</summary>
    Task<PacketErrorGroup?> ErrorGroupAsync(string groupId, string organisationId, CancellationToken ct);

    /// <summary>Keeps an audit entry that belongs to no change: a refusal.</summary>
    Task AuditAsync(AuditEntry entry, CancellationToken ct);
}

/// <summary>An escalation with what is kept beside it.</summary>
/// <param name="Escalation">Itself.</param>
/// <param name="Log">Oldest first.</param>
/// <param name="OrganisationName">Null while nobody told one.</param>
/// <param name="TicketSubject">Of its ticket.</param>
/// <param name="AskedAgain">Facts that its ticket is to answer again.</param>
public sealed record EscalationFile(
    Escalation Escalation, IReadOnlyList<EscalationLogEntry> Log, string? OrganisationName, string TicketSubject, IReadOnlyList<string> AskedAgain)
{
    /// <summary>As it would be read once this change is kept.</summary>
    public EscalationFile After(EscalationChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return this with { Escalation = change.Escalation, Log = [.. Log, .. change.Log], AskedAgain = change.Ticket?.Ticket.AskedAgain ?? AskedAgain };
    }
}

/// <summary>One change of one escalation, with the change of its ticket when there is one.</summary>
public sealed record EscalationChange
{
    public required Escalation Escalation { get; init; }

    public IReadOnlyList<EscalationLogEntry> Log { get; init; } = [];

    /// <summary>Carries the audit entries and activity of the ticket; null when the ticket stays as it is.</summary>
    public TicketChange? Ticket { get; init; }

    public IReadOnlyList<AuditEntry> Audit { get; init; } = [];
}
