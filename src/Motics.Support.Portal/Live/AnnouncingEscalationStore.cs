using Motics.Support.Core;
using Motics.Support.Core.Audit;
using Motics.Support.Core.Escalations;

namespace Motics.Support.Portal.Live;

/// <summary>Wakes open pages after every change of an escalation that was kept.</summary>
internal sealed class AnnouncingEscalationStore(IEscalationStore inner, LiveUpdates live) : IEscalationStore
{
    public async Task<long?> CreateAsync(Func<long, EscalationChange> compose, CancellationToken ct)
    {
        EscalationChange? made = null;
        var number = await inner.CreateAsync(given => made = compose(given), ct);
        if (number is not null && made is not null)
        {
            Announce(made.Escalation);
        }

        return number;
    }

    public async Task<bool> SaveAsync(EscalationChange change, CancellationToken ct)
    {
        var kept = await inner.SaveAsync(change, ct);
        if (kept)
        {
            Announce(change.Escalation);
        }

        return kept;
    }

    public Task<EscalationFile?> FindAsync(long number, CancellationToken ct) => inner.FindAsync(number, ct);

    public Task<Outcome<EscalationPage>> ListAsync(EscalationQuery query, CancellationToken ct) => inner.ListAsync(query, ct);

    public Task<IReadOnlyList<PacketError>> LastErrorsAsync(string organisationId, int limit, CancellationToken ct) => inner.LastErrorsAsync(organisationId, limit, ct);

    public Task<PacketErrorGroup?> ErrorGroupAsync(string groupId, string organisationId, CancellationToken ct) => inner.ErrorGroupAsync(groupId, organisationId, ct);

    public Task AuditAsync(AuditEntry entry, CancellationToken ct) => inner.AuditAsync(entry, ct);

    private void Announce(Escalation escalation)
    {
        live.EscalationChanged(escalation.Number);
        live.TicketChanged(escalation.TicketNumber);
        live.OrganisationsChanged([escalation.OrganisationId]);
    }
}
