using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Core.Triage.Replies;
using Motics.Support.Data.Organisations;
using Motics.Support.Portal.Components.Organisations.Timelines;

namespace Motics.Support.Portal.Components.Organisations;

/// <summary>
/// Reads what the page of an organisation shows. Opening is audited; looking again because something changed is the same reading
/// going on, and is not.
/// </summary>
public sealed class OrganisationReader(OrganisationStore store, TicketDesk tickets, Playbook playbook, IConfiguration configuration, TimeProvider time)
{
    private const int TicketsShown = 5;

    public async Task<Outcome<OrganisationShown>> OpenAsync(string id, Actor actor, CancellationToken cancellationToken)
    {
        var opened = await store.ReadAsync(id, actor, cancellationToken);
        return opened.Done ? await ShowAsync(opened.Value, actor, cancellationToken) : opened.Refusal;
    }

    public async Task<Outcome<OrganisationShown>> AgainAsync(string id, Actor actor, CancellationToken cancellationToken)
    {
        var found = await store.AgainAsync(id, actor, cancellationToken);
        return found.Done ? await ShowAsync(found.Value, actor, cancellationToken) : found.Refusal;
    }

    public Task<Outcome<Timeline>> TimelineAsync(string id, TimelineQuery query, Actor actor, CancellationToken cancellationToken) =>
        store.TimelineAsync(id, query, actor, cancellationToken);

    private async Task<Outcome<OrganisationShown>> ShowAsync(OrganisationDetail organisation, Actor actor, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var listed = await tickets.ListAsync(new TicketQuery { OrganisationId = organisation.Id, OpenOnly = true, Limit = TicketsShown }, actor, cancellationToken);
        IReadOnlyList<TicketItem> open = listed.Done ? listed.Value.Items : [];
        var facts = CaseFacts.Of(organisation, null, now, Known(open));
        var suggested = SuggestedVerdict.For(playbook, facts);
        var reply = suggested is null ? null
            : ReplyComposer.Compose(playbook, facts, suggested, ReplyCase.Of(facts, suggested, organisation) with { WithEngineers = facts.Context.WithEngineers, EngineersDone = facts.Context.ClinicTriesAgain });
        return new OrganisationShown(organisation, suggested, reply, open, SeqUrl(organisation.LastError));
    }

    // What is asked at a ticket is its own; what has happened to the clinic's key and case is so on its page too.
    private static CaseTicket Known(IReadOnlyList<TicketItem> open)
    {
        var handed = open.Any(ticket => ticket.EscalationNumber is not null);
        return new(
            KeyExposed: open.Any(ticket => ticket.KeyExposed),
            WithEngineers: handed,
            ClinicTriesAgain: !handed && open.Any(ticket => ticket.Ticket.ClinicTriesAgain && !ticket.HasFailedSinceEngineers),
            EngineersWait: open.Any(ticket => ticket.EngineersAsk));
    }

    // A quoted text in Seq's filter is searched for everywhere in an event, whatever the property is called.
    private string? SeqUrl(LastError? error) =>
        error?.CorrelationId is { Length: > 0 } id && Uri.TryCreate(configuration["Seq:ServerUrl"], UriKind.Absolute, out var seq) && seq.Scheme is ("http" or "https")
            ? $"{seq.GetLeftPart(UriPartial.Path).TrimEnd('/')}/#/events?filter={Uri.EscapeDataString($"\"{id}\"")}"
            : null;
}
