using Microsoft.AspNetCore.Components;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Paging;
using Motics.Support.Core.Tickets;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Tickets.Opening;

namespace Motics.Support.Portal.Components.Tickets.Lists;

/// <summary>The tickets, filtered by the address.</summary>
public sealed partial class TicketsPage
{
    private CountedPage<TicketItem>? first;
    private Actor? me;

    [Inject] private TicketDesk Desk { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "status")] private string? Status { get; set; }

    [SupplyParameterFromQuery(Name = "assignee")] private string? Assignee { get; set; }

    [SupplyParameterFromQuery(Name = "organisationId")] private string? Organisation { get; set; }

    [SupplyParameterFromQuery(Name = "woken")] private string? Woken { get; set; }

    [SupplyParameterFromQuery(Name = "stuck")] private string? Stuck { get; set; }

    [SupplyParameterFromQuery(Name = "order")] private string? Order { get; set; }

    [SupplyParameterFromQuery(Name = "outreach")] private string? Outreach { get; set; }

    private TicketFilter Filter => new(Status, Assignee, Organisation, AddressValue.YesNo(Woken) == true, AddressValue.YesNo(Stuck) == true, Kebab.Parse<TicketOrder>(Order) ?? TicketOrder.Newest, Outreach);

    protected override async Task OnInitializedAsync() => me = await Current.GetAsync();

    private async Task<Outcome<CountedPage<TicketItem>>> ReadAsync(string? cursor, CancellationToken ct)
    {
        var actor = await Current.GetAsync();
        return await Desk.ListAsync(Filter.Query(actor) with { Cursor = cursor }, actor, ct);
    }
}
