using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Portal.Components.Organisations.Timelines;

/// <summary>
/// Gathers a timeline into lines. The same thing again joins its line although others happened between, as long as nothing changed: a key, a
/// ticket, a switch or a move ends every line, a success ends the failures of its own operation, and a failure the successes. Each line stands where its
/// newest stands. Remembers the keys of lines, so one is made for each timeline that is shown.
/// </summary>
public sealed class TimelineGroups
{
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);

    /// <summary>Things whose line's key is remembered.</summary>
    internal int Remembered => keys.Count;

    /// <summary>The lines of these, newest first.</summary>
    public IReadOnlyList<TimelineGroup> Of(IReadOnlyList<TimelineItem> newestFirst)
    {
        ArgumentNullException.ThrowIfNull(newestFirst);
        List<Line> lines = [];
        List<Line> open = [];
        foreach (var item in newestFirst)
        {
            var sort = SortOf(item);
            if (sort == Sort.Turn)
                open.Clear();
            open.RemoveAll(line => line.IsEndedBy(item, sort));
            if (open.Find(line => line.Takes(item, sort)) is { } same)
            {
                same.Add(item);
                continue;
            }
            var begun = new Line(item, sort);
            lines.Add(begun);
            open.Add(begun);
        }
        TimelineGroup[] groups = [.. lines.Select(line => new TimelineGroup(line.Items, KeyOf(line.Items)))];
        if (keys.Count > newestFirst.Count)
            ForgetAllBut(newestFirst);
        return groups;
    }

    // Things leave a timeline that is open for long.
    private void ForgetAllBut(IReadOnlyList<TimelineItem> shown)
    {
        var ids = shown.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in keys.Keys.Where(id => !ids.Contains(id)).ToArray())
            keys.Remove(gone);
    }

    private static Sort SortOf(TimelineItem item) => item switch
    {
        { Error: not null } => Sort.Failed,
        _ when TimelineGroup.Worked(item) => Sort.Worked,
        { Kind: TimelineKind.Searches } => Sort.FoundNobody,
        { Event: EventType.Copied } => Sort.Copied,
        _ => Sort.Turn,
    };

    // A line that grows keeps the key that any of its things had before.
    private string KeyOf(IReadOnlyList<TimelineItem> items)
    {
        var key = items.Reverse().Select(item => keys.GetValueOrDefault(item.Id)).FirstOrDefault(known => known is not null) ?? items[^1].Id;
        foreach (var item in items)
            keys[item.Id] = key;
        return key;
    }

    private enum Sort { Turn, Failed, Worked, FoundNobody, Copied }

    private sealed class Line(TimelineItem first, Sort sort)
    {
        private readonly List<TimelineItem> items = [first];
        private readonly HashSet<Operation> operations = [TimelineGroup.OperationOf(first)];

        public IReadOnlyList<TimelineItem> Items => items;

        public void Add(TimelineItem item)
        {
            items.Add(item);
            operations.Add(TimelineGroup.OperationOf(item));
        }

        public bool IsEndedBy(TimelineItem item, Sort other) => (sort, other) switch
        {
            (Sort.Failed or Sort.FoundNobody, Sort.Worked) or (Sort.Worked, Sort.Failed or Sort.FoundNobody) => item.Ehr == first.Ehr && operations.Contains(TimelineGroup.OperationOf(item)),
            _ => false,
        };

        public bool Takes(TimelineItem item, Sort other) => sort == other && item.Ehr == first.Ehr && sort switch
        {
            Sort.Failed => SameError(first, item),
            Sort.Turn => false,
            _ => true,
        };

        // The same error in whatever was tried, with another number in its message too.
        private static bool SameError(TimelineItem one, TimelineItem other) =>
            (one.Error, other.Error) is ({ } error, { } another) && error.Kind == another.Kind && error.HttpStatus == another.HttpStatus
            && (error.Message == another.Message || (one.ErrorGroupId is { } group && group == other.ErrorGroupId));
    }
}
