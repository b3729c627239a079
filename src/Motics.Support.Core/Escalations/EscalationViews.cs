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

    public async Task<Outcome<EscalationView>> FindAsync(long number, CancellationToken ct) =>
        await store.FindAsync(number, ct).ConfigureAwait(false) is { } file ? await ViewAsync(file, false, ct).ConfigureAwait(false) : new Refusal.NotFound("escalation");

    /// <summary>Of what was read or kept: only the others of its error are looked up.</summary>
    public async Task<EscalationView> ViewAsync(EscalationFile file, bool keyWasMasked, CancellationToken ct)
    {
        var siblings = await SiblingsAsync(file.Escalation, ct).ConfigureAwait(false);
        return new EscalationView
        {
            Escalation = file.Escalation,
            Packet = PacketCodec.Read(file.Escalation.PacketJson),
            Log = file.Log,
            OrganisationName = file.OrganisationName ?? file.Escalation.OrganisationId,
            TicketSubject = file.TicketSubject,
            Unanswered = [.. file.Escalation.Questions.Where(file.AskedAgain.Contains)],
            Siblings = [.. siblings.Items.Where(row => row.Number != file.Escalation.Number).Take(EscalationView.MostSiblings)],
            SiblingCount = Math.Max(0, siblings.Total - 1),
            KeyWasMasked = keyWasMasked,
        };
    }

    /// <summary>Facts that an engineer can ask for now: what the events know need not be asked of anybody; what no question asks for, nobody could answer.</summary>
    public async Task<Outcome<IReadOnlyList<string>>> AskableAsync(long number, CancellationToken ct)
    {
        if (await store.FindAsync(number, ct).ConfigureAwait(false) is not { } file
            || await tickets.FindAsync(file.Escalation.TicketNumber, ct).ConfigureAwait(false) is not { } ticket
            || await organisations.FindAsync(file.Escalation.OrganisationId, ct).ConfigureAwait(false) is not { } organisation)
        {
            return new Refusal.NotFound("escalation");
        }

        var seen = cases.Of(ticket.Ticket, organisation, ticket.Screenshots.Count, clock.GetUtcNow(), EngineersParts.Of(ticket.Ticket, ticket, organisation));
        return FactCatalogue.All
            .Where(fact => fact.OnlyFor is null || seen.Facts.Ehr is null || fact.OnlyFor == seen.Facts.Ehr)
            .Select(fact => fact.Name)
            .Where(name => !seen.Evidence.ContainsKey(name) && playbook.QuestionFor(name) is not null).ToList();
    }

    private async Task<CountedPage<EscalationItem>> SiblingsAsync(Escalation escalation, CancellationToken ct) => escalation.ErrorGroupId is { } error
        && await store.ListAsync(new() { ErrorGroupId = error, Limit = EscalationView.MostSiblings + 1 }, ct).ConfigureAwait(false) is { Done: true } found
            ? found.Value
            : new([], null, 0);
}
