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

    public IntegrationEvent? LastSuccess => Of(LastSuccessIndex);

    public IntegrationEvent? LastFailure => Of(LastFailureIndex);

    public IntegrationEvent? NewestOutcome => Of(NewestOutcomeIndex);

    public IntegrationEvent? NewestSwitch => all.LastOrDefault(e => Counts(e) && e.Type is EventType.IntegrationEnabled or EventType.IntegrationDisabled);

    public List<IntegrationEvent> SearchesSinceMigration => [.. all.Where((e, index) => index > migration && Counts(e) && e.Type == EventType.PatientSearchCompleted)];

    public IEnumerable<OracleKey> KeysSinceMigration => Keys().Where(key => key.Index > migration);

    /// <summary>First of the newest outcome's sort after the latest of: newest opposite outcome, newest key, migration.</summary>
    public IntegrationEvent? RunStart
    {
        get
        {
            var failed = NewestOutcome?.Error is not null;
            var after = Math.Max(failed ? LastSuccessIndex : LastFailureIndex, Math.Max(NewestKeyIndex, migration));
            return all.Where((e, index) => index > after && Counts(e) && (failed ? e.Error is not null : Oracle.Succeeded(e))).FirstOrDefault();
        }
    }

    /// <summary>The first success after the migration.</summary>
    public IntegrationEvent? Reconnected => migration < 0 ? null : all.Where((e, index) => index > migration && Counts(e) && Oracle.Succeeded(e)).FirstOrDefault();

    public IntegrationEvent? FirstFailureAfter(int index) => all.Where((e, at) => at > index && Counts(e) && e.Error is not null).FirstOrDefault();

    public string Line(string id) => Oracle.Line(
        "connection", id, ehr, NewestSwitch is null ? null : NewestSwitch.Type == EventType.IntegrationEnabled, Oracle.At(NewestSwitch), Oracle.At(LastSuccess), Oracle.At(LastFailure),
        Kebab.Name(LastFailure?.Error?.Kind), Oracle.At(Of(NewestKeyIndex)), Oracle.At(RunStart), Oracle.At(Reconnected), SearchesSinceMigration.Count, SearchesSinceMigration.Count(e => e.ResultCount == 0),
        Oracle.At(all.LastOrDefault(e => Counts(e) && e.Type == EventType.Copied)), RecentSearches());

    public IEnumerable<string> KeyLines(string id) => Keys().Select(key => Oracle.Line(
        "key", id, ehr, Oracle.At(all[key.Index]), key.Fingerprint, key.Outcome, Oracle.At(key.First), Kebab.Name(key.First?.Error?.Kind), Oracle.At(key.After.FirstOrDefault(Oracle.Succeeded)),
        Oracle.At(key.After.LastOrDefault(Oracle.Succeeded)), Oracle.At(key.After.LastOrDefault(e => e.Error?.Kind <= ErrorKind.IntegrationDisabled)),
        Oracle.At(key.After.LastOrDefault(e => e.Error is { Kind: not (ErrorKind.RateLimited or ErrorKind.EhrUnavailable or ErrorKind.Timeout or ErrorKind.ServerError) }))));

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
    public IntegrationEvent? First => After.Count == 0 ? null : After[0];

    public string? Outcome => First is null ? null : First.Error is null ? "worked" : "failed";
}
