using System.Collections.Concurrent;
using Motics.Support.Data.Access;

namespace Motics.Support.Portal.Components.Tickets;

/// <summary>Keeps drafts: null forgets one. The text is masked before it comes here.</summary>
public delegate Task KeepDraft(string name, string? text);

/// <summary>
/// What a person is typing on one page, kept on the server half a second after the last keystroke, so that a reload, another browser
/// or a restart finds it again.
/// </summary>
public sealed class PageDrafts(IReadOnlyDictionary<string, string> kept, KeepDraft keep, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<string, string> texts = new(kept);
    private readonly ConcurrentDictionary<string, ITimer> waiting = new();

    /// <summary>The drafts of one person on one page.</summary>
    /// <param name="page">What the page shows, as in <c>ticket:1043</c>.</param>
    /// <param name="names">Of the fields that may have one.</param>
    public static async Task<PageDrafts> LoadAsync(DraftStore store, string actorId, string page, IReadOnlyList<string> names, TimeProvider clock)
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

        return new PageDrafts(kept, (name, text) => store.SaveAsync(actorId, $"{page}:{name}", text ?? "", CancellationToken.None), clock);
    }

    /// <summary>The draft of that name; null when there is none.</summary>
    public string? Find(string name) => texts.GetValueOrDefault(name);

    /// <summary>Takes in what was typed; empty text forgets the draft.</summary>
    public void Typed(string name, string text)
    {
        texts[name] = text;
        waiting.AddOrUpdate(
            name,
            _ => clock.CreateTimer(_ => _ = KeepNowAsync(name), null, Pause, Timeout.InfiniteTimeSpan),
            (_, timer) => { timer.Change(Pause, Timeout.InfiniteTimeSpan); return timer; });
    }

    /// <summary>The text was used: nothing is left to come back to.</summary>
    public Task ForgetAsync(string name)
    {
        texts.TryRemove(name, out _);
        return KeepNowAsync(name);
    }

    /// <summary>Keeps what still waits: the page goes away.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var name in waiting.Keys)
        {
            await KeepNowAsync(name);
        }
    }

    private async Task KeepNowAsync(string name)
    {
        if (waiting.TryRemove(name, out var timer))
        {
            await timer.DisposeAsync();
        }

        await keep(name, texts.TryGetValue(name, out var text) && text.Length > 0 ? text : null);
    }
}
