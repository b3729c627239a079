using Motics.Support.Core.Organisations;
using Motics.Support.Core.Paging;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Escalations;

/// <summary>Puts together what an escalation's page shows.</summary>
internal sealed class EscalationViews(IEscalationStore store, ITicketStore tickets, IOrganisationFinder organisations, Playbook playbook, TimeProvider clock)
{
    private readonly TicketCases cases = new(playbook);

    public async Task<Outcome<EscalationView>> FindAsync(long number, bool keyWasMasked, CancellationToken ct)
    {
        if (await store.FindAsync(number, ct).ConfigureAwait(false) is not { } file
            || await tickets.FindAsync(file.Escalation.TicketNumber, ct).ConfigureAwait(false) is not { } ticket)
        {
            return new Refusal.NotFound("escalation");
        }

        var organisation = await organisations.FindAsync(file.Escalation.OrganisationId, ct).ConfigureAwait(false);
        var siblings = await SiblingsAsync(file.Escalation, ct).ConfigureAwait(false);
        return new EscalationView
        {
            Escalation = file.Escalation,
            Packet = PacketCodec.Read(file.Escalation.PacketJson),
            Log = file.Log,
            OrganisationName = organisation?.Name ?? file.Escalation.OrganisationId,
            TicketSubject = ticket.Ticket.Subject,
            Unanswered = [.. file.Escalation.Questions.Where(ticket.Ticket.AskedAgain.Contains)],
            Askable = organisation is null ? [] : [.. Askable(ticket, organisation)],
            Siblings = [.. siblings.Items.Where(row => row.Number != number).Take(EscalationView.MostSiblings)],
            SiblingCount = Math.Max(0, siblings.Total - 1),
            KeyWasMasked = keyWasMasked,
        };
    }

    private async Task<CountedPage<EscalationItem>> SiblingsAsync(Escalation escalation, CancellationToken ct) => escalation.ErrorGroupId is { } error
        && await store.ListAsync(new() { ErrorGroupId = error, Limit = EscalationView.MostSiblings + 1 }, ct).ConfigureAwait(false) is { Done: true } found
            ? found.Value
            : new([], null, 0);

    // What the events know need not be asked of anybody; what no question asks for, nobody could answer.
    private IEnumerable<string> Askable(TicketFile ticket, OrganisationDetail organisation)
    {
        var seen = cases.Of(ticket.Ticket, organisation, ticket.Screenshots.Count, clock.GetUtcNow(), EngineersParts.Of(ticket.Ticket, ticket, organisation));
        return FactCatalogue.All
            .Where(fact => fact.OnlyFor is null || seen.Facts.Ehr is null || fact.OnlyFor == seen.Facts.Ehr)
            .Select(fact => fact.Name)
            .Where(name => !seen.Evidence.ContainsKey(name) && playbook.QuestionFor(name) is not null);
    }
}
