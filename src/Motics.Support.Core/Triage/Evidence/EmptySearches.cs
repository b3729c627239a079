using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Triage.Evidence;

/// <summary>Searches that found nobody: one says little, several say that it does not work.</summary>
public static class EmptySearches
{
    /// <summary>So many since trying again counts are a failure (<c>triage.md</c>).</summary>
    public const int ThatFail = 3;

    /// <summary>Those at or after a time, of the recent searches that are kept.</summary>
    public static IReadOnlyList<SearchResult> Since(OrganisationDetail organisation, DateTimeOffset from)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        return [.. organisation.RecentSearches.Where(search => search.ResultCount == 0 && search.At >= from)];
    }
}
