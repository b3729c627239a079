using Motics.Support.Core.Access;
using Motics.Support.Core.Audit;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Paging;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Triage;

namespace Motics.Support.Core.Escalations;

/// <summary>The only way to escalate and to work on escalations; page and API call the same gate.</summary>
public sealed class EscalationDesk(IEscalationStore store, ITicketStore tickets, IOrganisationFinder organisations, Playbook playbook, TimeProvider clock)
{
    private readonly EscalationSubmission submission = new(store, tickets, organisations, playbook, clock);
    private readonly EscalationChanges changes = new(store, tickets, organisations, playbook, clock);
    private readonly EscalationViews views = new(store, tickets, organisations, playbook, clock);

    /// <summary>
    /// Hands a ticket over. Refused with <see cref="Refusal.Incomplete"/> when the verdict is no escalation or something is missing,
    /// unless overridden by somebody who may, with a reason; with <see cref="Refusal.Conflict"/> when an escalation is open.
    /// </summary>
    public async Task<Outcome<EscalationView>> SubmitAsync(long ticketNumber, bool overrideGate, string? reason, Actor actor, CancellationToken ct)
    {
        var submitted = await submission.SubmitAsync(ticketNumber, overrideGate, reason, actor, ct).ConfigureAwait(false);
        return submitted.Done ? await views.ViewAsync(submitted.Value.File, submitted.Value.KeyWasMasked, ct).ConfigureAwait(false) : submitted.Refusal;
    }

    /// <summary>The escalation with its packet and its log.</summary>
    public async Task<Outcome<EscalationView>> FindAsync(long number, Actor actor, CancellationToken ct) =>
        actor.May(Permission.ReadEscalations)
            ? await views.FindAsync(number, ct).ConfigureAwait(false)
            : await DeniedAsync(actor, Permission.ReadEscalations, number, ct).ConfigureAwait(false);

    /// <summary>Facts that an engineer can ask for: of the clinic's EHR, with a question, and not answered by events now.</summary>
    public async Task<Outcome<IReadOnlyList<string>>> AskableAsync(long number, Actor actor, CancellationToken ct) =>
        actor.May(Permission.WorkEscalations)
            ? await views.AskableAsync(number, ct).ConfigureAwait(false)
            : await DeniedAsync(actor, Permission.WorkEscalations, number, ct).ConfigureAwait(false);

    /// <summary>A page of rows.</summary>
    public async Task<Outcome<CountedPage<EscalationItem>>> ListAsync(EscalationQuery query, Actor actor, CancellationToken ct) =>
        actor.May(Permission.ReadEscalations)
            ? await store.ListAsync(query, ct).ConfigureAwait(false)
            : new Refusal.Denied(Permission.ReadEscalations);

    /// <summary>Accept, ask back, answer, resolve, note: what <see cref="EscalationPatch"/> says, with the version seen.</summary>
    public async Task<Outcome<EscalationView>> PatchAsync(long number, int expectedVersion, EscalationPatch patch, Actor actor, CancellationToken ct)
    {
        var changed = await changes.PatchAsync(number, expectedVersion, patch, actor, ct).ConfigureAwait(false);
        return changed.Done ? await views.ViewAsync(changed.Value.File, changed.Value.KeyWasMasked, ct).ConfigureAwait(false) : changed.Refusal;
    }

    /// <summary>
    /// Answers a question that engineers asked in their own words about this ticket, or takes the answer back (null). The engineers see it at once; the
    /// escalation goes on when the answers are sent. Gives the ticket; <paramref name="expectedVersion"/> null means "whatever it is now".
    /// </summary>
    public Task<Outcome<TicketView>> AnswerAsync(long ticketNumber, int? expectedVersion, int question, string? answer, Actor actor, CancellationToken ct) =>
        changes.AnswerAsync(ticketNumber, expectedVersion, question, answer, actor, ct);

    private async Task<Refusal> DeniedAsync(Actor actor, Permission needed, long number, CancellationToken ct)
    {
        await store.AuditAsync(new(clock.GetUtcNow(), actor.Id, "escalation.read", EscalationWork.Target(number), AuditEntry.Refused, $"needs {needed}"), ct).ConfigureAwait(false);
        return new Refusal.Denied(needed);
    }
}
