using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage.Evidence;

/// <summary>
/// Whether it works since the newest key. Events say "works" only in answer to a complaint: with a success that came after it and proves what was
/// complained of. What was tried before a complaint may still say that it fails.
/// </summary>
internal static class RetryEvidence
{
    private const int EmptySearchesThatFail = 3;

    public static KnownFact? RetriedAfterReentry(Seen seen) =>
        Fails(seen) ?? (seen.Complaint is { } complaint ? Works(seen, complaint) : NotTried(seen));

    private static KnownFact? Fails(Seen seen)
    {
        // Timeouts, limits, outages and server errors decide nothing.
        var failing = Attempts.Unmended(seen.Organisation).FirstOrDefault(unmended => !unmended.Failures.Kind.IsTransient() && IsCounted(seen, unmended.Failures.Last));
        if (failing is { Failures.Last: var failed })
            return Seen.Fact("fails", failed, $"{Words.Trying(failing.Operation)} failed on {Seen.Time(failed)}{After(seen)}, and nothing has mended it since");
        if (Successes(seen).Any())
            return null;
        var empty = seen.Organisation.RecentSearches.Where(search => search.ResultCount == 0 && IsCounted(seen, search.At)).ToList();
        return empty.Count < EmptySearchesThatFail ? null
            : Seen.Fact("fails", empty.Max(search => search.At), $"Three searches or more found nobody{After(seen)}, and nothing has worked");
    }

    private static KnownFact? NotTried(Seen seen) =>
        Successes(seen).Any() ? null : Seen.Fact("not-tried", seen.RetryFrom, $"Nothing has been tried{After(seen)} that shows whether it works");

    private static KnownFact? Works(Seen seen, Complaint complaint)
    {
        // A complaint of this moment has nothing after it, whatever a sender's clock says.
        if (complaint.At >= seen.Now)
            return null;
        var proofs = complaint.Proofs.Select(proof => Proof(seen, complaint, proof)).ToList();
        if (proofs.Count == 0 || proofs.Contains(null))
            return null;
        var events = proofs.OfType<Success>().Distinct().OrderBy(success => success.At).ToList();
        var told = string.Join("; ", events.Select((success, index) => $"{(index == 0 ? Words.Worked(success.Operation) : Words.Lower(Words.Worked(success.Operation)))} on {Seen.Time(success.At)}"));
        return Seen.Fact("works", events[^1].At, $"{told}, after the clinic told of it on {Seen.Time(complaint.At)}");
    }

    private static Success? Proof(Seen seen, Complaint complaint, ComplaintProof proof)
    {
        if (proof.HasFlag(ComplaintProof.WithNewKey) && !(seen.NewestKey?.SavedAt > complaint.At))
            return null;
        return Successes(seen).FirstOrDefault(success => success.At > complaint.At && proof.HasFlag(OfOperation(success.Operation)));
    }

    private static ComplaintProof OfOperation(Operation operation) => operation switch
    {
        Operation.PatientSearch => ComplaintProof.PatientSearch,
        Operation.NotePush => ComplaintProof.NotePush,
        _ => ComplaintProof.Verify,
    };

    private static IEnumerable<Success> Successes(Seen seen) => Attempts.Successes(seen.Organisation).Where(success => IsCounted(seen, success.At));

    private static bool IsCounted(Seen seen, DateTimeOffset at) => seen.RetryFrom is not { } from || at >= from;

    private static string After(Seen seen) =>
        seen.NewestKey is not null ? " after the newest key was saved" : seen.MigratedAt is not null ? " since the migration" : "";
}
