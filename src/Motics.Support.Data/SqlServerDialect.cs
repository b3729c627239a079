using System.Collections.Frozen;
using System.Data;
using System.Data.Common;
using System.Globalization;
using Dapper;
using DbUp;
using DbUp.Builder;
using Microsoft.Data.SqlClient;
using Motics.Support.Data.Copying;
using Motics.Support.Data.Events;
using Motics.Support.Data.Organisations;

namespace Motics.Support.Data;

/// <summary>SQL Server and Azure SQL through Microsoft.Data.SqlClient; the engine itself orders its writers.</summary>
internal class SqlServerDialect(string connectionString) : Dialect
{
    /// <summary>The collation of every text column: compares by code unit, as the program does, whatever the server's own is.</summary>
    public const string Collation = "Latin1_General_100_BIN2";

    // Deadlock victim, lock timeout, timeout, a connection that broke or could not be made, and the numbers that Azure SQL documents as passing:
    // failover, throttling, out of resources.
    private static readonly FrozenSet<int> Passing = new[]
    {
        1205, 1222, -2, -1, 2, 20, 53, 64, 121, 233, 258, 596, 615, 926, 997, 1204, 3935, 4060, 4221, 10053, 10054, 10060, 10061, 10928, 10929, 11001,
        17197, 35, 40143, 40197, 40501, 40540, 40613, 42108, 42109, 49918, 49919, 49920,
    }.ToFrozenSet();

    // No room left in a file group or in the log, out of memory, failed disk, read only, offline, a secondary that serves nobody, sign-in refused.
    private static readonly FrozenSet<int> Unusable = new[]
    {
        701, 823, 824, 825, 927, 942, 945, 976, 978, 979, 982, 983, 1101, 1105, 3906, 3908, 4064, 8645, 8651, 8902, 9001, 9002, 18456, 18461, 18486, 18487, 18488,
    }.ToFrozenSet();

    private const int BulkTimeoutSeconds = 300;

    // Says by its result, not by an error, that it waited in vain.
    private const string TakeMigrationLock = """
        DECLARE @result int;
        EXEC @result = sp_getapplock @Resource = N'motics-support-migration', @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = 300000;
        SELECT @result;
        """;

    private const string SnapshotIsOn = "SELECT CAST(is_read_committed_snapshot_on AS int) FROM sys.databases WHERE database_id = DB_ID()";

    public override string Engine => "sqlserver";

    internal override bool IsShared => true;

    public override string Take => "OFFSET 0 ROWS FETCH NEXT @take ROWS ONLY";

    // UPDLOCK: two readers that both mean to write must not both hold a shared lock. HOLDLOCK: nor may a row appear between.
    public override string ForUpdate => "WITH (UPDLOCK, HOLDLOCK)";

    internal override string TableExists => "SELECT COUNT_BIG(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = SCHEMA_NAME() AND TABLE_NAME = @name";

    internal override SearchStatements Search => SearchStatements.SqlServer;

    internal override StatementSet Statements(DbConnection connection, DbTransaction transaction) =>
        new SqlServerStatementSet((SqlConnection)connection, (SqlTransaction)transaction);

    public override bool IsTransient(DbException exception) => exception is SqlException sql && Passing.Contains(sql.Number);

    public override bool IsUnusable(DbException exception) => exception is SqlException sql && Unusable.Contains(sql.Number);

    public override bool IsUniqueViolation(DbException exception) => exception is SqlException { Number: 2601 or 2627 };

    // SqlClient reports a cancelled command as number 0 of class 11.
    internal override bool IsInterrupted(DbException exception) => exception is SqlException { Number: 0, Class: 11 };

    internal override DbConnection Create() => new SqlConnection(connectionString);

    internal override Task PrepareAsync(DbConnection connection, CancellationToken cancellationToken) => Task.CompletedTask;

    internal override async Task<IAsyncDisposable> LockMigrationAsync(CancellationToken cancellationToken)
    {
        // Owned by the session, so a process that dies gives it back. Not pooled: a pooled connection that was closed keeps its session, and the lock.
        var connection = new SqlConnection(new SqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            var result = await connection.ExecuteScalarAsync<int>(new CommandDefinition(TakeMigrationLock, commandTimeout: 310, cancellationToken: cancellationToken)).ConfigureAwait(false);
            return result >= 0 ? connection : throw new TimeoutException("Another process has been migrating this database for five minutes. Wait for it, or end it, and start again.");
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    internal override UpgradeEngineBuilder Upgrade() => DeployChanges.To.SqlDatabase(connectionString).WithExecutionTimeout(TimeSpan.FromHours(1));

    internal override ValueTask<IDisposable> EnterWriterAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IDisposable>(Nothing.Instance);

    // The client cancels by itself: every command is given the token.
    internal override IDisposable StopWhenCancelled(DbConnection connection, CancellationToken cancellationToken) => Nothing.Instance;

    internal override async Task InsertAsync(DbConnection connection, DbTransaction transaction, CopyTable table, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken)
    {
        using var data = new DataTable { Locale = CultureInfo.InvariantCulture };
        using var copy = new SqlBulkCopy((SqlConnection)connection, SqlBulkCopyOptions.KeepIdentity | SqlBulkCopyOptions.CheckConstraints, (SqlTransaction)transaction)
        {
            DestinationTableName = table.Name,
            BulkCopyTimeout = BulkTimeoutSeconds,
        };
        foreach (var column in table.Columns)
        {
            data.Columns.Add(column.Name, column.Type);
            copy.ColumnMappings.Add(column.Name, column.Name);
        }
        foreach (var row in rows)
            data.Rows.Add(row);
        await copy.WriteToServerAsync(data, cancellationToken).ConfigureAwait(false);
    }

    internal override async Task<IReadOnlyList<string>> AdviceAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var isOn = await connection.ExecuteScalarAsync<int?>(new CommandDefinition(SnapshotIsOn, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return isOn == 1 ? [] :
        [
            "READ_COMMITTED_SNAPSHOT is off: whoever reads waits for whoever writes. With nobody connected, run: " +
            $"ALTER DATABASE [{connection.Database.Replace("]", "]]", StringComparison.Ordinal)}] SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;",
        ];
    }

    internal override void ClearPool()
    {
        using var connection = new SqlConnection(connectionString);
        SqlConnection.ClearPool(connection);
    }
}
