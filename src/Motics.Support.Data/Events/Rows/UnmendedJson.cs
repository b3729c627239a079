using System.Text.Json;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;

namespace Motics.Support.Data.Events.Rows;

/// <summary>The column <c>connection.unmended</c>.</summary>
internal static class UnmendedJson
{
    /// <summary>From the column; empty for null.</summary>
    public static IReadOnlyList<UnmendedRun> Read(string? json) =>
        json is null ? [] : [.. JsonSerializer.Deserialize<Run[]>(json, ConnectionJson.Options)!.Select(run => run.ToRun())];

    /// <summary>For the column; null for none. One text for one set of runs, whatever their order.</summary>
    public static string? Write(IReadOnlyList<UnmendedRun> runs) =>
        runs.Count == 0 ? null : JsonSerializer.Serialize(runs.OrderBy(run => run.Operation).ThenBy(run => run.Kind).Select(Run.Of), ConnectionJson.Options);

    private sealed record Run(Operation Operation, ErrorKind Kind, string First, string Last, int Count, LastError Newest)
    {
        public static Run Of(UnmendedRun run) => new(run.Operation, run.Kind, run.First.Text, run.Last.Text, run.Count, run.Newest);

        public UnmendedRun ToRun() => new(Operation, Kind, new EventStamp(First), new EventStamp(Last), Count, Newest);
    }
}
