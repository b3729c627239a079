using Motics.Support.Core;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Paging;
using Motics.Support.Portal.Components.Organisations.Timelines;

namespace Motics.Support.Portal.Components.Organisations;

/// <summary>
/// A list of organisations read page by page as it is scrolled, each page beginning after the last row of the one before.
/// Rows read once stay, so scrolling back reads nothing.
/// </summary>
public sealed class OrganisationPages(OrganisationQuery query, Func<OrganisationQuery, CancellationToken, Task<Outcome<Page<OrganisationItem>>>> read)
{
    /// <summary>Rows in one read.</summary>
    public const int PageSize = 100;

    private readonly List<OrganisationItem> rows = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private Task reading = Task.CompletedTask;
    private string? next;
    private bool begun;

    public OrganisationQuery Query { get; } = query;

    /// <summary>Rows read so far.</summary>
    public IReadOnlyList<OrganisationItem> Rows => rows;

    /// <summary>There is more below what was read.</summary>
    public bool HasMore => !begun || next is not null;

    /// <summary>Reads on until that many rows are there or the list ends. Null when it went well. One read at a time, for each begins where the last ended.</summary>
    public Task<Refusal?> EnsureAsync(int count, CancellationToken cancellationToken)
    {
        var mine = ReadAfterAsync(reading, count, cancellationToken);
        reading = mine;
        return mine;
    }

    /// <summary>Puts newer versions of rows where they stand; the order stays, so that nothing jumps. How many differed.</summary>
    public int Replace(IEnumerable<OrganisationItem> newer)
    {
        var differed = 0;
        foreach (var row in newer)
        {
            if (!places.TryGetValue(row.Id, out var place) || rows[place] == row)
                continue;
            rows[place] = row;
            differed++;
        }
        return differed;
    }

    private async Task<Refusal?> ReadAfterAsync(Task before, int count, CancellationToken cancellationToken)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        while (HasMore && rows.Count < count)
        {
            var page = await read(Query with { Cursor = next, Limit = PageSize }, cancellationToken);
            if (!page.Done)
                return page.Refusal;
            Append(page.Value);
        }
        return null;
    }

    // A row that moved down between two reads would come twice: it stays where it was seen first.
    private void Append(Page<OrganisationItem> page)
    {
        foreach (var row in page.Items)
        {
            if (!places.TryAdd(row.Id, rows.Count))
                continue;
            rows.Add(row);
        }
        (next, begun) = (page.Next, true);
    }
}
