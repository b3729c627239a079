using System.Globalization;
using Dapper;
using Microsoft.SqlServer.Dac.Model;
using ModelColumn = Microsoft.SqlServer.Dac.Model.Column;
using ModelIndex = Microsoft.SqlServer.Dac.Model.Index;

namespace Motics.Support.Data.Tests.SqlServer;

/// <summary>Both engines keep the same: tables, columns, what may be null, keys and indexes. What differs is named here.</summary>
public sealed class SchemaTests
{
    // The search index is the full-text index of SQLite and a table of words on SQL Server (SearchStatements).
    private static readonly string[] OnlySqlite = ["organisation_search", "organisation_search_number"];

    // The place of a copy is there only while one is under way; its statement is the same for both.
    private static readonly string[] OnlySqlServer = ["organisation_search", "copy_place"];

    [Fact]
    public async Task Tables_OfBothEngines_AreTheSame()
    {
        var (sqlite, sqlServer) = (await SqliteAsync(), SqlServer());
        Assert.Empty(OnlySqlite.Except(sqlite.Keys));
        Assert.Empty(OnlySqlServer.Except(sqlServer.Keys));
        Assert.Equal(sqlite.Keys.Except(OnlySqlite).Order(StringComparer.Ordinal), sqlServer.Keys.Except(OnlySqlServer).Order(StringComparer.Ordinal));
        foreach (var (table, lines) in sqlServer.Where(table => !OnlySqlServer.Contains(table.Key)))
        {
            Assert.Equal(sqlite[table], lines);
        }
    }

    [Fact]
    public async Task Tables_Described_HoldWhatIsCompared()
    {
        var lines = (await SqliteAsync())["ticket"];
        Assert.Contains("0 number whole not null, key 1", lines);
        Assert.Contains("4 external_url text null", lines);
        Assert.Contains("ux_ticket_request (request_id) unique filtered", lines);
        Assert.Contains("ix_ticket_status (status, number)", lines);
    }

    private static async Task<Dictionary<string, List<string>>> SqliteAsync()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync();
        return await temporary.Database.ReadAsync(async connection =>
        {
            var described = new Dictionary<string, List<string>>(StringComparer.Ordinal);
            foreach (var table in await connection.QueryAsync<string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite%'"))
            {
                var columns = await connection.QueryAsync<SqliteColumn>("SELECT cid AS Place, name AS Name, type AS Type, \"notnull\" AS IsNotNull, pk AS KeyPlace FROM pragma_table_info(@table) ORDER BY cid", new { table });
                var indexes = (await connection.QueryAsync<SqliteIndex>("SELECT name AS Name, \"unique\" AS IsUnique, partial AS IsPartial FROM pragma_index_list(@table) WHERE origin = 'c'", new { table })).ToList();
                foreach (var index in indexes)
                {
                    index.Columns = [.. await connection.QueryAsync<string>("SELECT name FROM pragma_index_info(@index) ORDER BY seqno", new { index = index.Name })];
                }

                described.Add(table, [.. columns.Select(column => column.Line), .. indexes.Select(index => Index(index.Name, index.Columns, index.IsUnique == 1, index.IsPartial == 1)).Order(StringComparer.Ordinal)]);
            }

            return described;
        }, TestContext.Current.CancellationToken);
    }

    private static Dictionary<string, List<string>> SqlServer()
    {
        using var model = ProgramStatements.Schema().Build();
        return model.GetObjects(DacQueryScopes.UserDefined, Table.TypeClass).Where(table => !table.Name.Parts[^1].StartsWith("rows of ", StringComparison.Ordinal)).ToDictionary(Name, Describe, StringComparer.Ordinal);
    }

    private static List<string> Describe(TSqlObject table)
    {
        var key = table.GetReferencing(PrimaryKeyConstraint.Host).Single().GetReferenced(PrimaryKeyConstraint.Columns).Select(Name).ToList();
        var columns = table.GetReferenced(Table.Columns).Select((column, index) =>
            Column(index, Name(column), Kind(Name(column.GetReferenced(ModelColumn.DataType).Single())), column.GetProperty<bool>(ModelColumn.Nullable), key.IndexOf(Name(column)) + 1));
        // What SQL Server keeps beside the columns of an index, SQLite has as its last columns.
        var indexes = table.GetReferencing(ModelIndex.IndexedObject).Where(index => index.ObjectType == ModelIndex.TypeClass).Select(index => Index(
            Name(index),
            index.GetReferenced(ModelIndex.Columns).Concat(index.GetReferenced(ModelIndex.IncludedColumns)).Select(Name),
            index.GetProperty<bool>(ModelIndex.Unique),
            index.GetProperty(ModelIndex.FilterPredicate) is not null));
        return [.. columns, .. indexes.Order(StringComparer.Ordinal)];
    }

    private static string Name(TSqlObject part) => part.Name.Parts[^1];

    private static string Kind(string type) => type.ToUpperInvariant() switch
    {
        "BIGINT" or "INT" or "BIT" or "INTEGER" => "whole",
        "NVARCHAR" or "VARCHAR" or "TEXT" => "text",
        "VARBINARY" or "BLOB" => "bytes",
        var other => other,
    };

    private static string Column(int place, string name, string kind, bool mayBeNull, int keyPlace) =>
        string.Create(CultureInfo.InvariantCulture, $"{place} {name} {kind} {(mayBeNull ? "null" : "not null")}{(keyPlace > 0 ? $", key {keyPlace}" : "")}");

    private static string Index(string name, IEnumerable<string> columns, bool isUnique, bool isFiltered) =>
        $"{name} ({string.Join(", ", columns)}){(isUnique ? " unique" : "")}{(isFiltered ? " filtered" : "")}";

    private sealed class SqliteColumn
    {
        public int Place { get; init; }
        public string Name { get; init; } = "";
        public string Type { get; init; } = "";
        public int IsNotNull { get; init; }
        public int KeyPlace { get; init; }

        // The row's number is never null, whatever the declaration says. The journal's types are written as SQL Server knows them.
        public string Line => Column(Place, Name, Kind(Type.Split('(')[0]), IsNotNull == 0 && !(KeyPlace == 1 && Type == "INTEGER"), KeyPlace);
    }

    private sealed class SqliteIndex
    {
        public string Name { get; init; } = "";
        public int IsUnique { get; init; }
        public int IsPartial { get; init; }
        public List<string> Columns { get; set; } = [];
    }
}
