using Motics.Support.Core.Access;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Home;
using Motics.Support.Portal.Components.Escalations;
using Motics.Support.Portal.Components.Organisations;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Tickets;
using Motics.Support.Portal.Components.Tickets.Lists;

namespace Motics.Support.Portal.Components.Home;

/// <summary>One number of the home page.</summary>
/// <param name="Href">Opens exactly the rows that it counts.</param>
public sealed record HomeTile(int Count, string Label, string Href, Tone Tone);

/// <summary>Which numbers somebody sees first.</summary>
public static class HomeTiles
{
    /// <summary>Organisations that need a key or fail, have no open ticket and are in no outage.</summary>
    public static string UnattendedUrl { get; } = OrganisationLinks.List(UnattendedPart.Query);

    /// <summary>The same in an outage: they come back by themselves, or are looked at when it is over.</summary>
    public static string InIncidentUrl { get; } = OrganisationLinks.List(UnattendedPart.InOutage);

    /// <summary>Engineers see what was handed to them, everybody else their own tickets first.</summary>
    public static IReadOnlyList<HomeTile> Of(NeedsMe needs, Actor me)
    {
        ArgumentNullException.ThrowIfNull(needs);
        ArgumentNullException.ThrowIfNull(me);
        return needs.Engineer is { } engineer ? [.. Engineer(engineer)]
            : me.May(Permission.ReassignTickets) ? [.. Agents(needs, me), .. Leads(needs, me), .. HandedOver(needs)] : [.. Agents(needs, me)];
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
        if (needs.Unattended is { } unattended)
        {
            yield return new(
                unattended.Count,
                (unattended.Count == 1 ? "clinic fails and has no ticket yet" : "clinics fail and have no ticket yet")
                    + (unattended.InIncident > 0 ? ", outages left out" : null),
                UnattendedUrl,
                Tone.Bad);
        }
    }

    private static IEnumerable<HomeTile> Leads(NeedsMe needs, Actor me)
    {
        if (needs.Unassigned is { } unassigned)
        {
            yield return Tickets(unassigned, me, "open tickets are nobody's", "open ticket is nobody's", Tone.Warn);
        }

        if (needs.Stuck is { } stuck)
        {
            yield return Tickets(stuck, me, $"tickets untouched for {TicketQuery.StuckAfter.Days} days", $"ticket untouched for {TicketQuery.StuckAfter.Days} days", Tone.Warn);
        }
    }

    private static IEnumerable<HomeTile> HandedOver(NeedsMe needs)
    {
        if (needs.Submitted is { } submitted)
        {
            yield return Escalations(submitted, "escalations wait for an engineer", "escalation waits for an engineer", Tone.Warn);
        }

        if (needs.Accepted is { } accepted)
        {
            yield return Escalations(accepted, "escalations are being worked on", "escalation is being worked on", Tone.Mute);
        }
    }

    private static IEnumerable<HomeTile> Engineer(EngineersNeeds needs)
    {
        yield return Escalations(needs.Answered, "escalations came back with answers", "escalation came back with answers", Tone.Ok);
        yield return Escalations(needs.Fresh, "escalations wait for an engineer", "escalation waits for an engineer", Tone.Warn);
        yield return Escalations(needs.Mine, "escalations accepted by you", "escalation accepted by you", Tone.Brand);
        yield return Escalations(needs.Others, "escalations accepted in all", "escalation accepted in all", Tone.Mute);
    }

    private static HomeTile Escalations(EscalationPart part, string many, string one, Tone tone) =>
        new(part.Count, part.Count == 1 ? one : many, EscalationFilter.Of(part.Query).Url, tone);

    private static HomeTile Tickets(TicketPart part, Actor me, string many, string one, Tone tone) =>
        new(part.Count, part.Count == 1 ? one : many, TicketFilter.Of(part.Query, me).Url, tone);
}
