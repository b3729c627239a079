using Motics.Support.Core;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;
using Motics.Support.Data.Events;
using Motics.Support.Data.Events.Rows;

namespace Motics.Support.Data.Organisations;

/// <summary>What the organisation's page reads of <c>connection</c>.</summary>
internal sealed class ConnectionRow
{
    public string Ehr { get; init; } = "";
    public bool? Enabled { get; init; }
    public long? SwitchedAt { get; init; }
    public long? LastSuccessAt { get; init; }
    public string? LastFailure { get; init; }
    public string? RecentSearches { get; init; }
    public int Searches { get; init; }
    public int SearchesEmpty { get; init; }
    public long? LastCopiedAt { get; init; }
    public long? SearchSuccessAt { get; init; }
    public long? PushSuccessAt { get; init; }
    public long? VerifySuccessAt { get; init; }
    public string? Operations { get; init; }
    public string? Unmended { get; init; }
    public long? LastFailureAt { get; init; }
    public long? LastKeyAt { get; init; }
    public string? KeyRegion { get; init; }
    public string? KeySuffix { get; init; }

    public LastError? LastError => ConnectionJson.ReadError(LastFailure);

    public IReadOnlyList<SearchResult> Recent =>
        [.. SearchMarks.Read(RecentSearches).Select(search => new SearchResult(search.Stamp.Time, search.ResultCount, search.LocationId))];

    /// <summary>Each operation, in the order of the enumeration.</summary>
    public IReadOnlyList<OperationState> States => Folded.States();

    private ConnectionOperations Folded => OperationColumns.Read(SearchSuccessAt, PushSuccessAt, VerifySuccessAt, Operations, Unmended);

    /// <summary>A program of the edition before wrote into it (<see cref="ConnectionState.IsBehind"/> says the same while folding).</summary>
    /// <param name="migratedAt">Of its organisation.</param>
    /// <param name="newest">The newest key of this connection; null when it has none.</param>
    public bool IsBehind(long? migratedAt, KeyEntry? newest) =>
        Folded.IsBehind(LastSuccessAt, LastFailureAt, new[] { LastKeyAt, migratedAt }.Max())
        || (newest is not null && (KeyRegion, KeySuffix) != (Kebab.Name(newest.NookalRegion), newest.Suffix));
}
