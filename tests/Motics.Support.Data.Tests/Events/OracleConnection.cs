using Motics.Support.Core;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;

namespace Motics.Support.Data.Tests.Events;

/// <summary>One connection as the oracle sees it: the events that name its EHR and the attempts that name none, by index in the organisation's history.</summary>
internal sealed class OracleConnection(string ehr, List<IntegrationEvent> all, int migration)
{
    public int LastSuccessIndex => all.FindLastIndex(e => Counts(e) && Oracle.Succeeded(e));

    public int LastFailureIndex => all.FindLastIndex(e => Counts(e) && e.Error is not null);

    public int NewestOutcomeIndex => Math.Max(LastSuccessIndex, LastFailureIndex);

    public int NewestKeyIndex => all.FindLastIndex(e => Counts(e) && e.Type == EventType.KeySaved);

    public IntegrationEvent? NewestKey => Of(NewestKeyIndex);

    public IntegrationEvent? LastSuccess => Of(LastSuccessIndex);

    public IntegrationEvent? LastFailure => Of(LastFailureIndex);

    public IntegrationEvent? NewestOutcome => Of(NewestOutcomeIndex);

    public IntegrationEvent? NewestSwitch => all.LastOrDefault(e => Counts(e) && e.Type is EventType.IntegrationEnabled or EventType.IntegrationDisabled);

    public List<IntegrationEvent> SearchesSinceMigration => [.. all.Where((e, index) => index > migration && Counts(e) && e.Type == EventType.PatientSearchCompleted)];

    public IEnumerable<OracleKey> KeysSinceMigration => Keys().Where(key => key.Index > migration);

    /// <summary>Where migration and newest key stand; what works must have succeeded after both.</summary>
    private int Barrier => Math.Max(NewestKeyIndex, migration);

    /// <summary>Failures that nothing mended: no success after them that mends them.</summary>
    public List<IntegrationEvent> Unmended => UnmendedUpTo(all.Count - 1);

    /// <summary>Since when no operation failed, after key and migration.</summary>
    public IntegrationEvent? ConnectedSince => StartOfLast(end => UnmendedUpTo(end).Count == 0 && all.Where((e, at) => at > Barrier && at <= end && Counts(e) && Oracle.Succeeded(e)).Any());

    /// <summary>The first success after the migration.</summary>
    public IntegrationEvent? Reconnected => migration < 0 ? null : all.Where((e, index) => index > migration && Counts(e) && Oracle.Succeeded(e)).FirstOrDefault();

    public string Line(string id) => Oracle.Line(
        "connection", id, ehr, NewestSwitch is null ? null : NewestSwitch.Type == EventType.IntegrationEnabled, Oracle.At(NewestSwitch), Oracle.At(LastSuccess), Oracle.At(LastFailure),
        Kebab.Name(LastFailure?.Error?.Kind), Oracle.At(Of(NewestKeyIndex)), Oracle.At(Newest(Operation.PatientSearch)), Oracle.At(Newest(Operation.NotePush)), Oracle.At(Newest(Operation.Verify)),
        Oracle.At(Unmended.LastOrDefault(e => !(e.Error!.Kind is ErrorKind.Timeout or ErrorKind.RateLimited or ErrorKind.EhrUnavailable or ErrorKind.ServerError))), Oracle.At(Reconnected), SearchesSinceMigration.Count, SearchesSinceMigration.Count(e => e.ResultCount == 0),
        Oracle.At(all.LastOrDefault(e => Counts(e) && e.Type == EventType.Copied)), RecentSearches());

    public IEnumerable<string> KeyLines(string id) => Keys().Select(key => Oracle.Line(
        "key", id, ehr, Oracle.At(all[key.Index]), key.Fingerprint, key.Outcome, Oracle.At(key.Decided), Kebab.Name(key.Decided?.Error?.Kind), Oracle.At(key.After.FirstOrDefault(Oracle.Succeeded)),
        Oracle.At(key.After.LastOrDefault(Oracle.Succeeded)), Oracle.At(key.After.LastOrDefault(e => e.Error?.Kind < ErrorKind.IntegrationDisabled)),
        Oracle.At(key.After.LastOrDefault(e => e.Error is not null && OracleKey.Decides(e))), Oracle.At(key.Undecided), Kebab.Name(key.Undecided?.Error?.Kind)));

