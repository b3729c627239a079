using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Motics.Support.Data.Schema;

namespace Motics.Support.Data.Copying;

/// <summary>A table that is copied: the same name, columns and key on both engines, as the migrations make them.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">All columns, in order.</param>
/// <param name="Key">Places of the primary key's columns in <paramref name="Columns"/>, in the key's order.</param>
internal sealed record CopyTable(string Name, IReadOnlyList<CopyColumn> Columns, IReadOnlyList<int> Key)
{
    // The index for searching is another on each engine and is made anew.
    private const string SelectTables = """
        SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'organisation_search%' ORDER BY rowid
        """;

    private const string SelectColumns = "SELECT name AS Name, type AS Type, pk AS Place FROM pragma_table_info(@table) ORDER BY cid";

    /// <summary>Rows that a migration puts in; a copy puts the source's in their place.</summary>
    public static readonly IReadOnlyList<string> Filled = ["number_sequence", "event_writer", "need_window"];

    /// <summary>All tables, those that others refer to first. Read from the schema that the embedded migrations make, so that none is forgotten.</summary>
    public static IReadOnlyList<CopyTable> All()
    {
        using var schema = new SqliteConnection("Data Source=:memory:");
        schema.Open();
        foreach (var script in SchemaScript.Embedded("sqlite"))
            schema.Execute(script.Sql);
        return [.. schema.Query<string>(SelectTables).ToList().Select(name => Of(schema, name))];
    }

    /// <summary>Reads rows after a key, or from the beginning, in the order of the key.</summary>
    public string SelectAfter(bool fromBeginning, string take) =>
        $"SELECT {Names} FROM {Name}{(fromBeginning ? "" : $" WHERE {After(0)}")} ORDER BY {string.Join(", ", Key.Select(place => Columns[place].Name))} {take}";

    /// <summary>Reads all rows, in any order.</summary>
    public string SelectAll => $"SELECT {Names} FROM {Name}";

    private string Names => string.Join(", ", Columns.Select(column => column.Name));

    private static CopyTable Of(SqliteConnection schema, string name)
    {
        var columns = schema.Query<(string Name, string Type, int Place)>(SelectColumns, new { table = name }).ToList();
        var key = columns.Select((column, place) => (column.Place, At: place)).Where(column => column.Place > 0).OrderBy(column => column.Place).Select(column => column.At);
        return new CopyTable(name, [.. columns.Select(column => new CopyColumn(column.Name, CopyColumn.Kind(column.Type)))], [.. key]);
    }

    // Greater in the first column, or equal there and greater in the rest.
    private string After(int index)
    {
        var (name, parameter) = (Columns[Key[index]].Name, $"@key{index}");
        return index == Key.Count - 1 ? $"{name} > {parameter}" : $"{name} >= {parameter} AND ({name} > {parameter} OR ({After(index + 1)}))";
    }
}

/// <summary>A column that is copied.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type"><see cref="long"/>, <see cref="string"/> or an array of bytes.</param>
internal sealed record CopyColumn(string Name, Type Type)
{
    /// <summary>What a declared type of SQLite is in the program.</summary>
    public static Type Kind(string declared) => declared switch
    {
        "INTEGER" => typeof(long),
        "TEXT" => typeof(string),
        "BLOB" => typeof(byte[]),
        _ => throw new NotSupportedException($"No column of type {declared} can be copied."),
    };

    /// <summary>A value as both engines give it alike; null for null.</summary>
    public object? Value(DbDataReader reader, int place) =>
        reader.IsDBNull(place) ? null
        : Type == typeof(long) ? Convert.ToInt64(reader.GetValue(place), System.Globalization.CultureInfo.InvariantCulture)
        : Type == typeof(string) ? reader.GetString(place)
        : reader.GetFieldValue<byte[]>(place);
}
