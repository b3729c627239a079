using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Data.Common;
using DbUp;
using DbUp.Builder;
using Microsoft.Data.Sqlite;
using Motics.Support.Data.Copying;
using Motics.Support.Data.Events;
using Motics.Support.Data.Events.Statements;
using Motics.Support.Data.Organisations;

namespace Motics.Support.Data;

/// <summary>
/// SQLite: write-ahead log, so that readers never wait for the writer; FULL, so that what was acknowledged survives a power
/// cut; one writer at a time in the process (an asynchronous queue instead of threads that sleep on BUSY).
/// </summary>
internal class SqliteDialect : Dialect
{
    // BUSY and LOCKED: another process writes. INTERRUPT: we stopped the statement ourselves.
    private const int Busy = 5;
    private const int Locked = 6;
    private const int Interrupt = 9;
    private const int Corrupt = 11;
    private const int NotADatabase = 26;
    private const int Constraint = 19;
    private const int ConstraintPrimaryKey = 1555;
    private const int ConstraintUnique = 2067;

    // PERM, NOMEM, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, PROTOCOL, AUTH, NOTADB: about the file and its disk, not about the statement.
    private static readonly FrozenSet<int> Unusable = new[] { 3, 7, 8, 10, 11, 13, 14, 15, 23, 26 }.ToFrozenSet();

    // A larger log before a checkpoint (8,000 pages, 32 MiB) makes batches about 1.5 times faster than the default of 1,000.
    private const string ConnectionSettings =
        "PRAGMA busy_timeout = 100; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 8000; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY;";

    private const string WriteAheadLog = "PRAGMA journal_mode = WAL;";

    // By file, not by instance: two databases on one file must share the turn.
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Writers = new(StringComparer.Ordinal);

    private readonly string connectionString;
    private readonly string file;
    private bool logIsOn;

    public SqliteDialect(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = 1, Pooling = true };
        file = builder.DataSource = Path.GetFullPath(builder.DataSource);
        this.connectionString = builder.ToString();
    }

    public override string Engine => "sqlite";

    internal override bool IsShared => false;

    public override string Take => "LIMIT @take";

    public override string ForUpdate => "";

    internal override string Contains(string column) => $"instr({column}, @part) > 0";

    internal override string TableExists => "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = @name";

    internal override SearchStatements Search => SearchStatements.Sqlite;

    internal override StatementSet Statements(DbConnection connection, DbTransaction transaction) => new SqliteStatementSet((SqliteConnection)connection);

    public override bool IsTransient(DbException exception) => exception is SqliteException { SqliteErrorCode: Busy or Locked };

    public override bool IsUnusable(DbException exception) => exception is SqliteException sqlite && Unusable.Contains(sqlite.SqliteErrorCode);

    public override bool IsDamage(DbException exception) => exception is SqliteException { SqliteErrorCode: Corrupt or NotADatabase };

    // Only another program can hold it: with the second that a statement tries by itself, people are told within three seconds.
    internal override TimeSpan Patience { get; } = TimeSpan.FromSeconds(0.5);

    public override bool IsUniqueViolation(DbException exception) =>
        exception is SqliteException { SqliteErrorCode: Constraint, SqliteExtendedErrorCode: ConstraintPrimaryKey or ConstraintUnique };

    internal override bool IsInterrupted(DbException exception) => exception is SqliteException { SqliteErrorCode: Interrupt };

    internal override DbConnection Create()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return new SqliteConnection(connectionString);
    }

    internal override async Task PrepareAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = logIsOn ? ConnectionSettings : ConnectionSettings + WriteAheadLog;
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        logIsOn = true;
    }

    // A migration runs in one IMMEDIATE transaction, and reads the journal inside it: a second process waits at its BEGIN and finds nothing to do.
    internal override Task<IAsyncDisposable> LockMigrationAsync(CancellationToken cancellationToken) => Task.FromResult<IAsyncDisposable>(Nothing.Instance);

    internal override UpgradeEngineBuilder Upgrade() =>
        DeployChanges.To.SqliteDatabase(new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = 300, Pooling = false }.ToString());

    internal override async ValueTask<IDisposable?> EnterWriterAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var writer = Writers.GetOrAdd(file, _ => new SemaphoreSlim(1, 1));
        return await writer.WaitAsync(patience, cancellationToken).ConfigureAwait(false) ? new Turn(writer) : null;
    }

    internal override IDisposable StopWhenCancelled(DbConnection connection, CancellationToken cancellationToken) =>
        cancellationToken.Register(static state => SQLitePCL.raw.sqlite3_interrupt(((SqliteConnection)state!).Handle), connection);

    internal override async Task InsertAsync(DbConnection connection, DbTransaction transaction, CopyTable table, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        var names = table.Columns.Select(column => column.Name).ToList();
        command.CommandText = $"INSERT INTO {table.Name} ({string.Join(", ", names)}) VALUES ({string.Join(", ", names.Select(name => $"@{name}"))})";
        foreach (var name in names)
            command.Parameters.Add(new SqliteParameter($"@{name}", null));
        foreach (var row in rows)
        {
            for (var index = 0; index < row.Length; index++)
                command.Parameters[index].Value = row[index] ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    internal override Task<IReadOnlyList<string>> AdviceAsync(DbConnection connection, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    internal override void ClearPool()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private sealed class Turn(SemaphoreSlim writer) : IDisposable
    {
        public void Dispose() => writer.Release();
    }
}
