using Motics.Support.Portal.Configuration;

namespace Motics.Support.Portal.Live;

/// <summary>Why no further page can be opened now.</summary>
public enum NoRoom
{
    /// <summary>This person has as many as anybody may.</summary>
    ForPerson,

    /// <summary>This node has as many as it can serve.</summary>
    OnNode,
}

/// <summary>
/// The pages that are open on this node: each has a circuit, which is memory. A page whose connection was lost makes room for whoever comes, and a page that is
/// loaded again has its old circuit for a moment longer, so there is a little waiting before anybody is told that there is no room.
/// </summary>
public sealed class OpenPages(OpenPagesSettings limits, TimeProvider clock)
{
    /// <summary>How long somebody who comes waits for a page that is just being left.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Lock gate = new();
    private readonly List<OpenPage> pages = [];
    private TaskCompletionSource left = NextLeaving();

    /// <summary>How many there are on this node.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return pages.Count;
        }
    }

    /// <summary>Those of one person, the oldest first.</summary>
    /// <param name="personId">Whose.</param>
    public IReadOnlyList<OpenPage> Of(string personId)
    {
        lock (gate)
            return [.. pages.Where(page => page.PersonId == personId)];
    }

    /// <summary>Why this person can open no further page now; null when they can.</summary>
    public NoRoom? Refusal(string personId)
    {
        lock (gate)
            return Find(personId, page => !page.IsLost);
    }

    /// <summary>Opens a page, as soon as there is room; null when there is none within <see cref="Patience"/>.</summary>
    /// <param name="personId">Whose.</param>
    /// <param name="path">Where it is, without the query.</param>
    /// <param name="cancellationToken">The connection is gone.</param>
    public async Task<OpenPage?> OpenAsync(string personId, string path, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + Patience;
        while (true)
        {
            Task leaving;
            OpenPage? lost;
            lock (gate)
            {
                var full = Find(personId, _ => true);
                if (full is null)
                {
                    var page = new OpenPage(personId, path, clock.GetUtcNow(), Leave);
                    pages.Add(page);
                    return page;
                }

                lost = pages.Find(page => page.IsLost && (full == NoRoom.OnNode || page.PersonId == personId));
                lost?.IsLost = false;
                leaving = left.Task;
            }

            lost?.GiveUp();
            try
            {
                var rest = until - clock.GetUtcNow();
                await leaving.WaitAsync(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, clock, cancellationToken);
            }
            catch (TimeoutException)
            {
                return null;
            }
        }
    }

    private NoRoom? Find(string personId, Func<OpenPage, bool> counts) => pages.Count(page => page.PersonId == personId && counts(page)) >= limits.PerPerson ? NoRoom.ForPerson
        : pages.Count(counts) >= limits.PerNode ? NoRoom.OnNode
        : null;

    private void Leave(OpenPage page)
    {
        TaskCompletionSource waiting;
        lock (gate)
        {
            if (!pages.Remove(page))
                return;
            (waiting, left) = (left, NextLeaving());
        }

        waiting.SetResult();
    }

    private static TaskCompletionSource NextLeaving() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
