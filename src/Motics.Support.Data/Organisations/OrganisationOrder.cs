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
internal class OrganisationOrder
{
    private protected static readonly Column Id = new("o.id", row => row.Id);
    private static readonly Column Name = new("o.name_folded", row => row.NameFolded);
    private static readonly Column Rank = new("o.health_rank", row => Text(row.HealthRank), IsNumber: true);
    private static readonly Column Since = new("o.health_since_at", row => Text(row.HealthSinceAt), IsNumber: true, IsNullable: true);
    private static readonly Column Migrated = new("o.migrated_at", row => Text(row.MigratedAt), IsNumber: true, IsNullable: true);

    private readonly Column[] columns;
    private readonly bool descending;
    private readonly string condition;
    private readonly string orderBy;
    private readonly string orderById;

    /// <param name="columns">Id is the last.</param>
    /// <param name="descending">Each column is, but for those that go against it.</param>
    /// <param name="condition">Of the rows that stand in this order at all.</param>
    private protected OrganisationOrder(Column[] columns, bool descending, string condition = "")
    {
        (this.columns, this.descending, this.condition) = (columns, descending, condition);
        orderBy = $" ORDER BY {string.Join(", ", columns.Select(column => $"{column.Name} {(IsDown(column) ? "DESC" : "ASC")}"))} ";
        orderById = $" ORDER BY o.id {(IsDown(columns[^1]) ? "DESC" : "ASC")} ";
    }

    /// <summary>What the keys of its cursors may be.</summary>
    public virtual CursorKey[] CursorKeys => [.. columns.Select(column => !column.IsNumber ? CursorKey.Text : column.IsNullable ? CursorKey.NumberOrNull : CursorKey.Number)];

    public static OrganisationOrder Of(OrganisationQuery query) => query.Sort == OrganisationSort.Need ? new NeedOrder(query.Descending) : new OrganisationOrder(
        query.Sort switch
        {
            OrganisationSort.Health => [Rank, Since, Name, Id],
            OrganisationSort.Since => [Since, Id],
            OrganisationSort.Migrated => [Migrated, Id],
            _ => [Name, Id],
        }, query.Descending);

    /// <summary>What a cursor after this row holds.</summary>
    public virtual string?[] Keys(OrganisationListRow row) => [.. columns.Select(column => column.Key(row))];

    /// <summary>The walks, in order, each a further condition with its ORDER BY; null when the cursor's keys make no sense.</summary>
    public virtual IReadOnlyList<string>? Walks(string?[] cursor, DynamicParameters values)
    {
        if (cursor.Length == 0)
        {
            return columns[0].IsNullable ? [$"{condition} AND {columns[0].Name} IS NOT NULL{orderBy}", WithoutValue()] : [condition + orderBy];
        }

        if (cursor[0] is null && columns[0].IsNullable && cursor[1] is { } id)
        {
            values.Add("key1", id);
            return [WithoutValue($" AND o.id {Beyond(columns[^1])} @key1")];
        }

        if (!Bind(cursor, values))
        {
            return null;
        }

        var walks = Enumerable.Range(0, columns.Length).Reverse().SelectMany(column => Beyond(column, cursor));
        return columns[0].IsNullable ? [.. walks, WithoutValue()] : [.. walks];
    }

    private protected static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private bool IsDown(Column column) => descending != column.IsAgainst;

    private string Beyond(Column column) => IsDown(column) ? "<" : ">";

    private string WithoutValue(string further = "") => $"{condition} AND {columns[0].Name} IS NULL{further}{orderById}";

    // The rows that equal the cursor in the columns before this one and stand behind it by this one.
    private IEnumerable<string> Beyond(int column, string?[] cursor)
    {
        var same = string.Concat(columns.Take(column).Select((equal, index) => cursor[index] is null ? $" AND {equal.Name} IS NULL" : $" AND {equal.Name} = @key{index + 1}"));
        var (name, isDown) = (columns[column].Name, IsDown(columns[column]));
        if (cursor[column] is not null)
        {
            yield return $"{condition}{same} AND {name} {Beyond(columns[column])} @key{column + 1}{orderBy}";
        }

        if (column > 0 && columns[column].IsNullable && isDown == cursor[column] is not null)
        {
            yield return $"{condition}{same} AND {name} IS {(isDown ? "" : "NOT ")}NULL{orderBy}";
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

    /// <param name="Name">Of the column.</param>
    /// <param name="Key">What a cursor holds of it.</param>
    /// <param name="IsNumber">Else it is text.</param>
    /// <param name="IsNullable">Rows may have none.</param>
    /// <param name="IsAgainst">It goes the other way than the order.</param>
    private protected sealed record Column(string Name, Func<OrganisationListRow, string?> Key, bool IsNumber = false, bool IsNullable = false, bool IsAgainst = false);
}
