using System.Text.RegularExpressions;

namespace Motics.Support.Data.Tests.SqlServer;

/// <summary>A statement that the program sends to SQL Server, and where it comes from: <c>Type.Field</c>, or the store's method that composed it.</summary>
/// <param name="Name">Begins every complaint.</param>
/// <param name="Sql">As it is sent.</param>
/// <param name="RowType">The table type of <c>@rows</c>; null when it has no such parameter.</param>
internal sealed partial record TsqlStatement(string Name, string Sql, string? RowType = null)
{
    /// <summary>Blanks are one, and a list that Dapper spread out is one parameter again, so that a piece can be looked for in a whole.</summary>
    public static string Plain(string sql) => Blanks().Replace(SpreadList().Replace(EmptyList().Replace(sql, "IN @$1"), "IN @$1"), " ");

    /// <summary>With Dapper's <c>IN @list</c> as T-SQL knows it.</summary>
    public string Spread() => UnspreadList().Replace(Sql, "IN (@$1)");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\bIN\s*\(@(\w+?)1(?:\s*,\s*@\1\d+)*\)")]
    private static partial Regex SpreadList();

    [GeneratedRegex(@"\bIN\s*\(SELECT @(\w+) WHERE 1 = 0\)")]
    private static partial Regex EmptyList();

    [GeneratedRegex(@"\bIN\s+@(\w+)")]
    private static partial Regex UnspreadList();
}
