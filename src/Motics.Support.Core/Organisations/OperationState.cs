using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;

namespace Motics.Support.Core.Organisations;

/// <summary>How one operation of a connection stands (contract, <c>operations</c>).</summary>
public enum OperationStatus
{
    /// <summary>It succeeded since the later of migration and newest key, and does not fail.</summary>
    Works,

    /// <summary>It failed, and nothing mended that yet.</summary>
    Failing,

    /// <summary>Neither.</summary>
    NotTried,
}

/// <summary>One operation of the organisation's connection to its own EHR.</summary>
public sealed record OperationState
{
    public required Operation Operation { get; init; }

    public OperationStatus State { get; init; } = OperationStatus.NotTried;

    /// <summary>When it began to work or to fail; null while it was not tried.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>How many failures nothing has mended yet.</summary>
    public int Failures => Unmended.Sum(failures => failures.Count);

    /// <summary>Newest success ever; null when there was none.</summary>
    public DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>Newest failure ever, mended or not; null when there was none.</summary>
    public DateTimeOffset? LastFailureAt { get; init; }

    /// <summary>What nothing has mended yet, by kind, the newest first; empty unless it fails.</summary>
    public IReadOnlyList<UnmendedFailures> Unmended { get; init; } = [];

    /// <summary>Kind of the newest failure that nothing mended; null unless it fails.</summary>
    public ErrorKind? Kind => Unmended.Count > 0 ? Unmended[0].Kind : null;
}

/// <summary>Failures of one operation and one kind that nothing mended yet.</summary>
/// <param name="Kind">Their kind.</param>
/// <param name="First">Time of the first.</param>
/// <param name="Last">Time of the newest.</param>
/// <param name="Count">How many.</param>
/// <param name="Newest">What the newest said.</param>
public sealed record UnmendedFailures(ErrorKind Kind, DateTimeOffset First, DateTimeOffset Last, int Count, LastError Newest);

/// <summary>Failures of one operation that nothing mended.</summary>
public sealed record Unmended(Operation Operation, UnmendedFailures Failures);

/// <summary>What the operations of a connection show together.</summary>
public static class OperationStates
{
    /// <summary>Those that fail, the one that fails longest first.</summary>
    public static IEnumerable<OperationState> Failing(this IEnumerable<OperationState> states) =>
        states.Where(state => state.State == OperationStatus.Failing).OrderBy(state => state.Since).ThenBy(state => state.Operation);

    /// <summary>Everything that nothing mended, the newest first.</summary>
    public static IEnumerable<Unmended> Unmended(this IEnumerable<OperationState> states) =>
        states.SelectMany(state => state.Unmended.Select(failures => new Unmended(state.Operation, failures))).OrderByDescending(unmended => unmended.Failures.Last);

    /// <summary>The newest failure that nothing mended and that decides something: no timeout, rate limit, unavailability or server error. Null when there is none.</summary>
    public static Unmended? Deciding(this IEnumerable<OperationState> states) => states.Unmended().FirstOrDefault(unmended => !unmended.Failures.Kind.IsTransient());
}
