using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Core.Wording;

namespace Motics.Support.Core.Triage.Evidence;

/// <summary>
/// Whether it works since the newest key. Events say "works" only in answer to a complaint: with a success that came after it and proves what was
/// complained of. What was tried before a complaint may still say that it fails.
/// </summary>
internal static class RetryEvidence
{
    public static KnownFact? RetriedAfterReentry(Seen seen)
    {
        var shown = ProofTimes.Of(seen.Organisation, seen.Now);
        return Fails(seen, shown) ?? (seen.Complaint is { } complaint ? Works(seen, shown, complaint) : NotTried(seen, shown));
    }

    private static KnownFact? Fails(Seen seen, ProofTimes shown)
    {
        // Timeouts, limits, outages and server errors decide nothing.
        if (shown.Fails && seen.Organisation.Operations.Deciding() is { Failures.Last: var failed } failing)
            return Seen.Fact("fails", failed, $"{Labels.Of(failing.Operation)} has failed{After(seen, failed)}, last on {Moment.Utc(failed)}; nothing has mended it since");
        if (shown.Worked.Any())
            return null;
        var empty = EmptySearches.Since(seen.Organisation, shown.CountsFrom);
        return empty.Count < EmptySearches.ThatFail ? null
            : Seen.Fact("fails", empty.Max(search => search.At), $"Three searches or more found nobody{After(seen, empty.Min(search => search.At))}, and nothing has worked");
    }

    private static KnownFact? NotTried(Seen seen, ProofTimes shown) =>
        shown.Worked.Any() ? null : Seen.Fact("not-tried", seen.RetryFrom, $"Nothing has been tried{After(seen, seen.Now)} that shows whether it works");

    private static KnownFact? Works(Seen seen, ProofTimes shown, Complaint complaint)
    {
        // A complaint of this moment has nothing after it, whatever a sender's clock says.
        if (complaint.At >= seen.Now || shown.Prove(complaint.Proofs, complaint.At) is not { } proofs)
            return null;
        var events = proofs.Distinct().OrderBy(success => success.At).ToList();
        var told = string.Join("; ", events.Select((success, index) => $"{(index == 0 ? Labels.Worked(success.Operation) : Labels.Lower(Labels.Worked(success.Operation)))} on {Moment.Utc(success.At)}"));
        return Seen.Fact("works", events[^1].At, $"{told}, after the clinic told of it on {Moment.Utc(complaint.At)}");
    }

    // A key from before the move tells nobody when it began: the move does, of what came after it.
    private static string After(Seen seen, DateTimeOffset at) =>
        seen.MigratedAt is { } migrated && at >= migrated && !seen.NewestKeyIsReentry ? " since the migration"
        : seen.NewestKey is not null ? $" after {seen.KeyWasSaved}" : "";
}
