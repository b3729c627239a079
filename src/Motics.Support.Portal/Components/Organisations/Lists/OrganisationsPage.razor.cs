using Microsoft.AspNetCore.Components;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Organisations;
using Motics.Support.Data.Live;
using Motics.Support.Data.Organisations;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Components.Organisations.Timelines;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Shared.Loading;
using Motics.Support.Portal.Components.Shared.Times;
using Motics.Support.Portal.Components.Wording;
using Motics.Support.Portal.Live;

namespace Motics.Support.Portal.Components.Organisations.Lists;

/// <summary>The list of organisations. What it shows is in its address, so back, forward and a sent link restore it.</summary>
public sealed partial class OrganisationsPage : IDisposable
{
    private static readonly TimeSpan PauseInTyping = TimeSpan.FromMilliseconds(180);
    private static readonly TimeSpan BetweenCounts = TimeSpan.FromSeconds(15);

    private readonly CancellationTokenSource gone = new();
    private readonly List<IDisposable> listening = [];
    private readonly HashSet<string> chosen = new(StringComparer.Ordinal);
    private LoadEnvelope<OrganisationPages>? envelope;
    private OrganisationTable? table;
    private OrganisationQuery? query;
    private OrganisationQuery? listed;
    private OrganisationCounts? counts;
    private DateTimeOffset countedAt;
    private IDisposable? typing;
    private bool changed;
    private int changes;
    private Actor? me;

    [Inject] private OrganisationStore Store { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    [Inject] private LiveUpdates Live { get; set; } = default!;

    [Inject] private TickingClock Clock { get; set; } = default!;

    [Inject] private ILogger<OrganisationsPage> Log { get; set; } = default!;

    private static OrganisationQuery NeedSomebody { get; } = new() { Healths = [.. HealthUrgency.MostUrgentFirst.Where(health => health.NeedsSomebody())], Sort = OrganisationSort.Health };

    private string Address => query is null ? Navigation.Uri : OrganisationLinks.List(query);

    private bool IsFiltered => query is not null && OrganisationLinks.IsFiltered(query);

    private string CountLine => counts!.Matching == counts.All
        ? $"{Words.Number(counts.All)} in all,"
        : $"{Words.Number(counts.Matching)} of {Words.Number(counts.All)},";

    protected override void OnInitialized()
    {
        if (!RendererInfo.IsInteractive)
            return;
        listening.Add(Live.Subscribe(LiveTopic.Anything, () => { changed = true; return Task.CompletedTask; }));
        listening.Add(Clock.Subscribe(() => Later(FollowAsync)));
    }

    // An address typed by hand may hold a key. The fields let none come that far.
    protected override async Task OnParametersSetAsync()
    {
        query = Asked.Value;
        if (!RendererInfo.IsInteractive && query is { Search: { Length: > 0 } search } && await SearchText.IsKeyAsync(search, ExistsAsync))
            Navigation.NavigateTo(OrganisationLinks.WithoutKey(query));
    }

    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
        typing?.Dispose();
        listening.ForEach(one => one.Dispose());
    }

    private async Task<Outcome<OrganisationPages>> ReadAsync(CancellationToken cancellationToken)
    {
        if (Asked is not { Done: true, Value: { } asked })
            return Asked.Refusal!;
        me = await Current.GetAsync();
        var pages = new OrganisationPages(asked, (wanted, token) => Store.ListAsync(wanted, me, token));
        if (await pages.EnsureAsync(OrganisationPages.PageSize, cancellationToken) is { } refusal)
            return refusal;
        return pages;
    }

    // The address follows a pause in typing and replaces the last one: back leads out of the search, not through its letters.
    private Task SearchedAsync(string text)
    {
        typing?.Dispose();
        typing = Clock.Once(PauseInTyping, () => Later(() => Navigation.NavigateTo(OrganisationLinks.List((query ?? new()) with { Search = text }), replace: true)));
        return Task.CompletedTask;
    }

    private async Task<bool> ExistsAsync(string text) =>
        (await Store.ListAsync(new OrganisationQuery { Search = text, Limit = 1 }, await Current.GetAsync(), gone.Token)) is { Done: true, Value.Items.Count: > 0 };

    private void Go(OrganisationQuery chosen) => Navigation.NavigateTo(OrganisationLinks.List(chosen));

    // The rows are there before they are counted: among very many, counting takes longer.
    private void Began(OrganisationPages pages)
    {
        (changes, listed) = (0, pages.Query);
        chosen.Clear();
        _ = CountAsync(pages.Query);
    }

    private bool Toggle(string id) => chosen.Remove(id) || chosen.Add(id);

    private Task AfreshAsync() => envelope!.RefreshAsync();

    private async Task CountAsync(OrganisationQuery counted)
    {
        try
        {
            countedAt = Clock.Now;
            // SQLite answers on the caller's thread, which would hold up the drawing of the rows.
            var actor = await Current.GetAsync();
            var answer = await Task.Run(() => Store.CountAsync(counted, actor, gone.Token), gone.Token);
            if (!ReferenceEquals(listed, counted))
                return;
            counts = answer.Value;
            StateHasChanged();
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            Report(problem);
        }
    }

    /// <summary>Takes in what changed: rows in sight are renewed where they stand, the order waits for the reader.</summary>
    private async Task FollowAsync()
    {
        if (!changed || envelope?.Value is not { } pages || query is null || table is null)
            return;
        changed = false;
        try
        {
            changes += pages.Replace((await Store.RowsAsync(table.InSight, await Current.GetAsync(), gone.Token)).Value ?? []);
            if (Clock.Now - countedAt >= BetweenCounts)
                await CountAsync(pages.Query);
            await table.RedrawAsync();
            StateHasChanged();
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            changed = true;
            Report(problem);
        }
    }

    // What is shown stays; the next tick tries again. Nothing to report when the page was left meanwhile.
    private void Report(Exception problem)
    {
        if (!gone.IsCancellationRequested)
            Log.LogWarning(problem, "The list of organisations could not follow the changes");
    }
}
