using Microsoft.AspNetCore.WebUtilities;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Tickets;

namespace Motics.Support.Portal.Components.Tickets.Lists;

/// <summary>The filters of the tickets list as they stand in its address, so that a link is the list.</summary>
/// <param name="Status">A status, several with commas, <see cref="Any"/>, or null for all that are open.</param>
/// <param name="Assignee"><see cref="Me"/>, <see cref="TicketQuery.Nobody"/>, the id of a person, or null for everybody's.</param>
/// <param name="Organisation">Only this organisation's; null for all.</param>
/// <param name="Woken">Only those that want their agent again.</param>
/// <param name="Stuck">Only those that nobody has changed for some days.</param>
/// <param name="Order">Newest first is left out of the address.</param>
/// <param name="Outreach">Only those that this outreach made; null for all.</param>
public sealed record TicketFilter(
    string? Status = null, string? Assignee = null, string? Organisation = null, bool Woken = false, bool Stuck = false, TicketOrder Order = TicketOrder.Newest, string? Outreach = null)
{
    public const string Path = Links.Tickets;
    public const string Any = "all";
    public const string Me = "me";

    /// <summary>The link to the list with these filters.</summary>
    public string Url => QueryHelpers.AddQueryString(Path, new Dictionary<string, string?>
    {
        ["status"] = Status,
        ["assignee"] = Assignee,
        ["organisationId"] = Organisation,
        ["woken"] = Woken ? "true" : null,
        ["stuck"] = Stuck ? "true" : null,
        ["outreach"] = Outreach,
        ["order"] = Order == TicketOrder.Newest ? null : Kebab.Name(Order),
    }.Where(pair => pair.Value is not null));

    /// <summary>True when nothing is filtered but closed tickets.</summary>
    public bool IsPlain => this with { Order = TicketOrder.Newest } == new TicketFilter();

    /// <summary>The statuses asked for by name; unknown names are left out.</summary>
    public IReadOnlyList<TicketStatus> Statuses => [.. (Status ?? "").Split(',').Select(Kebab.Parse<TicketStatus>).OfType<TicketStatus>()];

    /// <summary>What the desk is asked, for this person's "me".</summary>
    public TicketQuery Query(Actor actor) => new()
    {
        Statuses = Statuses,
        OpenOnly = Statuses.Count == 0 && Status != Any,
        Assignee = Assignee == Me ? actor.Id : Assignee,
        OrganisationId = Organisation,
        OutreachId = Outreach,
        Woken = Woken,
        Stuck = Stuck,
        Order = Order,
    };

    /// <summary>The filters that list exactly what a query counts; the home page's numbers link with it.</summary>
    public static TicketFilter Of(TicketQuery query, Actor actor) => new(
        query.Statuses.Count > 0 ? string.Join(',', query.Statuses.Select(Kebab.Name)) : query.OpenOnly || query.Woken || query.Stuck ? null : Any,
        query.Assignee == actor.Id ? Me : query.Assignee,
        query.OrganisationId,
        query.Woken,
        query.Stuck,
        query.Order,
        query.OutreachId);
}
