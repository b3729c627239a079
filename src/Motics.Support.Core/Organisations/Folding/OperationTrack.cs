using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;

namespace Motics.Support.Core.Organisations.Folding;

/// <summary>The newest failure of a sort, and the first success after it that mends it.</summary>
/// <param name="Failed">Null while nothing failed so.</param>
/// <param name="Success">Null while nothing mended it.</param>
public readonly record struct Mend(EventStamp? Failed, EventStamp? Success)
{
    /// <summary>With a success that would mend it.</summary>
    internal Mend With(EventStamp success) =>
        Failed is { } failed && success > failed && (Success is not { } first || success < first) ? this with { Success = success } : this;
}

/// <summary>
/// What is kept of one operation of a connection. Stamps are cut to time and type (<see cref="EventStamp.Moment"/>): successes, failures, keys and
/// migrations are of different types, so no more is needed to order them.
/// </summary>
public sealed class OperationTrack
{
    public required Operation Operation { get; init; }

    /// <summary>The newest success ever.</summary>
    public EventStamp? LastSuccess { get; set; }

    /// <summary>The first success since the later of migration and newest key.</summary>
    public EventStamp? Began { get; set; }

    /// <summary>Failures that a success of any operation mends.</summary>
    public Mend ByAny { get; set; }

    /// <summary>Failures that wait for a success of this operation.</summary>
    public Mend ByOwn { get; set; }

    /// <summary>The newest failure ever, mended or not.</summary>
    public EventStamp? LastFailure => EventStamp.Later(ByAny.Failed, ByOwn.Failed);

    /// <summary>Since when everything that failed is mended; null when nothing did.</summary>
    public EventStamp? Mended => EventStamp.Later(ByAny.Success, ByOwn.Success);
}

/// <summary>Failures of one operation and one kind that nothing mended yet.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Last">The newest of them.</param>
/// <param name="Count">How many.</param>
/// <param name="Newest">What the newest said.</param>
public sealed record UnmendedRun(Operation Operation, ErrorKind Kind, EventStamp First, EventStamp Last, int Count, LastError Newest);
