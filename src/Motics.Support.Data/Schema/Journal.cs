using System.Data;
using System.Data.Common;
using Dapper;
using DbUp.Engine;
using DbUp.Engine.Transactions;

namespace Motics.Support.Data.Schema;

/// <summary>DbUp's list of applied scripts, with the hash of each as it was applied.</summary>
internal sealed class Journal(Func<IConnectionManager> connections, IReadOnlyDictionary<string, string> hashes, TimeProvider clock) : IJournal
{
    private const string SelectApplied = "SELECT script AS Script, hash AS Hash FROM schema_journal";
    private const string InsertApplied = "INSERT INTO schema_journal (script, hash, applied_at) VALUES (@script, @hash, @appliedAt)";

    // The same statement for both engines: the only types in it mean the same in both.
    private const string CreateTable =
        "CREATE TABLE schema_journal (script VARCHAR(200) NOT NULL, hash VARCHAR(64) NOT NULL, applied_at BIGINT NOT NULL, CONSTRAINT pk_schema_journal PRIMARY KEY (script))";

    private const string Table = "schema_journal";

    /// <summary>Makes the table; callers hold the lock.</summary>
    public static async Task EnsureTableAsync(DbConnection connection, DbTransaction transaction, Dialect dialect, CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(connection, transaction, dialect, cancellationToken).ConfigureAwait(false))
        {
            await connection.ExecuteAsync(new CommandDefinition(CreateTable, transaction: transaction, cancellationToken: cancellationToken)).ConfigureAwait(false);
        }
    }

    /// <summary>Applied scripts and their hashes; empty when the database is new.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(DbConnection connection, Dialect dialect, CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(connection, null, dialect, cancellationToken).ConfigureAwait(false))
        {
            return new Dictionary<string, string>();
        }

        var rows = await connection.QueryAsync<Applied>(new CommandDefinition(SelectApplied, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return rows.ToDictionary(row => row.Script, row => row.Hash, StringComparer.Ordinal);
    }

    /// <summary>Notes a step that was done by the program itself.</summary>
    public static Task AddAsync(DbConnection connection, DbTransaction transaction, SchemaScript script, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            InsertApplied, new { script = script.Name, hash = script.Hash, appliedAt = UnixTime.Of(now) }, transaction, cancellationToken: cancellationToken));

    public string[] GetExecutedScripts() =>
        connections().ExecuteCommandsWithManagedConnection(commands =>
        {
            using var command = commands();
            command.CommandText = SelectApplied;
            using var reader = command.ExecuteReader();
            var names = new List<string>();
            while (reader.Read())
            {
                names.Add(reader.GetString(0));
            }

            return names.ToArray();
        });

    public void StoreExecutedScript(SqlScript script, Func<IDbCommand> dbCommandFactory)
    {
        using var command = dbCommandFactory();
        command.CommandText = InsertApplied;
        Add(command, "@script", script.Name);
        Add(command, "@hash", hashes[script.Name]);
        Add(command, "@appliedAt", UnixTime.Of(clock.GetUtcNow()));
        command.ExecuteNonQuery();
    }

    public void EnsureTableExistsAndIsLatestVersion(Func<IDbCommand> dbCommandFactory)
    {
        // Made by EnsureTableAsync, before DbUp starts.
    }

    private static async Task<bool> ExistsAsync(DbConnection connection, DbTransaction? transaction, Dialect dialect, CancellationToken cancellationToken) =>
        await connection.ExecuteScalarAsync<long>(new CommandDefinition(dialect.TableExists, new { name = Table }, transaction, cancellationToken: cancellationToken)).ConfigureAwait(false) > 0;

    private static void Add(IDbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    private sealed class Applied
    {
        public string Script { get; init; } = "";

        public string Hash { get; init; } = "";
    }
}
