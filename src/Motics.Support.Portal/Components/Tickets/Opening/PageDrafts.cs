using System.Collections.Concurrent;
using Motics.Support.Data.Access;

namespace Motics.Support.Portal.Components.Tickets.Opening;

/// <summary>Keeps drafts: null forgets one. The text is masked before it comes here.</summary>
public delegate Task KeepDraft(string name, string? text);

/// <summary>
/// What a person is typing on one page, kept on the server half a second after the last keystroke, so that a reload, another browser
/// or a restart finds it again. What cannot be kept stays on the page, says so, and is tried again. One write at a time, each of what holds then: what was
/// used meanwhile does not come back.
/// </summary>
/// <param name="report">Puts a failure into the log; null leaves it to the page.</param>
public sealed class PageDrafts(IReadOnlyDictionary<string, string> kept, KeepDraft keep, TimeProvider clock, Action<Exception>? report = null) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, string> texts = new(kept);
    private readonly ConcurrentDictionary<string, ITimer> waiting = new();
    private readonly ConcurrentDictionary<string, bool> unkept = new();
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private bool over;

    /// <summary>Raised, on any thread, when a draft could not be kept and when it could again.</summary>
    public event Action? Changed;

    /// <summary>The drafts of one person on one page.</summary>
    /// <param name="page">What the page shows, as in <c>ticket:1043</c>.</param>
    /// <param name="names">Of the fields that may have one.</param>
    /// <param name="report">Puts a failure into the log.</param>
    public static async Task<PageDrafts> LoadAsync(DraftStore store, string actorId, string page, IReadOnlyList<string> names, TimeProvider clock, Action<Exception>? report = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(names);
        var kept = new Dictionary<string, string>();
        foreach (var name in names)
        {
            if (await store.FindAsync(actorId, $"{page}:{name}", CancellationToken.None) is { } text)
            {
                kept[name] = text;
            }
        }

        return new PageDrafts(kept, (name, text) => store.SaveAsync(actorId, $"{page}:{name}", text ?? "", CancellationToken.None), clock, report);
    }

    /// <summary>The draft of that name; null when there is none.</summary>
    public string? Find(string name) => texts.GetValueOrDefault(name);

    /// <summary>What stands in the field is nowhere else: keeping it failed the last time.</summary>
    public bool IsUnkept(string name) => unkept.ContainsKey(name) && texts.ContainsKey(name);

    /// <summary>Takes in what was typed; empty text forgets the draft.</summary>
    public void Typed(string name, string text)
    {
        texts[name] = text;
        KeepIn(name, Pause);
    }

    /// <summary>The text was used: nothing is left to come back to. Does not fail; what cannot be forgotten now is tried again.</summary>
    public Task ForgetAsync(string name)
    {
        texts.TryRemove(name, out _);
        return KeepNowAsync(name);
    }

    /// <summary>Keeps what still waits: the page goes away.</summary>
    public async ValueTask DisposeAsync()
    {
        over = true;
        foreach (var name in waiting.Keys)
        {
            await KeepNowAsync(name);
        }
    }

    private void KeepIn(string name, TimeSpan pause)
    {
        if (over)
        {
            return;
        }

        waiting.AddOrUpdate(
            name,
            _ => clock.CreateTimer(_ => _ = KeepNowAsync(name), null, pause, Timeout.InfiniteTimeSpan),
            (_, timer) => { timer.Change(pause, Timeout.InfiniteTimeSpan); return timer; });
    }

    private async Task KeepNowAsync(string name)
    {
        if (waiting.TryRemove(name, out var timer))
        {
            await timer.DisposeAsync();
        }

        var was = IsUnkept(name);
        await oneAtATime.WaitAsync();
        try
        {
            await keep(name, texts.TryGetValue(name, out var text) && text.Length > 0 ? text : null);
            unkept.TryRemove(name, out _);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            unkept[name] = true;
            report?.Invoke(problem);
            KeepIn(name, PauseAfterFailure);
        }
        finally
        {
            oneAtATime.Release();
        }

        if (was != IsUnkept(name))
        {
            Changed?.Invoke();
        }
    }
}
