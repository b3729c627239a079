using Dapper;
using Microsoft.Data.Sqlite;

namespace Motics.Support.Data.Tests;

/// <summary>What is SQLite's own.</summary>
public sealed class DatabaseTests
{
    private const string Insert = "INSERT INTO lease (name, holder, until_at) VALUES (@name, 'here', 1)";
    private const string Count = "SELECT COUNT(*) FROM lease";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Opened_Settings_AreDurableAndStrict()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync();
        var settings = await temporary.Database.ReadAsync(async connection => new[]
        {
            await connection.ExecuteScalarAsync<string>("PRAGMA journal_mode"),
            await connection.ExecuteScalarAsync<string>("PRAGMA synchronous"),
            await connection.ExecuteScalarAsync<string>("PRAGMA foreign_keys"),
        }, Cancel);
        Assert.Equal(["wal", "2", "1"], settings);
    }

    [Fact]
    public async Task Opened_FolderMissing_IsMade()
    {
        using var folder = new TemporaryFolder();
        using var database = new Database(DatabaseOptions.SqliteFile(Path.Combine(folder.Path, "deep", "er", "x.db")));
        Assert.Equal(1, await database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("SELECT 1"), Cancel));
    }

    [Fact]
    public async Task Write_ManyAtOnceThroughTwoInstances_LosesNone()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync();
        using var other = temporary.Open();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(index => Task.Run(() => (index % 2 == 0 ? temporary.Database : other).WriteAsync(async (connection, transaction) =>
        {
            // Reads first: a deferred transaction would fail here as soon as another one wrote in between.
            var before = await connection.ExecuteScalarAsync<int>(Count, transaction: transaction);
            await connection.ExecuteAsync(Insert, new { name = $"n{before}" }, transaction);
        }, Cancel), Cancel)));
        Assert.Equal(40, await CountAsync(temporary.Database));
    }

    [Fact]
    public async Task Write_AnotherProcessHoldsTheFile_WaitsForIt()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync();
        await using var outsider = new SqliteConnection($"Data Source={temporary.File};Pooling=false");
        await outsider.OpenAsync(Cancel);
        var held = outsider.BeginTransaction();
        outsider.Execute(Insert, new { name = "outsider" }, held);
        var waiting = Task.Run(() => temporary.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(Insert, new { name = "us" }, transaction), Cancel), Cancel);
        Assert.False(waiting.IsCompleted);
        held.Commit();
        await waiting;
        Assert.Equal(2, await CountAsync(temporary.Database));
    }

    [Fact]
    public async Task Read_CancelledWhileItRuns_StopsTheStatement()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync();
        using var source = new CancellationTokenSource();
        const string Endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + cancel_now() FROM n) SELECT MAX(i) FROM n";
        var reading = temporary.Database.ReadAsync(connection =>
        {
            ((SqliteConnection)connection).CreateFunction("cancel_now", () =>
            {
                source.Cancel();
                return 1L;
            });
            return connection.ExecuteScalarAsync<long>(Endless);
        }, source.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Theory]
    [InlineData("PRAGMA max_page_count = 1", "full")]
    [InlineData("PRAGMA query_only = ON", "readonly")]
    public async Task Write_NoRoomOrReadOnly_IsUnavailableAtOnceAndKeepsNothing(string trouble, string cause)
    {
        await using var temporary = await TemporaryDatabase.CreateAsync();
        var attempts = 0;

        var failure = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => temporary.Database.WriteAsync(async (connection, transaction) =>
        {
            attempts++;
            await connection.ExecuteAsync(Insert, new { name = "before" }, transaction);
            await connection.ExecuteAsync(trouble, transaction: transaction);
            await connection.ExecuteAsync(Insert, Enumerable.Range(0, 200).Select(index => new { name = $"{index}{new string('n', 4000)}" }), transaction);
        }, Cancel));

        Assert.Equal(1, attempts);
        Assert.Contains(cause, failure.InnerException?.Message, StringComparison.Ordinal);
        SqliteConnection.ClearAllPools();
        Assert.Equal(0, await CountAsync(temporary.Database));
        await temporary.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(Insert, new { name = "after" }, transaction), Cancel);
        Assert.Equal(1, await CountAsync(temporary.Database));
    }

    private static Task<int> CountAsync(Database database) => database.ReadAsync(connection => connection.ExecuteScalarAsync<int>(Count), Cancel);
}
