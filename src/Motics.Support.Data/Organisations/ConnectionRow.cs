using Motics.Support.Core.Organisations;
using Motics.Support.Data.Events;

namespace Motics.Support.Data.Organisations;

/// <summary>What the organisation's page reads of <c>connection</c>.</summary>
internal sealed class ConnectionRow
{
    public string Ehr { get; init; } = "";
    public bool? Enabled { get; init; }
    public long? LastSuccessAt { get; init; }
    public string? LastSuccessStamp { get; init; }
    public string? LastFailureStamp { get; init; }
    public string? LastFailure { get; init; }
    public string? RecentSearches { get; init; }
    public int Searches { get; init; }
    public int SearchesEmpty { get; init; }
    public long? LastCopiedAt { get; init; }

    public LastError? LastError => ConnectionJson.ReadError(LastFailure);

    public IReadOnlyList<SearchResult> Recent =>
        [.. SearchMarks.Read(RecentSearches).Select(search => new SearchResult(search.Stamp.Time, search.ResultCount, search.LocationId))];

    /// <summary>The newest failure came after the newest success.</summary>
    public bool HasCurrentError => string.CompareOrdinal(LastFailureStamp, LastSuccessStamp) > 0;
}
