using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;

namespace Motics.Support.Core.Organisations.Folding;

/// <summary>How the operations of a connection stand, as far as it must be kept to fold whatever event may still come.</summary>
public sealed class ConnectionOperations
{
    private static readonly Operation[] All = Enum.GetValues<Operation>();

    private readonly OperationTrack[] tracks = [.. All.Select(operation => new OperationTrack { Operation = operation })];

    /// <summary>In the order of <see cref="Operation"/>.</summary>
    public IReadOnlyList<OperationTrack> Tracks => tracks;

    /// <summary>What nothing mended yet, in no order; empty while nothing fails.</summary>
    public IReadOnlyList<UnmendedRun> Unmended { get; set; } = [];

    /// <summary>True when more than the newest success of an operation changed since it was last saved.</summary>
    public bool IsChanged { get; internal set; }

    /// <summary>The newest success of any operation.</summary>
    public EventStamp? LastSuccess => tracks.Max(track => track.LastSuccess);

    /// <summary>The newest failure of any operation, mended or not.</summary>
    public EventStamp? LastFailure => tracks.Max(track => track.LastFailure);

    /// <summary>First of what nothing mended; null while nothing fails.</summary>
    public EventStamp? FailingSince => Unmended.Count == 0 ? null : Unmended.Min(run => run.First);

    /// <summary>The first failure that shows a key problem and that nothing mended.</summary>
    public UnmendedRun? KeyFailure => Unmended.Where(run => run.Kind.IsKeyKind()).MinBy(run => run.First);

    /// <summary>
    /// The first success since key and migration after which every earlier failure was mended; null when nothing succeeded since. Only means something
    /// while nothing fails.
    /// </summary>
    public EventStamp? ConnectedSince => tracks.Min(track => track.Began) is { } began ? EventStamp.Later(began, tracks.Max(track => track.Mended)) : null;

    /// <summary>One operation.</summary>
    public OperationTrack this[Operation operation] => tracks[(int)operation];

    /// <summary>They do not know of an attempt, a key or a migration that their connection knows of: a program of the edition before folded it.</summary>
    /// <param name="success">Time of the connection's newest success.</param>
    /// <param name="failure">Time of its newest failure.</param>
    /// <param name="barrier">Time of the later of newest key and migration: no operation began to work before it.</param>
    public bool IsBehind(long? success, long? failure, long? barrier) =>
        LastSuccess?.At != success || LastFailure?.At != failure || tracks.Any(track => track.Began?.At < barrier);

    /// <summary>Each operation as it is shown, in the order of <see cref="Operation"/>.</summary>
    public IReadOnlyList<OperationState> States() => [.. tracks.Select(State)];

    /// <summary>To be folded from the beginning: whatever comes of it is written.</summary>
    public static ConnectionOperations Anew() => new() { IsChanged = true };

    /// <summary>A connection heard of for the first time: what failed and named no EHR failed there too.</summary>
    internal static ConnectionOperations Begin(ConnectionOperations? unnamed)
    {
        var begun = new ConnectionOperations();
        if (unnamed is null)
            return begun;
        foreach (var track in unnamed.tracks)
            (begun[track.Operation].ByAny, begun[track.Operation].ByOwn) = (track.ByAny, track.ByOwn);
        begun.Unmended = unnamed.Unmended;
        begun.IsChanged = true;
        return begun;
    }

    private OperationState State(OperationTrack track)
    {
        var runs = Unmended.Where(run => run.Operation == track.Operation).OrderByDescending(run => run.Last).ToList();
        var works = runs.Count == 0 && track.Began is not null;
        return new OperationState
        {
            Operation = track.Operation,
            State = runs.Count > 0 ? OperationStatus.Failing : works ? OperationStatus.Works : OperationStatus.NotTried,
            Since = runs.Count > 0 ? runs.Min(run => run.First).Time : works ? EventStamp.Later(track.Began, track.Mended)?.Time : null,
            LastSuccessAt = track.LastSuccess?.Time,
            LastFailureAt = track.LastFailure?.Time,
            Unmended = [.. runs.Select(run => new UnmendedFailures(run.Kind, run.First.Time, run.Last.Time, run.Count, run.Newest))],
        };
    }
}
