namespace Motics.Support.Data.Events;

/// <summary>
/// How state is made from events, as a number that is raised when the same events must give another state: <c>organisation.folding</c> tells with which an
/// organisation was folded, and what is behind is folded anew by the migration.
/// </summary>
internal static class FoldingEdition
{
    /// <summary>1: state by operation, place, keys judged by what judges them. 2: how it came through the migration.</summary>
    public const int Current = 2;

    /// <summary>From this one on, only what is derived from the connections is made anew.</summary>
    public const int Operations = 1;

    /// <summary>The same as a word of a statement, which is a constant.</summary>
    public const string InSql = "2";
}
