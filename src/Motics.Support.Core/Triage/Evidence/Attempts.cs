using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Triage.Evidence;

/// <summary>Failures of one operation that nothing mended.</summary>
internal sealed record Unmended(Operation Operation, UnmendedFailures Failures);

/// <summary>A success of an operation.</summary>
internal sealed record Success(Operation Operation, DateTimeOffset At);

/// <summary>What was tried over an organisation's connection, and how it went.</summary>
internal static class Attempts
{
    /// <summary>Everything that nothing mended, the newest first.</summary>
    public static IEnumerable<Unmended> Unmended(OrganisationDetail organisation) =>
        organisation.Operations.SelectMany(state => state.Unmended.Select(failures => new Unmended(state.Operation, failures))).OrderByDescending(unmended => unmended.Failures.Last);

    /// <summary>The newest success of each operation, the newest first.</summary>
    public static IEnumerable<Success> Successes(OrganisationDetail organisation) =>
        organisation.Operations.Where(state => state.LastSuccessAt is not null).Select(state => new Success(state.Operation, state.LastSuccessAt!.Value)).OrderByDescending(success => success.At);
}
