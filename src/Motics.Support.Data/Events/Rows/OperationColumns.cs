using Motics.Support.Core;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;
using Motics.Support.Data.Events.Statements;

namespace Motics.Support.Data.Events.Rows;

/// <summary>
/// The columns <c>connection.operations</c> and <c>connection.unmended</c>. The first has a line for each operation that has anything to tell: name,
/// first success since key and migration, newest failure that any success mends, its mending, newest failure that only its own success mends, its
/// mending; moments, separated by tabs. The second is JSON, null while nothing fails. Both are written only when they change.
/// </summary>
public static class OperationColumns
{
    /// <summary>From the columns; times are of the newest success of each operation.</summary>
    public static ConnectionOperations Read(long? searched, long? pushed, long? verified, string? operations, string? unmended)
    {
        var read = new ConnectionOperations { Unmended = UnmendedJson.Read(unmended) };
        read[Operation.PatientSearch].LastSuccess = Moment(searched, EventType.PatientSearchCompleted);
        read[Operation.NotePush].LastSuccess = Moment(pushed, EventType.NotePushSucceeded);
        read[Operation.Verify].LastSuccess = Moment(verified, EventType.Verified);
        foreach (var line in operations?.Split('\n') ?? [])
            Read(line.Split('\t'), read);
        return read;
    }

    internal static string? Write(ConnectionOperations operations)
    {
        var lines = operations.Tracks.Where(track => track.Began is not null || track.LastFailure is not null).Select(track => string.Join(
            '\t', Kebab.Name(track.Operation), track.Began?.Text, track.ByAny.Failed?.Text, track.ByAny.Success?.Text, track.ByOwn.Failed?.Text, track.ByOwn.Success?.Text)).ToList();
        return lines.Count == 0 ? null : string.Join('\n', lines);
    }

    internal static string? WriteUnmended(ConnectionOperations operations) => UnmendedJson.Write(operations.Unmended);

    private static void Read(string[] parts, ConnectionOperations read)
    {
        var track = read[Kebab.Parse<Operation>(parts[0])!.Value];
        (track.Began, track.ByAny, track.ByOwn) = (Stamp(parts[1]), new Mend(Stamp(parts[2]), Stamp(parts[3])), new Mend(Stamp(parts[4]), Stamp(parts[5])));
    }

    private static EventStamp? Moment(long? at, EventType type) => at is { } known ? EventStamp.MomentOf(known, type) : null;

    private static EventStamp? Stamp(string text) => text.Length > 0 ? new EventStamp(text) : null;
}
