using Microsoft.AspNetCore.Components;
using Motics.Support.Core;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Paging;
using Motics.Support.Core.Wording;
using Motics.Support.Data.Live;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Shared.Loading;
using Motics.Support.Portal.Components.Wording;
using Motics.Support.Portal.Live;

namespace Motics.Support.Portal.Components.Escalations;

/// <summary>The escalations, filtered by the address.</summary>
public sealed partial class EscalationsPage : IDisposable
{
    private static readonly (string? Status, string Words)[] StatusChoices =
    [
        (null, "All open"),
        .. Enum.GetValues<EscalationStatus>().Select(status => ((string?)Kebab.Name(status), Labels.Of(status))),
        (EscalationFilter.Any, "All"),
    ];

    private readonly List<EscalationItem> further = [];
    private LoadEnvelope<CountedPage<EscalationItem>>? envelope;
    private IDisposable? live;
    private string? next;

    [Inject] private EscalationDesk Desk { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    [Inject] private LiveUpdates Live { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "status")] private string? Status { get; set; }

    [SupplyParameterFromQuery(Name = "mine")] private string? Mine { get; set; }

    [SupplyParameterFromQuery(Name = "organisationId")] private string? Organisation { get; set; }

    [SupplyParameterFromQuery(Name = "error")] private string? Error { get; set; }

    [SupplyParameterFromQuery(Name = "withMe")] private string? WithMe { get; set; }

    [SupplyParameterFromQuery(Name = "answered")] private string? Answered { get; set; }

    private EscalationFilter Filter => new(
        Status, AddressValue.YesNo(Mine) == true, Organisation, string.IsNullOrEmpty(Error) ? null : Error, AddressValue.YesNo(WithMe) == true, AddressValue.YesNo(Answered));

    public void Dispose() => live?.Dispose();

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            live = Live.Subscribe(LiveTopic.Anything, () => InvokeAsync(NoticeAsync));
        }
    }

    private async Task<Outcome<CountedPage<EscalationItem>>> ReadAsync(CancellationToken ct)
    {
        var actor = await Current.GetAsync();
        return await Desk.ListAsync(Filter.Query(actor), actor, ct);
    }

    private void Began(CountedPage<EscalationItem> page)
    {
        further.Clear();
        next = page.Next;
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

    // Somebody who has paged on would lose their place.
    private Task NoticeAsync() => further.Count == 0 && envelope is not null ? envelope.RefreshAsync() : Task.CompletedTask;
}
