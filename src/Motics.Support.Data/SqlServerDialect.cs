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
using Motics.Support.Data.Events.Statements;
using Motics.Support.Data.Organisations;

namespace Motics.Support.Data;

/// <summary>SQL Server and Azure SQL through Microsoft.Data.SqlClient; the engine itself orders its writers.</summary>
internal class SqlServerDialect(string connectionString) : Dialect
{
    /// <summary>The collation of every text column: compares by code unit, as the program does, whatever the server's own is.</summary>
    public const string Collation = "Latin1_General_100_BIN2";

    // Deadlock victim, lock timeout, timeout, a connection that broke or could not be made; a database that is being recovered, moved to another replica
    // or still read-only there; a server that goes down or comes up, or is short of memory; and what Azure SQL documents as passing: failover, throttling.
    private static readonly FrozenSet<int> Passing = new[]
    {
        1205, 1222, -2, -1, 2, 20, 35, 53, 64, 121, 233, 258, 596, 615, 617, 669, 701, 802, 921, 922, 926, 952, 976, 978, 979, 983, 997, 1203, 1204, 1221,
        3906, 3935, 3960, 4060, 4221, 6005, 8628, 8645, 8651, 10053, 10054, 10060, 10061, 10922, 10928, 10929, 10936, 11001, 17142, 17147, 17197, 18401,
        40020, 40143, 40166, 40197, 40501, 40540, 40613, 42108, 42109, 49918, 49919, 49920,
    }.ToFrozenSet();

    // No room left in a file group or in the log, failed disk, offline, a secondary that serves nobody, sign-in refused. Out of memory and read only pass
    // more often than not, and come to the same when they do not.
    private static readonly FrozenSet<int> Unusable = new[]
    {
        823, 824, 825, 927, 942, 945, 982, 1101, 1105, 3908, 4064, 8902, 9001, 9002, 18456, 18461, 18486, 18487, 18488,
    }.ToFrozenSet();

    private const int BulkTimeoutSeconds = 300;

    // Says by its result, not by an error, that it waited in vain.
    private const string TakeMigrationLock = """
        DECLARE @result int;
        EXEC @result = sp_getapplock @Resource = N'motics-support-migration', @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = 300000;
        SELECT @result;
        """;

    // By name: on Azure SQL the two numbers of a database differ.
    private const string SnapshotIsOn = "SELECT CAST(is_read_committed_snapshot_on AS int) FROM sys.databases WHERE name = DB_NAME()";

    private const string SnapshotAdvice = "READ_COMMITTED_SNAPSHOT is off: whoever reads waits for whoever writes. With nobody connected, run: ";

    // Outside of TLS the client's own network layer fails on long texts whose packets arrive in pieces.
    private const string EncryptAdvice =
        "The connection is not encrypted: what is known of clinics can be read on the way, and reading long texts may fail. Set Encrypt=true in the " +
        "connection string; where the server has no certificate that is trusted here, add TrustServerCertificate=true.";

    public override string Engine => "sqlserver";

    internal override bool IsShared => true;

    public override string Take => "OFFSET 0 ROWS FETCH NEXT @take ROWS ONLY";

    // UPDLOCK: two readers that both mean to write must not both hold a shared lock. HOLDLOCK: nor may a row appear between.
    public override string ForUpdate => "WITH (UPDLOCK, HOLDLOCK)";

    // Not LIKE: its escapes mean different things to different engines that take this T-SQL.
    internal override string Contains(string column) => $"CHARINDEX(@part, {column}) > 0";

    internal override string TableExists => "SELECT COUNT_BIG(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = SCHEMA_NAME() AND TABLE_NAME = @name";

    internal override SearchStatements Search => SearchStatements.SqlServer;

    internal override StatementSet Statements(DbConnection connection, DbTransaction transaction) =>
        new SqlServerStatementSet((SqlConnection)connection, (SqlTransaction)transaction);

    public override bool IsTransient(DbException exception) => exception is SqlException sql && Passing.Contains(sql.Number);

    public override bool IsUnusable(DbException exception) => exception is SqlException sql && Unusable.Contains(sql.Number);

    public override bool IsDamage(DbException exception) => exception is SqlException { Number: 823 or 824 or 825 or 8902 };

    // A failover takes some ten seconds, and is over then.
    internal override TimeSpan Patience => Database.LongPatience;

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

    internal override ValueTask<IDisposable?> EnterWriterAsync(TimeSpan patience, CancellationToken cancellationToken) => ValueTask.FromResult<IDisposable?>(Nothing.Instance);

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
        var advice = new List<string>();
        if (isOn != 1)
            advice.Add(SnapshotAdvice + $"ALTER DATABASE [{connection.Database.Replace("]", "]]", StringComparison.Ordinal)}] SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;");
        if (new SqlConnectionStringBuilder(connectionString).Encrypt == SqlConnectionEncryptOption.Optional)
            advice.Add(EncryptAdvice);
        return advice;
    }

    internal override void ClearPool()
    {
        using var connection = new SqlConnection(connectionString);
        SqlConnection.ClearPool(connection);
    }
}
