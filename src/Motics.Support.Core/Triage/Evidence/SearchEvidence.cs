using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage.Evidence;

/// <summary>What the last three searches after the later of migration and newest key say about finding patients.</summary>
internal static class SearchEvidence
{
    private const int Deciding = 3;

    public static KnownFact? PatientSearch(Seen seen)
    {
        var searches = Counted(seen);
        var found = searches.Where(search => search.ResultCount > 0).ToList();
        if (found.FirstOrDefault(search => Counts(seen, search)) is { } works)
            return Seen.Fact("works", works.At, seen.Complaint is { AboutSearching: true } ? Told([.. searches.Where(search => Counts(seen, search))], " since the clinic told of it") : Note(seen)!);
        return found.Count == 0 && searches.Count == Deciding ? Seen.Fact("none-recognised", searches[0].At, Note(seen)!) : null;
    }

    // Whoever says that patients are not found is not answered by a search that found some before.
    private static bool Counts(Seen seen, SearchResult search) => seen.Complaint is not { AboutSearching: true } complaint || (search.At > complaint.At && complaint.At < seen.Now);

    /// <summary>A sentence about those searches; null when there are none.</summary>
    public static string? Note(Seen seen)
    {
        var searches = Counted(seen);
        if (searches.Count == 0)
            return null;
        var since = seen.Organisation.SearchesSinceMigration;
        // Without a newer key the migration is where counting starts, and then all searches since can be told.
        return seen.MigratedAt is not null && !seen.NewestKeyIsReentry && since.Total >= searches.Count
            ? $"{since.InWords()} since the migration"
            : Told(searches, After(seen));
    }

    private static string Told(List<SearchResult> searches, string since)
    {
        var found = searches.Count(search => search.ResultCount > 0);
        return searches.Count == 1 ? $"The only search{since} found {(found == 1 ? "somebody" : "nobody")}"
            : found == searches.Count ? $"The last {searches.Count} searches all found somebody{since}"
            : $"{found} of the last {searches.Count} searches found {(found == 0 ? "anybody" : "somebody")}{since}";
    }

    private static List<SearchResult> Counted(Seen seen)
    {
        var from = Start(seen);
        return [.. seen.Organisation.RecentSearches.Where(search => from is null || search.At >= from).OrderByDescending(search => search.At).Take(Deciding)];
    }

    private static DateTimeOffset? Start(Seen seen) => seen.NewestKey?.SavedAt is { } saved && !(saved < seen.MigratedAt) ? saved : seen.MigratedAt;

    private static string After(Seen seen) => seen.NewestKey is not null && Start(seen) == seen.NewestKey.SavedAt ? $" since {seen.KeyWasSaved}" : "";
}
