using Microsoft.AspNetCore.Components;
using Motics.Support.Core;
using Motics.Support.Core.Paging;
using Motics.Support.Data.Live;
using Motics.Support.Portal.Live;

namespace Motics.Support.Portal.Components.Shared.Loading;

/// <summary>A list in pages behind one another, in a <see cref="LoadEnvelope{T}"/>.</summary>
public sealed partial class PagedList<TItem, TPage> : IDisposable
    where TPage : Page<TItem>
{
    private readonly List<TItem> further = [];
    private LoadEnvelope<TPage>? envelope;
    private IDisposable? live;
    private string? next;
    private bool changedMeanwhile;

    [Inject] private LiveUpdates Live { get; set; } = default!;

    /// <summary>How a page is read: the first for null, else what its cursor tells.</summary>
    [Parameter, EditorRequired] public Func<string?, CancellationToken, Task<Outcome<TPage>>> Read { get; set; } = default!;

    /// <summary>What is listed; when it changes, the list begins anew.</summary>
    [Parameter, EditorRequired] public object Key { get; set; } = default!;

    /// <inheritdoc cref="LoadEnvelope{T}.What"/>
    [Parameter, EditorRequired] public string What { get; set; } = "";

    /// <inheritdoc cref="LoadEnvelope{T}.Filtered"/>
    [Parameter] public bool Filtered { get; set; }

    /// <summary>True when it shows what changes while it is looked at.</summary>
    [Parameter] public bool Follows { get; set; }

    /// <summary>What the button for the next page says.</summary>
    [Parameter] public string More { get; set; } = "Show more";

    /// <summary>All items that were read so far.</summary>
    [Parameter, EditorRequired] public RenderFragment<IReadOnlyList<TItem>> ChildContent { get; set; } = default!;

    [Parameter] public RenderFragment? Empty { get; set; }

    [Parameter] public RenderFragment? NothingMatches { get; set; }

    /// <summary>After each reading of the first page.</summary>
    [Parameter] public EventCallback<TPage> Loaded { get; set; }

    public void Dispose() => live?.Dispose();

    protected override void OnInitialized()
    {
        if (Follows && RendererInfo.IsInteractive)
            live = Live.Subscribe(LiveTopic.Anything, () => InvokeAsync(NoticeAsync));
    }

    private Task BeganAsync(TPage page)
    {
        further.Clear();
        (next, changedMeanwhile) = (page.Next, false);
        return Loaded.InvokeAsync(page);
    }

    private async Task ShowMoreAsync()
    {
        var more = await Read(next, CancellationToken.None);
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
