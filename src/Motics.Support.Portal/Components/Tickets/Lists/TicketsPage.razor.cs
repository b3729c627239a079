using Microsoft.AspNetCore.Components;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Paging;
using Motics.Support.Core.Tickets;
using Motics.Support.Data.Live;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Shared.Loading;
using Motics.Support.Portal.Components.Tickets.Opening;
using Motics.Support.Portal.Live;

namespace Motics.Support.Portal.Components.Tickets.Lists;

/// <summary>The tickets, filtered by the address.</summary>
public sealed partial class TicketsPage : IDisposable
{
    private readonly List<TicketItem> further = [];
    private LoadEnvelope<CountedPage<TicketItem>>? envelope;
    private IDisposable? live;
    private Actor? me;
    private string? next;
    private bool changedMeanwhile;

    [Inject] private TicketDesk Desk { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    [Inject] private LiveUpdates Live { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "status")] private string? Status { get; set; }

    [SupplyParameterFromQuery(Name = "assignee")] private string? Assignee { get; set; }

    [SupplyParameterFromQuery(Name = "organisationId")] private string? Organisation { get; set; }

    [SupplyParameterFromQuery(Name = "woken")] private string? Woken { get; set; }

    [SupplyParameterFromQuery(Name = "stuck")] private string? Stuck { get; set; }

    [SupplyParameterFromQuery(Name = "order")] private string? Order { get; set; }

    private TicketFilter Filter => new(Status, Assignee, Organisation, AddressValue.YesNo(Woken) == true, AddressValue.YesNo(Stuck) == true, Kebab.Parse<TicketOrder>(Order) ?? TicketOrder.Newest);

    public void Dispose() => live?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        me = await Current.GetAsync();
        if (RendererInfo.IsInteractive)
        {
            live = Live.Subscribe(LiveTopic.Anything, () => InvokeAsync(NoticeAsync));
        }
    }

    private async Task<Outcome<CountedPage<TicketItem>>> ReadAsync(CancellationToken ct)
    {
        var actor = await Current.GetAsync();
        return await Desk.ListAsync(Filter.Query(actor), actor, ct);
    }

    private void Began(CountedPage<TicketItem> page)
    {
        further.Clear();
        next = page.Next;
        changedMeanwhile = false;
    }

    private async Task ShowMoreAsync()
    {
        var actor = await Current.GetAsync();
        var more = await Desk.ListAsync(Filter.Query(actor) with { Cursor = next }, actor, CancellationToken.None);
        if (more.Done)
        {
            further.AddRange(more.Value.Items);
            next = more.Value.Next;
        }

        TellRefused(more.Refusal);
    }

    // Somebody who has paged on would lose their place: they are told and choose the moment.
    private async Task NoticeAsync()
    {
        if (further.Count == 0)
        {
            await RefreshAsync();
            return;
        }

        changedMeanwhile = true;
        StateHasChanged();
    }

    private Task RefreshAsync() => envelope?.RefreshAsync() ?? Task.CompletedTask;
}
