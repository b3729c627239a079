using Motics.Support.Core.Access;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Changes;
using Motics.Support.Core.Tickets.Replies;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Core.Triage.Replies;
using Motics.Support.Core.Wording;

namespace Motics.Support.Core.Outreach;

/// <summary>The ticket that an outreach makes for one clinic, by the way that a single one is opened; what it would reply is read off the same draft.</summary>
internal sealed class OutreachDrafts(ITicketStore tickets, IOrganisationFinder organisations, Playbook playbook, TimeProvider clock)
{
    private readonly TicketCases cases = new(playbook);
    private readonly TicketOpening opening = new(tickets, organisations, new(tickets, organisations, playbook, clock), clock);

    /// <summary>The rule that the events of an organisation alone lead to.</summary>
    public string ReasonOf(OrganisationDetail organisation) => playbook.Evaluate(ByEvents(organisation)).RuleId;

    /// <summary>The rule that is left when no other matches.</summary>
    public string NoReason => playbook.Rules[^1].Id;

    /// <summary>What a rule finds, without the values of any one clinic: "Reconnect Nookal", "The key's ending does not fit".</summary>
    public string TitleOf(string reason, Ehr? ehr) => playbook.Rules.First(rule => rule.Id == reason) switch
    {
        { Verdict: Verdict.Reconnect } when ehr is { } known && known != Ehr.None => $"Reconnect {Labels.Of(known)}",
        var rule => playbook.Plain(rule.Title),
    };

    /// <summary>A ticket for this clinic, ready to be kept.</summary>
    /// <param name="organisation">As it is now.</param>
    /// <param name="assignee">Who gets it; null for nobody.</param>
    /// <param name="within">What it is opened in, as the end of a sentence.</param>
    /// <param name="actor">Who makes it.</param>
    public Outcome<DraftedTicket> Of(OrganisationDetail organisation, Person? assignee, string? within, Actor actor) =>
        opening.Draft(new() { OrganisationId = organisation.Id, Subject = Subject(organisation), Within = within }, organisation, assignee is null ? default : assignee, actor);

    /// <summary>The reply that the ticket offers; null when there is nothing to send.</summary>
    public ClinicReply? Reply(DraftedTicket draft)
    {
        var work = draft.Work;
        return TicketReplies.Compose(playbook, work.File with { Ticket = work.Ticket }, cases.Of(work), work.Organisation);
    }

    private string Subject(OrganisationDetail organisation) => TextCut.Marked(
        SuggestedVerdict.For(playbook, ByEvents(organisation))?.Title ?? OpenFindings.Of(organisation, clock.GetUtcNow()).Title, TicketText.SubjectLength);

    private CaseFacts ByEvents(OrganisationDetail organisation) => CaseFacts.Of(organisation, null, clock.GetUtcNow());
}
