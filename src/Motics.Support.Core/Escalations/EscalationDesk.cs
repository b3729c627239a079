#pragma warning disable CS9113
using Motics.Support.Core.Access;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;

namespace Motics.Support.Core.Escalations;

/// <summary>The only way to escalate and to work on escalations; page and API call the same gate.</summary>
public sealed class EscalationDesk(IEscalationStore store, ITicketStore tickets, IOrganisationFinder organisations, TimeProvider clock)
{
    /// <summary>
    /// Hands a ticket over. Refused with <see cref="Refusal.Incomplete"/> when the verdict is no escalation or something is missing,
    /// unless overridden by somebody who may, with a reason; with <see cref="Refusal.Conflict"/> when an escalation is open.
    /// </summary>
    public Task<Outcome<EscalationView>> SubmitAsync(long ticketNumber, bool overrideGate, string? reason, Actor actor, CancellationToken ct) => throw new NotImplementedException();

    public Task<Outcome<EscalationView>> FindAsync(long number, Actor actor, CancellationToken ct) => throw new NotImplementedException();

    public Task<Outcome<EscalationPage>> ListAsync(EscalationQuery query, Actor actor, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>Accept, ask back, answer, resolve, note: what <see cref="EscalationPatch"/> says, with the version seen.</summary>
    public Task<Outcome<EscalationView>> PatchAsync(long number, int expectedVersion, EscalationPatch patch, Actor actor, CancellationToken ct) => throw new NotImplementedException();
}
