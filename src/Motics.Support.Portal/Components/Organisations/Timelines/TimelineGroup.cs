using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Portal.Components.Organisations.Timelines;

/// <summary>Things of one sort that happened while nothing changed between them, shown as one line: "57 times since 9 Nov 04:10".</summary>
/// <param name="Items">Newest first; at least one.</param>
/// <param name="Key">Stays the same when newer or older ones join, so that an opened group stays open.</param>
public sealed record TimelineGroup(IReadOnlyList<TimelineItem> Items, string Key)
{
    public TimelineItem Newest => Items[0];

    public TimelineItem Oldest => Items[^1];

    public int Count => Items.Count;

    /// <summary>A search that found somebody, a pushed note, a check that went well.</summary>
    public static bool Worked(TimelineItem item) => item.Kind == TimelineKind.Successes || item.ResultCount > 0;

    /// <summary>What was tried; <see cref="Operation.Other"/> for what is no attempt.</summary>
    public static Operation OperationOf(TimelineItem item) => item.Event?.OperationOf(item.Error?.Operation) ?? Operation.Other;
}
