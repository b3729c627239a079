using System.Globalization;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;

namespace Motics.Support.Data.Events;

/// <summary>
/// The column <c>connection.recent_searches</c>: a line each of stamp, patients found and location, separated by tabs, newest first. No JSON,
/// because it is read and written with every search.
/// </summary>
public static class SearchMarks
{
    /// <summary>From the column; empty for null.</summary>
    public static IReadOnlyList<SearchMark> Read(string? column)
    {
        if (string.IsNullOrEmpty(column))
            return [];
        var marks = new List<SearchMark>(ConnectionState.RecentSearches);
        foreach (var line in column.Split('\n'))
        {
            var parts = line.Split('\t');
            marks.Add(new SearchMark(new EventStamp(parts[0]), int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2].Length > 0 ? parts[2] : null));
        }
        return marks;
    }

    internal static string? Write(IReadOnlyList<SearchMark> searches) =>
        searches.Count == 0 ? null : string.Join('\n', searches.Select(mark => string.Create(CultureInfo.InvariantCulture, $"{mark.Stamp.Text}\t{mark.ResultCount}\t{mark.LocationId}")));
}
