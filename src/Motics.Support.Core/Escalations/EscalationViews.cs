using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;

namespace Motics.Support.Core.Escalations;

/// <summary>Puts together what an escalation's page shows.</summary>
internal sealed class EscalationViews(IEscalationStore store, ITicketStore tickets, IOrganisationFinder organisations)
{
    public async Task<Outcome<EscalationView>> FindAsync(long number, bool keyWasMasked, CancellationToken ct)
    {
        if (await store.FindAsync(number, ct).ConfigureAwait(false) is not { } file
            || await tickets.FindAsync(file.Escalation.TicketNumber, ct).ConfigureAwait(false) is not { } ticket)
        {
            return new Refusal.NotFound("escalation");
        }

        var organisation = await organisations.FindAsync(file.Escalation.OrganisationId, ct).ConfigureAwait(false);
        return new EscalationView
        {
            Escalation = file.Escalation,
            Packet = PacketCodec.Read(file.Escalation.PacketJson),
            Log = file.Log,
            OrganisationName = organisation?.Name ?? file.Escalation.OrganisationId,
            TicketSubject = ticket.Ticket.Subject,
            Unanswered = [.. file.Escalation.Questions.Where(ticket.Ticket.AskedAgain.Contains)],
            KeyWasMasked = keyWasMasked,
        };
    }
}
