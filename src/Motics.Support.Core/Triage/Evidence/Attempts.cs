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
    /// <summary>How each operation stands.</summary>
    public static IReadOnlyList<OperationState> Of(OrganisationDetail organisation) =>
        organisation.Operations.Count > 0 ? organisation.Operations : [.. Before(organisation)];

    /// <summary>Everything that nothing mended, the newest first.</summary>
    public static IEnumerable<Unmended> Unmended(OrganisationDetail organisation) =>
        Of(organisation).SelectMany(state => state.Unmended.Select(failures => new Unmended(state.Operation, failures))).OrderByDescending(unmended => unmended.Failures.Last);

    /// <summary>The newest success of each operation, the newest first.</summary>
    public static IEnumerable<Success> Successes(OrganisationDetail organisation) =>
        Of(organisation).Where(state => state.LastSuccessAt is not null).Select(state => new Success(state.Operation, state.LastSuccessAt!.Value)).OrderByDescending(success => success.At);

    // Until operations are folded: the newest failure and success, which say of searches alone what they were.
    private static IEnumerable<OperationState> Before(OrganisationDetail organisation)
    {
        var found = organisation.RecentSearches.Where(search => search.ResultCount > 0).Select(search => (DateTimeOffset?)search.At).Max();
        if (organisation.LastError is { } error && !(organisation.LastSuccessAt >= error.At))
            yield return new OperationState { Operation = error.Operation, LastFailureAt = error.At, Unmended = [new(error.Kind, error.At, error.At, 1, error)] };
        if (found is not null)
            yield return new OperationState { Operation = Operation.PatientSearch, LastSuccessAt = found };
        if (organisation.LastSuccessAt is { } success && !(found >= success))
            yield return new OperationState { Operation = Operation.Verify, LastSuccessAt = success };
    }
}
