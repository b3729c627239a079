using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;

namespace Motics.Support.Core.Organisations.Folding;

/// <summary>One attempt in an organisation's past: a success, or a failure of a kind.</summary>
/// <param name="Kind">Null for a success.</param>
/// <param name="Operation">What was tried; null where it does not matter (key entries).</param>
public readonly record struct Attempt(EventStamp Stamp, ErrorKind? Kind, Operation? Operation = null)
{
    /// <summary>True for a success.</summary>
    public bool Succeeded => Kind is null;
}

/// <summary>
/// What folding must look up when an event comes late, that is, when it belongs between events that are folded already. In order, nothing is
/// looked up. All of it is about one organisation; an attempt that named no EHR belongs to every EHR.
/// </summary>
public interface IEventHistory
{
    /// <summary>The key entry with this stamp.</summary>
    KeyEntryState? Key(string ehr, EventStamp stamp);

    /// <summary>The newest key entry before an event; null when there is none.</summary>
    KeyEntryState? KeyBefore(string ehr, EventStamp stamp);

    /// <summary>The stamp of the oldest key entry after an event; null when there is none.</summary>
    EventStamp? KeyAfter(string ehr, EventStamp stamp);

    /// <summary>The oldest success after an event, of one operation or (null) of any; null when none is kept.</summary>
    EventStamp? FirstSuccessAfter(string ehr, EventStamp stamp, Operation? operation);

    /// <summary>The attempts between two events, both left out; a null end is no end.</summary>
    IReadOnlyList<Attempt> Attempts(string ehr, EventStamp after, EventStamp? before);

    /// <summary>The searches since an event.</summary>
    SearchCount SearchesSince(string ehr, EventStamp stamp);

    /// <summary>The key entries since an event, or all.</summary>
    KeySummary KeysSince(string ehr, EventStamp? stamp);

    /// <summary>Keeps a key entry that is new or changed.</summary>
    void Keep(KeyEntryState entry);
}
