using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Motics.Support.Core.Masking;
using Motics.Support.Core.Search;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Shared.Loading;
using Motics.Support.Portal.Components.Tickets;
using Motics.Support.Portal.Components.Tickets.Opening;
using Motics.Support.Portal.Components.Tickets.Pasting;
using Motics.Support.Portal.Components.Wording;

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
    private bool keyMasked;
    private SearchedError? error;

    [Inject] private TimeProvider Time { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private ILogger<GlobalSearch> Log { get; set; } = default!;

    /// <summary>Finds; an empty list when nothing matches.</summary>
    [Parameter, EditorRequired] public Func<string, CancellationToken, Task<IReadOnlyList<SearchHit>>> Find { get; set; } = default!;

    /// <summary>Says what an error message means; without it none is recognised.</summary>
    [Parameter] public Func<PastedError, PastedMeaning>? Meaning { get; set; }

    /// <summary>Begins a ticket with an error message; without it that is not offered.</summary>
    [Parameter] public EventCallback<PastedError> OpenTicket { get; set; }

    private int Choices => hits.Count + (error is null ? 0 : 1);

    // A whole message stands first; a word that may as well be a name stands behind what bears it.
    private int ErrorAt => error!.Pasted.IsSentence ? 0 : hits.Count;

    private int HitsFrom => error is { Pasted.IsSentence: true } ? 1 : 0;

    private string? Said => !open || note is not null ? note
        : error is null ? Words.Count(hits.Count, "match", "matches")
        : $"{Words.Count(hits.Count, "match", "matches")}. {Words.WhatHappened(error.Pasted.Kind, null)}. {Words.Fault(error.Pasted.Kind)}";

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
        // What may be an error reference is looked for first, and masked when nothing bears it.
        if (!SearchText.MayBeReference(text))
            MaskKey();
        if (string.IsNullOrWhiteSpace(text))
            Close();
        else
            typing = Time.CreateTimer(_ => Later(SearchAsync), null, PauseInTyping, Timeout.InfiniteTimeSpan);
    }

    private void MaskKey()
    {
        var mask = TextMask.Mask(text);
        keyMasked = mask.HeldKey || (keyMasked && mask.Text.Contains(TextMask.KeyWord, StringComparison.Ordinal));
        if (mask.HeldKey)
            text = mask.Text;
    }

    private async Task SearchAsync()
    {
        searching?.Cancel();
        searching?.Dispose();
        searching = new CancellationTokenSource();
        var (asked, token) = (text.Trim(), searching.Token);
        try
        {
            IReadOnlyList<SearchHit> answer = keyMasked ? [] : await Find(asked, token);
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
        IReadOnlyList<SearchHit> inGroups = [.. answer.GroupBy(hit => hit.Kind).SelectMany(group => group)];
        if (answer.Count == 0 && problem is null)
            MaskKey();
        (found, hits, note, open) = (text.Trim(), inGroups, problem, true);
        error = Meaning is not null && PastedError.Recognise(asked) is { } read ? new SearchedError(read, Meaning(read)) : null;
        chosen = Choices > 0 ? 0 : -1;
        if (enterWaits && inGroups.Count > 0 && HitsFrom == 0)
            GoTo(inGroups[0]);
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when open && Choices > 0: chosen = (chosen + 1) % Choices; break;
            case "ArrowUp" when open && Choices > 0: chosen = (chosen <= 0 ? Choices : chosen) - 1; break;
            case "Enter": await EnterAsync(); break;
            case "Escape" when open: Close(); break;
            case "Escape": (text, keyMasked) = ("", false); break;
        }
    }

    private async Task EnterAsync()
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        if (open && found == text.Trim())
        {
            if (error is not null && chosen == ErrorAt)
                await OpenTicketAsync();
            else if (chosen >= 0)
                GoTo(hits[chosen - HitsFrom]);
            return;
        }
        enterWaits = true;
        typing?.Dispose();
        await SearchAsync();
    }

    private async Task OpenTicketAsync()
    {
        var read = error!.Pasted;
        Close();
        (text, keyMasked) = ("", false);
        await OpenTicket.InvokeAsync(read);
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
        (open, hits, error, chosen, note, enterWaits, found) = (false, [], null, -1, null, false, null);
        keyMasked &= text.Length > 0;
    }

    // A click on a match takes the focus away before it counts as a click.
    private void LeaveSoon()
    {
        leaving?.Dispose();
        leaving = Time.CreateTimer(_ => Later(() => { open = false; StateHasChanged(); }), null, PauseInLeaving, Timeout.InfiniteTimeSpan);
    }

    private void Stay()
    {
        leaving?.Dispose();
        open = found is not null && found == text.Trim() && (Choices > 0 || keyMasked);
    }
}

/// <summary>An error message that was typed or pasted into the search.</summary>
/// <param name="Pasted">What it reads as.</param>
/// <param name="Meaning">What it would lead to.</param>
public sealed record SearchedError(PastedError Pasted, PastedMeaning Meaning);
