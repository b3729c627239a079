using System.Collections.Frozen;
using System.Data.Common;
using Dapper;
using DbUp;
using DbUp.Builder;
using Microsoft.Data.SqlClient;
using Motics.Support.Data.Events;
using Motics.Support.Data.Organisations;

namespace Motics.Support.Data;

/// <summary>SQL Server and Azure SQL through Microsoft.Data.SqlClient; the engine itself orders its writers.</summary>
internal sealed class SqlServerDialect(string connectionString) : Dialect
{
    // Deadlock victim, lock timeout, and the numbers Azure SQL documents as passing: failover, throttling, unreachable.
    private static readonly FrozenSet<int> Passing = new[]
    {
        1205, 1222, -2, 20, 64, 233, 997, 4060, 4221, 10053, 10054, 10060, 10928, 10929, 40143, 40197, 40501, 40540, 40613, 49918, 49919, 49920,
    }.ToFrozenSet();

    public override string Engine => "sqlserver";

    public override string Take => "OFFSET 0 ROWS FETCH NEXT @take ROWS ONLY";

    // UPDLOCK: two readers that both mean to write must not both hold a shared lock. HOLDLOCK: nor may a row appear between.
    public override string ForUpdate => "WITH (UPDLOCK, HOLDLOCK)";

    internal override string TableExists => "SELECT COUNT_BIG(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = SCHEMA_NAME() AND TABLE_NAME = @name";

    internal override SearchStatements Search => SearchStatements.SqlServer;

    internal override StatementSet Statements(DbConnection connection, DbTransaction transaction) =>
        new SqlServerStatementSet((SqlConnection)connection, (SqlTransaction)transaction);

    public override bool IsTransient(DbException exception) => exception is SqlException sql && Passing.Contains(sql.Number);

    public override bool IsUniqueViolation(DbException exception) => exception is SqlException { Number: 2601 or 2627 };

    // SqlClient reports a cancelled command as number 0 of class 11.
    internal override bool IsInterrupted(DbException exception) => exception is SqlException { Number: 0, Class: 11 };

    internal override DbConnection Create() => new SqlConnection(connectionString);

    internal override Task PrepareAsync(DbConnection connection, CancellationToken cancellationToken) => Task.CompletedTask;

    internal override async Task<IAsyncDisposable> LockMigrationAsync(CancellationToken cancellationToken)
    {
        // Owned by the session: closing the connection gives it back, and so does a process that dies.
        var connection = new SqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new CommandDefinition(
            "EXEC sp_getapplock @Resource = N'motics-support-migration', @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = 300000",
            commandTimeout: 310, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return connection;
    }

    internal override UpgradeEngineBuilder Upgrade() => DeployChanges.To.SqlDatabase(connectionString).WithExecutionTimeout(TimeSpan.FromHours(1));

    internal override ValueTask<IDisposable> EnterWriterAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IDisposable>(Nothing.Instance);

    // The client cancels by itself: every command is given the token.
    internal override IDisposable StopWhenCancelled(DbConnection connection, CancellationToken cancellationToken) => Nothing.Instance;

    internal override void ClearPool()
    {
        using var connection = new SqlConnection(connectionString);
        SqlConnection.ClearPool(connection);
    }
}
