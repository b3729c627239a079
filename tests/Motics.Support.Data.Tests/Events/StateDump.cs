using System.Globalization;
using Dapper;

namespace Motics.Support.Data.Tests.Events;

/// <summary>Everything that is folded from events, as lines that can be compared.</summary>
internal static class StateDump
{
    private static readonly string[] Tables =
    [
        "organisation ORDER BY id", "connection ORDER BY organisation_id, ehr", "key_entry ORDER BY organisation_id, ehr, stamp", "error_group ORDER BY id",
        "error_group_organisation ORDER BY error_group_id, organisation_id", "daily_count ORDER BY organisation_id, ehr, day_at",
    ];

    /// <summary>Every column of every row of the state.</summary>
    public static async Task<IReadOnlyList<string>> WholeAsync(Database database)
    {
        var lines = new List<string>();
        foreach (var table in Tables)
            lines.AddRange(await QueryAsync(database, table[..table.IndexOf(' ')], "SELECT * FROM " + table));
        return lines;
    }

    /// <summary>The rows of a statement, each as a line that begins with a name.</summary>
    public static Task<IReadOnlyList<string>> QueryAsync(Database database, string name, string sql) => database.ReadAsync<IReadOnlyList<string>>(
        async connection => [.. (await connection.QueryAsync(sql)).Cast<IDictionary<string, object?>>().Select(row => name + "|" + string.Join('|', row.Values.Select(Text)))],
        CancellationToken.None);

    public static string Text(object? value) => value switch
    {
        null => "-",
        bool flag => flag ? "1" : "0",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
