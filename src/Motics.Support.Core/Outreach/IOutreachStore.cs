using Motics.Support.Core.Audit;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;

namespace Motics.Support.Core.Outreach;

/// <summary>How outreach is kept. Each write is one transaction, its audit entries included.</summary>
public interface IOutreachStore
{
    /// <summary>All that the query matches, in no order.</summary>
    Task<IReadOnlyList<OutreachCandidate>> CandidatesAsync(OrganisationQuery query, CancellationToken ct);

    /// <summary>Those with these ids that exist, in no order.</summary>
    Task<IReadOnlyList<OutreachCandidate>> CandidatesAsync(IReadOnlyList<string> ids, CancellationToken ct);

    /// <summary>Keeps a new run with its frozen list. A request id that is known already keeps nothing and gives back its run.</summary>
    Task<OutreachRun> BeginAsync(OutreachRun run, string? requestId, IReadOnlyList<FrozenOrganisation> frozen, AuditEntry entry, CancellationToken ct);

    /// <summary>The run that this request id began; null when none did.</summary>
    Task<OutreachRun?> OfRequestAsync(string requestId, CancellationToken ct);

    /// <summary>Null when there is none.</summary>
    Task<OutreachRun?> FindAsync(string id, CancellationToken ct);

    /// <summary>The newest, newest first.</summary>
    Task<IReadOnlyList<OutreachRun>> NewestAsync(int limit, CancellationToken ct);

    /// <summary>What became of those that were looked at, by ticket number and then by id; null for every outcome.</summary>
    Task<IReadOnlyList<OutreachItem>> ItemsAsync(string id, OutreachOutcome? outcome, int limit, CancellationToken ct);

    /// <summary>The next part that is still to be done, of this run or of the oldest; null when there is none.</summary>
    Task<OutreachBatch?> NextAsync(string? id, CancellationToken ct);

    /// <summary>
    /// Keeps what was made of a part, all of it or nothing. Nothing happens when somebody else has done the part, or when the run is taken back by now. Whoever has
    /// got an open ticket meanwhile is left out.
    /// </summary>
    Task KeepMadeAsync(OutreachBatch batch, IReadOnlyList<MadeTicket> made, IReadOnlyList<LeftOutOrganisation> leftOut, Func<OutreachRun, AuditEntry> finished, CancellationToken ct);

    /// <summary>From now on nothing more is made and tickets are taken back; false when that was said already.</summary>
    Task<bool> BeginUndoAsync(string id, Person by, AuditEntry entry, CancellationToken ct);

    /// <summary>Keeps which tickets were taken back. One that somebody changed meanwhile, or has open now, stays.</summary>
    Task KeepTakenBackAsync(OutreachBatch batch, IReadOnlyList<TakenBackTicket> tickets, Func<OutreachRun, AuditEntry> finished, CancellationToken ct);

    /// <summary>Keeps an audit entry that belongs to no change.</summary>
    Task AuditAsync(AuditEntry entry, CancellationToken ct);
}

/// <summary>A ticket that is ready to be made.</summary>
public sealed record MadeTicket(OutreachCandidate Organisation, Func<long, TicketChange> Compose);

/// <summary>A ticket that is to be taken back.</summary>
/// <param name="Number">Which.</param>
/// <param name="Change">What closes it; null when it stays.</param>
/// <param name="Because">Why it stays; null when it need not.</param>
public sealed record TakenBackTicket(long Number, TicketChange? Change, string? Because);
