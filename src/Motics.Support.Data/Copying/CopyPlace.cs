using System.Data.Common;
using System.Text.Json;
using Dapper;

namespace Motics.Support.Data.Copying;

/// <summary>
/// How far a copy came, kept in the destination in the transaction of the rows themselves, so that a copy that was cut off goes on where it
/// was. The table is there only while a copy is under way.
/// </summary>
internal sealed class CopyPlace(Database database)
{
    private const string Table = "copy_place";

    // The same statement for both engines: the only types in it mean the same in both.
    private const string CreateTable =
        "CREATE TABLE copy_place (name VARCHAR(100) NOT NULL, last_key VARCHAR(4000) NULL, copied BIGINT NOT NULL, CONSTRAINT pk_copy_place PRIMARY KEY (name))";

    private const string DropTable = "DROP TABLE copy_place";
    private const string Select = "SELECT last_key AS LastKey, copied AS Copied FROM copy_place WHERE name = @name";
    private const string Update = "UPDATE copy_place SET last_key = @lastKey, copied = @copied WHERE name = @name";
    private const string Insert = "INSERT INTO copy_place (name, last_key, copied) VALUES (@name, @lastKey, @copied)";

    /// <summary>True when a copy was begun and not ended.</summary>
    public Task<bool> ExistsAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async connection => await connection.ExecuteScalarAsync<long>(new CommandDefinition(database.Dialect.TableExists, new { name = Table }, cancellationToken: cancellationToken)).ConfigureAwait(false) > 0,
        cancellationToken);

    public static Task BeginAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(CreateTable, transaction: transaction, cancellationToken: cancellationToken));

    public Task EndAsync(CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(new CommandDefinition(DropTable, transaction: transaction, cancellationToken: cancellationToken)), Database.LongPatience, cancellationToken);

    /// <summary>The key that was copied last, null before the first, and how many rows were.</summary>
    public async Task<(IReadOnlyList<object>? Key, long Copied)> ReadAsync(CopyTable table, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(Select, new { name = table.Name }, cancellationToken: cancellationToken)), cancellationToken).ConfigureAwait(false);
        return row?.LastKey is { } key ? (Key(table, key), row.Copied) : (null, row?.Copied ?? 0);
    }

    public static async Task WriteAsync(DbConnection connection, DbTransaction transaction, string name, IReadOnlyList<object?> key, long copied, CancellationToken cancellationToken)
    {
        var parameters = new { name, lastKey = JsonSerializer.Serialize(key), copied };
        var changed = await connection.ExecuteAsync(new CommandDefinition(Update, parameters, transaction, cancellationToken: cancellationToken)).ConfigureAwait(false);
        if (changed == 0)
            await connection.ExecuteAsync(new CommandDefinition(Insert, parameters, transaction, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    private static List<object> Key(CopyTable table, string json) =>
        [.. JsonSerializer.Deserialize<JsonElement[]>(json)!.Select((part, index) => table.Columns[table.Key[index]].Type == typeof(long) ? (object)part.GetInt64() : part.GetString()!)];

    private sealed class Row
    {
        public string? LastKey { get; init; }

        public long Copied { get; init; }
    }
}
