using Motics.Support.Core.Organisations;

namespace Motics.Support.Portal.Components.Organisations;

/// <summary>Things of one sort that happened one after the other, shown as one line: "38 times until 17:55".</summary>
/// <param name="Items">Newest first; at least one.</param>
public sealed record TimelineGroup(IReadOnlyList<TimelineItem> Items)
{
    public TimelineItem Newest => Items[0];

    public TimelineItem Oldest => Items[^1];

    public int Count => Items.Count;

    /// <summary>Stays the same when newer ones join, so that an opened group stays open.</summary>
    public string Key => Oldest.Id;

    /// <summary>Groups neighbours; the order stays.</summary>
    public static IReadOnlyList<TimelineGroup> Of(IReadOnlyList<TimelineItem> newestFirst)
    {
        List<TimelineGroup> groups = [];
        var start = 0;
        for (var index = 1; index <= newestFirst.Count; index++)
        {
            if (index < newestFirst.Count && Alike(newestFirst[start], newestFirst[index]))
                continue;
            groups.Add(new([.. newestFirst.Skip(start).Take(index - start)]));
            start = index;
        }
        return groups;
    }

    /// <summary>A search that found somebody, a pushed note, a check that went well.</summary>
    public static bool Worked(TimelineItem item) => item.Kind == TimelineKind.Successes || item.ResultCount > 0;

    // What works is one story whatever it was, and so is the same error in whatever was tried, with another number in its message too.
    // Keys, tickets and what happened to the organisation each count by themselves.
    private static bool Alike(TimelineItem one, TimelineItem other) => one.Ehr == other.Ehr && (one, other) switch
    {
        ({ Error: { } error }, { Error: { } another }) => error.Kind == another.Kind && error.HttpStatus == another.HttpStatus
            && (error.Message == another.Message || (one.ErrorGroupId is { } group && group == other.ErrorGroupId)),
        _ when Worked(one) => Worked(other),
        ({ Kind: TimelineKind.Searches }, { Kind: TimelineKind.Searches }) => !Worked(other),
        _ => false,
    };
}
