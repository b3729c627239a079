using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Motics.Support.Core.Search;
using Motics.Support.Portal.Components.Shared;

namespace Motics.Support.Portal.Components.Layout;

/// <summary>
/// The search of the top bar. Searches after a short pause in typing; Enter before the answer waits for it and then opens the first
/// match, so that a fast typist is not sent to the match of half a word.
/// </summary>
public sealed partial class GlobalSearch : IDisposable
{
    private static readonly TimeSpan PauseInTyping = TimeSpan.FromMilliseconds(140);
    private static readonly TimeSpan PauseInLeaving = TimeSpan.FromMilliseconds(150);

    private IReadOnlyList<SearchHit> hits = [];
    private ElementReference field;
    private CancellationTokenSource? searching;
    private ITimer? typing;
    private ITimer? leaving;
    private string text = "";
    private string? found;
    private string? note;
    private int chosen = -1;
    private bool open;
    private bool enterWaits;

    [Inject] private TimeProvider Time { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private ILogger<GlobalSearch> Log { get; set; } = default!;

    /// <summary>Finds; an empty list when nothing matches.</summary>
    [Parameter, EditorRequired] public Func<string, CancellationToken, Task<IReadOnlyList<SearchHit>>> Find { get; set; } = default!;

    public void Dispose()
    {
        typing?.Dispose();
        leaving?.Dispose();
        searching?.Cancel();
        searching?.Dispose();
    }

    private void Typed(string? typed)
    {
        text = typed ?? "";
        enterWaits = false;
        typing?.Dispose();
        if (string.IsNullOrWhiteSpace(text))
            Close();
        else
            typing = Time.CreateTimer(_ => _ = InvokeAsync(SearchAsync), null, PauseInTyping, Timeout.InfiniteTimeSpan);
    }

    private async Task SearchAsync()
    {
        searching?.Cancel();
        searching?.Dispose();
        searching = new CancellationTokenSource();
        var (asked, token) = (text.Trim(), searching.Token);
        try
        {
            var answer = await Find(asked, token);
            if (!token.IsCancellationRequested)
                Show(asked, answer, null);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return;
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            var reference = References.New();
            Log.LogError(problem, "The global search failed, reference {Reference}", reference);
            Show(asked, [], $"The search failed. Reference {reference}.");
        }
        StateHasChanged();
    }

    private void Show(string asked, IReadOnlyList<SearchHit> answer, string? problem)
    {
        // In the order in which the groups are shown, so that the arrows go from line to line.
        IReadOnlyList<SearchHit> inGroups = [.. answer.GroupBy(hit => SearchHitLink.Group(hit.Kind)).SelectMany(group => group)];
        (found, hits, note, open) = (asked, inGroups, problem, true);
        chosen = inGroups.Count > 0 ? 0 : -1;
        if (enterWaits && chosen >= 0)
            GoTo(inGroups[0]);
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when open && hits.Count > 0: chosen = (chosen + 1) % hits.Count; break;
            case "ArrowUp" when open && hits.Count > 0: chosen = (chosen <= 0 ? hits.Count : chosen) - 1; break;
            case "Enter": await EnterAsync(); break;
            case "Escape" when open: Close(); break;
            case "Escape": text = ""; break;
        }
    }

    private async Task EnterAsync()
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        if (open && found == text.Trim())
        {
            if (chosen >= 0)
                GoTo(hits[chosen]);
            return;
        }
        enterWaits = true;
        typing?.Dispose();
        await SearchAsync();
    }

    private void GoTo(SearchHit hit)
    {
        Close();
        text = "";
        Navigation.NavigateTo(SearchHitLink.To(hit));
    }

    private void Close()
    {
        typing?.Dispose();
        searching?.Cancel();
        (open, hits, chosen, note, enterWaits, found) = (false, [], -1, null, false, null);
    }

    // A click on a match takes the focus away before it counts as a click.
    private void LeaveSoon()
    {
        leaving?.Dispose();
        leaving = Time.CreateTimer(_ => _ = InvokeAsync(() => { open = false; StateHasChanged(); }), null, PauseInLeaving, Timeout.InfiniteTimeSpan);
    }

    private void Stay()
    {
        leaving?.Dispose();
        open = found is not null && found == text.Trim() && hits.Count > 0;
    }
}
