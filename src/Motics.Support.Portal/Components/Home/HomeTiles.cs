using Motics.Support.Core.Access;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Portal.Components.Escalations;
using Motics.Support.Portal.Components.Organisations;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Tickets;

namespace Motics.Support.Portal.Components.Home;

/// <summary>One number of the home page.</summary>
/// <param name="Href">Opens exactly the rows that it counts.</param>
public sealed record HomeTile(int Count, string Label, string Href, Tone Tone);

/// <summary>Which numbers somebody sees first.</summary>
public static class HomeTiles
{
    private static readonly OrganisationQuery Unattended = new() { Healths = [Health.NeedsKey, Health.Failing], WithoutTicket = true, Sort = OrganisationSort.Since };

    /// <summary>Organisations that need a key or fail, have no open ticket and are in no outage.</summary>
    public static string UnattendedUrl { get; } = OrganisationLinks.List(Unattended with { Incident = false });

    /// <summary>The same in an outage: they come back by themselves, or are looked at when it is over.</summary>
    public static string InIncidentUrl { get; } = OrganisationLinks.List(Unattended with { Incident = true });

    /// <summary>Engineers begin with what was handed to them, everybody else with their own tickets.</summary>
    public static IReadOnlyList<HomeTile> Of(NeedsMe needs, Actor me)
    {
        ArgumentNullException.ThrowIfNull(needs);
        ArgumentNullException.ThrowIfNull(me);
        var engineers = Engineers(needs).ToList();
        var agents = Agents(needs, me).ToList();
        var leads = Leads(needs, me).ToList();
        return me.May(Permission.ReassignTickets) ? [.. agents, .. leads, .. engineers] : [.. engineers, .. agents];
    }

    private static IEnumerable<HomeTile> Agents(NeedsMe needs, Actor me)
    {
        yield return Tickets(needs.Woken, me, "of my tickets want me again", "my ticket that wants me again", Tone.Ok);
        yield return new(
            needs.Returned.Count,
            needs.Returned.Count == 1 ? "escalation came back with questions" : "escalations came back with questions",
            EscalationFilter.Of(needs.Returned.Query).Url,
            Tone.Warn);
        yield return Tickets(needs.Waiting, me, "of my tickets wait for their clinic", "of my tickets waits for its clinic", Tone.Mute);
        yield return new(
            needs.Unattended.Count,
            (needs.Unattended.Count == 1 ? "clinic fails and has no ticket yet" : "clinics fail and have no ticket yet")
                + (needs.Unattended.InIncident > 0 ? ", outages left out" : null),
            UnattendedUrl,
            Tone.Bad);
    }

    private static IEnumerable<HomeTile> Leads(NeedsMe needs, Actor me)
    {
        yield return Tickets(needs.Unassigned, me, "open tickets are nobody's", "open ticket is nobody's", Tone.Warn);
        if (needs.Stuck is { } stuck)
        {
            yield return Tickets(stuck, me, $"tickets untouched for {TicketQuery.StuckAfter.Days} days", $"ticket untouched for {TicketQuery.StuckAfter.Days} days", Tone.Warn);
        }
    }

    private static IEnumerable<HomeTile> Engineers(NeedsMe needs)
    {
        if (needs.Submitted is { } submitted)
        {
            yield return new(
                submitted.Count,
                submitted.Count == 1 ? "escalation waits for an engineer" : "escalations wait for an engineer",
                EscalationFilter.Of(submitted.Query).Url,
                Tone.Warn);
        }

        if (needs.Accepted is { } accepted)
        {
            yield return new(
                accepted.Count,
                accepted.Count == 1 ? "escalation is being worked on" : "escalations are being worked on",
                EscalationFilter.Of(accepted.Query).Url,
                Tone.Mute);
        }
    }

    private static HomeTile Tickets(TicketPart part, Actor me, string many, string one, Tone tone) =>
        new(part.Count, part.Count == 1 ? one : many, TicketFilter.Of(part.Query, me).Url, tone);
}
