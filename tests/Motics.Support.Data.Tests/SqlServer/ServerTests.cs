using Dapper;
using Microsoft.Data.SqlClient;
using Motics.Support.Data.Events;
using Motics.Support.Data.Events.Statements;

namespace Motics.Support.Data.Tests.SqlServer;

/// <summary>What only a server can do wrong, on one.</summary>
public sealed class ServerTestsOnSqlServer
{
    // Minutes of work anywhere.
    private const string Endless = "SELECT COUNT_BIG(*) FROM sys.all_columns a CROSS JOIN sys.all_columns b CROSS JOIN sys.all_columns c WHERE a.name + b.name = c.name";

    private static readonly Parameter[] IdentityColumns =
        [new("@n", ValueKind.Whole), new("@source", ValueKind.Text), new("@event_id", ValueKind.Text), new("@seen_at", ValueKind.Whole)];

    // Answers rows first, as the intake of events does, and only then fails: one identity twice.
    private static readonly RowWrite FailsAfterRows = new(
        "SELECT 1",
        """
        SELECT r.n FROM @rows r;
        INSERT INTO event_identity (source, event_id, seen_at) SELECT r.source, r.event_id, r.seen_at FROM @rows r;
        INSERT INTO event_identity (source, event_id, seen_at) SELECT r.source, r.event_id, r.seen_at FROM @rows r;
        """,
        "event_identity_row",
        IdentityColumns);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_CancelledWhileItRuns_StopsTheStatement()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync(Engine.SqlServer);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var running = new TaskCompletionSource();
        var reading = temporary.Database.ReadAsync(
            connection =>
            {
                var answer = connection.ExecuteScalarAsync<long>(new CommandDefinition(Endless, commandTimeout: 0, cancellationToken: source.Token));
                running.SetResult();
                return answer;
            },
            source.Token);
        await running.Task;
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task Write_FailureBehindAnswersRows_IsNotSwallowed()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync(Engine.SqlServer);
        var failure = await Assert.ThrowsAsync<SqlException>(() => temporary.Database.WriteAsync<bool[]>(
            (connection, transaction) =>
            {
                using var statements = temporary.Database.Dialect.Statements(connection, transaction);
                return Task.FromResult(statements.AddNew(FailsAfterRows, 1, (_, values) => (values[0], values[1], values[2]) = ("source", "id", 1)));
            },
            Cancel));
        Assert.True(temporary.Database.Dialect.IsUniqueViolation(failure));
        Assert.Equal(0, await temporary.Database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM event_identity"), Cancel));
    }

    [Fact]
    public async Task Read_EveryConnectionInUse_IsUnavailableAndNotAnError()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync(Engine.SqlServer);
        var one = new SqlConnectionStringBuilder(temporary.Database.Options.ConnectionString) { MaxPoolSize = 1, ConnectTimeout = 1 };
        using var database = new Database(new DatabaseOptions(DatabaseProvider.SqlServer, one.ConnectionString));
        await using (await database.OpenAsync(Cancel))
        {
            var failure = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("SELECT 1"), Cancel));
            Assert.False(failure.MayBeKept);
        }

        Assert.Equal(1, await database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("SELECT 1"), Cancel));
    }

    [Fact]
    public async Task Advice_NotEncrypted_SaysWhatToSet()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync(Engine.SqlServer);
        foreach (var encrypt in new[] { SqlConnectionEncryptOption.Optional, SqlConnectionEncryptOption.Mandatory })
        {
            var text = new SqlConnectionStringBuilder(temporary.Database.Options.ConnectionString) { Encrypt = encrypt, TrustServerCertificate = true }.ConnectionString;
            using var database = new Database(new DatabaseOptions(DatabaseProvider.SqlServer, text));
            var advice = await database.AdviceAsync(Cancel);
            Assert.Equal(encrypt == SqlConnectionEncryptOption.Optional, advice.Any(sentence => sentence.Contains("Encrypt=true", StringComparison.Ordinal)));
        }
    }
}
