using Motics.Support.Core;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Portal.Components.Organisations.Timelines;

/// <summary>Reads a part of a timeline; null or a refusal when it cannot.</summary>
public delegate Task<Outcome<Timeline>> TimelineReader(TimelineQuery query, CancellationToken cancellationToken);

/// <summary>
/// What of a timeline has been read: grows downwards by older parts and upwards by what is new, without ever reading all. What is new pushes what is old
/// out again, or a page that stays open beside a busy clinic would hold more with every event.
/// </summary>
public sealed class TimelineFeed(TimelineReader read, IReadOnlyList<TimelineKind> kinds)
{
    private const int PageSize = 50;
    private const int PagesUntilAfresh = 4;
    private const int RoomForNews = 50;

    private readonly List<TimelineItem> items = [];
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    // Where a part ended, and how to go on from there.
    private readonly Dictionary<string, string> seams = new(StringComparer.Ordinal);
    private string? next;
    private int most = 2 * PageSize;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<TimelineItem> Items => items;

    /// <summary>There is more below.</summary>
    public bool HasOlder => next is not null;

    /// <summary>Nothing is known of before; null when there are no events at all.</summary>
    public DateTimeOffset? EventsSince { get; private set; }

    /// <summary>Appends the next older part.</summary>
    public async Task<Refusal?> OlderAsync(CancellationToken cancellationToken)
    {
        var part = await read(new(kinds, next, PageSize), cancellationToken);
        if (!part.Done)
            return part.Refusal;
        items.AddRange(part.Value.Items.Where(item => known.Add(item.Id)));
        (next, EventsSince) = (part.Value.Next, part.Value.EventsSince);
        most = Math.Max(most, items.Count + RoomForNews);
        return null;
    }

    /// <summary>Puts what came since on top; after a very long while begins afresh instead.</summary>
    public async Task<Refusal?> NewerAsync(CancellationToken cancellationToken)
    {
        List<TimelineItem> fresh = [];
        string? cursor = null;
        for (var page = 0; page < PagesUntilAfresh; page++)
        {
            var part = await read(new(kinds, cursor, PageSize), cancellationToken);
            if (!part.Done)
                return part.Refusal;
            fresh.AddRange(part.Value.Items);
            EventsSince = part.Value.EventsSince;
            cursor = part.Value.Next;
            if (cursor is null || part.Value.Items.Any(item => known.Contains(item.Id)))
            {
                Merge(fresh, cursor);
                return null;
            }
        }
        Replace(fresh, [], cursor);
        return null;
    }

    // What was read anew replaces what stood in its stretch; what is older stays as it is.
    private void Merge(List<TimelineItem> fresh, string? cursor)
    {
        if (cursor is not null)
            seams[fresh[^1].Id] = cursor;
        var ids = fresh.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        var older = cursor is null ? [] : items.Where(item => !ids.Contains(item.Id) && item.At <= fresh[^1].At).ToList();
        Replace(fresh, older, older.Count == 0 ? cursor : next);
    }

    private void Replace(List<TimelineItem> newer, List<TimelineItem> older, string? cursor)
    {
        items.Clear();
        items.AddRange(newer);
        items.AddRange(older);
        known.Clear();
        next = cursor;
        PushOut();
        known.UnionWith(items.Select(item => item.Id));
        foreach (var gone in seams.Keys.Where(id => !known.Contains(id)).ToArray())
            seams.Remove(gone);
    }

    // Only where a part ended can it be gone on from.
    private void PushOut()
    {
        if (items.Count <= most || items.FindLastIndex(most - 1, item => seams.ContainsKey(item.Id)) is not (>= 0 and var last))
            return;
        next = seams[items[last].Id];
        items.RemoveRange(last + 1, items.Count - last - 1);
    }
}
