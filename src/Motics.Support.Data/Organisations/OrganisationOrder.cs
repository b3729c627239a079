using System.Globalization;
using Dapper;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Paging;

namespace Motics.Support.Data.Organisations;

/// <summary>
/// One order of the list. After a cursor the list goes on in several walks, each a plain range of an index: the rows that equal
/// the cursor in all columns but the last, then in all but the last two, and so on; then the rows that have no value, which stand last
/// in either direction. A column behind the first may have no value too: there, as in both engines, nothing is less than anything.
/// </summary>
internal sealed class OrganisationOrder
{
    private static readonly Column Id = new("o.id", row => row.Id);
    private static readonly Column Name = new("o.name_folded", row => row.NameFolded);
    private static readonly Column Rank = new("o.health_rank", row => Text(row.HealthRank), IsNumber: true);
    private static readonly Column Since = new("o.health_since_at", row => Text(row.HealthSinceAt), IsNumber: true, IsNullable: true);
    private static readonly Column Migrated = new("o.migrated_at", row => Text(row.MigratedAt), IsNumber: true, IsNullable: true);

    private readonly Column[] columns;
    private readonly string beyond;
    private readonly string orderBy;
    private readonly string orderById;

    private OrganisationOrder(Column[] columns, bool descending)
    {
        var direction = descending ? "DESC" : "ASC";
        this.columns = columns;
        beyond = descending ? "<" : ">";
        orderBy = $" ORDER BY {string.Join(", ", columns.Select(column => $"{column.Name} {direction}"))} ";
        orderById = $" ORDER BY o.id {direction} ";
    }

    /// <summary>What the keys of its cursors may be.</summary>
    public CursorKey[] CursorKeys => [.. columns.Select(column => !column.IsNumber ? CursorKey.Text : column.IsNullable ? CursorKey.NumberOrNull : CursorKey.Number)];

    public static OrganisationOrder Of(OrganisationQuery query) => new(
        query.Sort switch
        {
            OrganisationSort.Health => [Rank, Since, Name, Id],
            OrganisationSort.Since => [Since, Id],
            OrganisationSort.Migrated => [Migrated, Id],
            _ => [Name, Id],
        }, query.Descending);

    /// <summary>What a cursor after this row holds.</summary>
    public string?[] Keys(OrganisationListRow row) => [.. columns.Select(column => column.Key(row))];

    /// <summary>The walks, in order, each a further condition with its ORDER BY; null when the cursor's keys make no sense.</summary>
    public IReadOnlyList<string>? Walks(string?[] cursor, DynamicParameters values)
    {
        if (cursor.Length == 0)
        {
            return columns[0].IsNullable ? [$" AND {columns[0].Name} IS NOT NULL{orderBy}", WithoutValue()] : [orderBy];
        }

        if (cursor[0] is null && columns[0].IsNullable && cursor[1] is { } id)
        {
            values.Add("key1", id);
            return [WithoutValue($" AND o.id {beyond} @key1")];
        }

        if (!Bind(cursor, values))
        {
            return null;
        }

        var walks = Enumerable.Range(0, columns.Length).Reverse().SelectMany(column => Beyond(column, cursor));
        return columns[0].IsNullable ? [.. walks, WithoutValue()] : [.. walks];
    }

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private string WithoutValue(string condition = "") => $" AND {columns[0].Name} IS NULL{condition}{orderById}";

    // The rows that equal the cursor in the columns before this one and stand behind it by this one.
    private IEnumerable<string> Beyond(int column, string?[] cursor)
    {
        var same = string.Concat(columns.Take(column).Select((equal, index) => cursor[index] is null ? $" AND {equal.Name} IS NULL" : $" AND {equal.Name} = @key{index + 1}"));
        var (name, descending) = (columns[column].Name, beyond == "<");
        if (cursor[column] is not null)
        {
            yield return $"{same} AND {name} {beyond} @key{column + 1}{orderBy}";
        }

        if (column > 0 && columns[column].IsNullable && descending == cursor[column] is not null)
        {
            yield return $"{same} AND {name} IS {(descending ? "" : "NOT ")}NULL{orderBy}";
        }
    }

    private bool Bind(string?[] cursor, DynamicParameters values)
    {
        for (var index = 0; index < columns.Length; index++)
        {
            if (cursor[index] is null && index > 0 && columns[index].IsNullable)
            {
                continue;
            }

            if (cursor[index] is not { } key)
            {
                return false;
            }

            values.Add($"key{index + 1}", columns[index].IsNumber ? Cursor.Number(key) : key);
        }

        return true;
    }

    private sealed record Column(string Name, Func<OrganisationListRow, string?> Key, bool IsNumber = false, bool IsNullable = false);
}