    /// <summary>Each operation as the contract tells it.</summary>
    public IEnumerable<string> OperationLines(string id) => Enum.GetValues<Operation>().Select(operation =>
    {
        var unmended = Unmended.Where(e => e.Operation == operation).ToList();
        var works = unmended.Count == 0 && all.Where((e, at) => at > Barrier && Counts(e) && Succeeded(e) == operation).Any();
        var since = unmended.Count > 0 ? unmended[0] : works ? WorksSince(operation) : null;
        return Oracle.Line(
            "operation", id, ehr, Kebab.Name(operation), unmended.Count > 0 ? "failing" : works ? "works" : "not-tried", Oracle.At(since), unmended.Count, Oracle.At(Newest(operation)),
            Oracle.At(all.LastOrDefault(e => Counts(e) && e.Error is not null && e.Operation == operation)), Kebab.Name(unmended.LastOrDefault()?.Error!.Kind),
            string.Join(' ', unmended.GroupBy(e => e.Error!.Kind).OrderBy(kind => kind.Key).Select(kind => $"{Kebab.Name(kind.Key)}:{Oracle.At(kind.First())}-{Oracle.At(kind.Last())}x{kind.Count()}:{kind.Last().Error!.Message}")));
    });

    private IntegrationEvent? WorksSince(Operation operation) => StartOfLast(end =>
        UnmendedUpTo(end).TrueForAll(e => e.Operation != operation) && all.Where((e, at) => at > Barrier && at <= end && Counts(e) && Succeeded(e) == operation).Any());

    private IntegrationEvent? Newest(Operation operation) => all.LastOrDefault(e => Counts(e) && Succeeded(e) == operation);

    private List<IntegrationEvent> UnmendedUpTo(int end) =>
        [.. all.Take(end + 1).Where((e, at) => Counts(e) && e.Error is not null && !all.Take(end + 1).Where((later, index) => index > at && Counts(later) && Mends(later, e)).Any())];

    // The contract: "A success of the same operation mends it. A success of any operation over the same EHR mends …"
    private static bool Mends(IntegrationEvent success, IntegrationEvent failure) => Succeeded(success) is { } operation
        && (operation == failure.Operation
            || failure.Operation is Operation.Other or Operation.Verify
            || failure.Error!.Kind is ErrorKind.Disconnected or ErrorKind.AuthenticationFailed or ErrorKind.MissingApiKey or ErrorKind.CredentialsNotFound or ErrorKind.IntegrationDisabled
                or ErrorKind.RegionMismatch or ErrorKind.Timeout or ErrorKind.RateLimited or ErrorKind.EhrUnavailable);

    private static Operation? Succeeded(IntegrationEvent e) =>
        !Oracle.Succeeded(e) ? null : e.Type == EventType.Verified ? Operation.Verify : e.Type == EventType.NotePushSucceeded ? Operation.NotePush : Operation.PatientSearch;

    // The event with which it began to hold, and held ever since; null when it does not hold now.
    private IntegrationEvent? StartOfLast(Func<int, bool> holds)
    {
        var begin = all.Count;
        while (begin > 0 && holds(begin - 1))
            begin--;
        return begin == all.Count ? null : all[begin];
    }

    private string RecentSearches() =>
        string.Join(' ', all.Where(e => Counts(e) && e.Type == EventType.PatientSearchCompleted).Reverse().Take(3).Select(e => $"{Oracle.At(e)}:{e.ResultCount}"));

    private IEnumerable<OracleKey> Keys()
    {
        for (var index = 0; index < all.Count; index++)
        {
            if (!Counts(all[index]) || all[index].Type != EventType.KeySaved)
                continue;
            var next = all.FindIndex(index + 1, e => Counts(e) && e.Type == EventType.KeySaved);
            yield return new OracleKey(index, all[index].KeyFingerprint!, [.. all.Where((e, at) => at > index && (next < 0 || at < next) && Counts(e) && (e.Error is not null || Oracle.Succeeded(e)))]);
        }
    }

    private IntegrationEvent? Of(int index) => index < 0 ? null : all[index];

    private bool Counts(IntegrationEvent e) => e.Type >= EventType.IntegrationEnabled && (Oracle.Name(e.Ehr) == ehr || e.Ehr is null);
}

/// <summary>A key entry, and the attempts until the next.</summary>
internal sealed record OracleKey(int Index, string Fingerprint, IReadOnlyList<IntegrationEvent> After)
{
    public IntegrationEvent? Decided => After.FirstOrDefault(Decides);

    public IntegrationEvent? Undecided => After.FirstOrDefault(e => !Decides(e));

    public string? Outcome => Decided is null ? null : Decided.Error is null ? "worked" : "failed";

    // The contract: "timeouts, rate limits, unavailability, server errors, … decide nothing".
    public static bool Decides(IntegrationEvent attempt) => attempt.Error?.Kind is not (ErrorKind.Timeout or ErrorKind.RateLimited or ErrorKind.EhrUnavailable or ErrorKind.ServerError
        or ErrorKind.PatientNotLinked or ErrorKind.InvalidRequest or ErrorKind.NoPatientsRecognised or ErrorKind.Unknown);
}
