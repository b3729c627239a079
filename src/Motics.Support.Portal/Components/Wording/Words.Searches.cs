using Motics.Support.Core.Organisations;

namespace Motics.Support.Portal.Components.Wording;

public static partial class Words
{
    /// <summary>"0 of 41 found anybody", "3 of 41 found somebody", "All 41 found somebody": beside a label that says what.</summary>
    public static string Searches(SearchCount searches) => searches switch
    {
        { Total: 0 } => "None yet",
        { Total: 1 } => searches.Empty == 0 ? "One, which found somebody" : "One, which found nobody",
        { Empty: 0 } => $"All {Number(searches.Total)} found somebody",
        _ => $"{Number(searches.Total - searches.Empty)} of {Number(searches.Total)} found {(searches.Empty == searches.Total ? "anybody" : "somebody")}",
    };

    /// <summary>The newest three since the migration, in a few words: "the last 3 found nobody".</summary>
    /// <param name="recent">Newest first.</param>
    /// <param name="migratedAt">Null when not migrated; then all count.</param>
    public static string RecentSearches(IReadOnlyList<SearchResult> recent, DateTimeOffset? migratedAt)
    {
        var newestFirst = recent.Where(search => migratedAt is null || search.At >= migratedAt).ToList();
        if (newestFirst.Count == 0)
            return migratedAt is null ? "no search has come through" : "no search has come through since the migration";
        var found = newestFirst.Count(search => search.ResultCount > 0);
        var last = newestFirst.Count == 1 ? "the last one" : $"the last {newestFirst.Count}";
        var places = newestFirst.Select(search => search.LocationId).Where(place => place is not null).Distinct().Count();
        var where = places > 1 ? $", at {places} locations" : null;
        if (found == 0)
            return $"{last} found nobody{where}";
        return found == newestFirst.Count ? $"{last} found somebody{where}" : $"{found} of {last} found somebody{where}";
    }
}
