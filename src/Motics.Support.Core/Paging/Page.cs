namespace Motics.Support.Core.Paging;

/// <summary>A part of a list, and the way to the next part.</summary>
/// <param name="Items">At most as many as were asked for.</param>
/// <param name="Next">Cursor of the next page; null when this is the last. Opaque: it is handed back as it came.</param>
public record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>The same page with its items shown another way.</summary>
    public Page<TOther> Select<TOther>(Func<T, TOther> map) => new([.. Items.Select(map)], Next);
}

/// <summary>A part of a list, and how many items the list has in all.</summary>
public sealed record CountedPage<T>(IReadOnlyList<T> Items, string? Next, int Total) : Page<T>(Items, Next);

/// <summary>Makes pages.</summary>
public static class Page
{
    /// <summary>
    /// A page from rows that were read one beyond the limit: the row too many says that there is a next page, and the last row kept says where it begins.
    /// </summary>
    public static Page<T> Of<T>(IReadOnlyList<T> rows, int limit, Func<T, string> cursor)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(cursor);
        return rows.Count <= limit ? new Page<T>(rows, null) : new Page<T>([.. rows.Take(limit)], cursor(rows[limit - 1]));
    }
}
