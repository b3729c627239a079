using Dapper;

namespace Motics.Support.Data.Tests;

public abstract class DatabaseContract(Engine engine)
{
    private const string Insert = "INSERT INTO lease (name, holder, until_at) VALUES (@name, 'here', 1)";
    private const string Count = "SELECT COUNT(*) FROM lease";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Write_Throws_KeepsNothing()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync(engine);
        await Assert.ThrowsAsync<InvalidOperationException>(() => temporary.Database.WriteAsync(async (connection, transaction) =>
        {
            await connection.ExecuteAsync(Insert, new { name = "a" }, transaction);
            throw new InvalidOperationException("in between");
        }, Cancel));
        Assert.Equal(0, await CountAsync(temporary.Database));
    }

    [Fact]
    public async Task Write_CancelledInBetween_KeepsNothing()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync(engine);
        using var source = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => temporary.Database.WriteAsync(async (connection, transaction) =>
        {
            await connection.ExecuteAsync(Insert, new { name = "a" }, transaction);
            await source.CancelAsync();
        }, source.Token));
        Assert.Equal(0, await CountAsync(temporary.Database));
    }

    [Fact]
    public async Task Read_SecondInstance_SeesWhatWasCommitted()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync(engine);
        await temporary.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(Insert, new { name = "a" }, transaction), Cancel);
        using var other = temporary.Open();
        Assert.Equal(1, await CountAsync(other));
    }

    [Fact]
    public async Task Write_CallerGoneBefore_BeginsNothing()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync(engine);
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => temporary.Database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(Insert, new { name = "a" }, transaction), gone.Token));
        Assert.Equal(0, await CountAsync(temporary.Database));
    }

    [Fact]
    public async Task Write_SameKeyThroughTwoInstancesAtOnce_IsOneRowAndNobodyFails()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync(engine);
        using var other = temporary.Open();
        var found = await Task.WhenAll(Enumerable.Range(0, 12).Select(index => Task.Run(() => (index % 2 == 0 ? temporary.Database : other).WriteAsync(async (connection, transaction) =>
        {
            var known = await connection.ExecuteScalarAsync<int>(Count, transaction: transaction);
            return known > 0 ? 0 : await connection.ExecuteAsync(Insert, new { name = "a" }, transaction);
        }, Cancel), Cancel)));
        Assert.Equal(1, found.Sum());
        Assert.Equal(1, await CountAsync(temporary.Database));
    }

    [Fact]
    public async Task Write_SameKeyTwice_SaysThatItIsThere()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync(engine);
        Task<int> InsertAsync() => temporary.Database.WriteAsync<int>((connection, transaction) => connection.ExecuteAsync(Insert, new { name = "a" }, transaction), Cancel);
        await InsertAsync();
        var failure = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(InsertAsync);
        Assert.True(temporary.Database.Dialect.IsUniqueViolation(failure));
    }

    // A character of its own marks, right to left, nothing visible, and what text columns are cut at elsewhere; then two code units a character.
    [Theory]
    [InlineData("oë\u0301 Straße שלום\u200b 'x' \\ %_[ \r\n\t", 20_000)]
    [InlineData("𝒵 🙂 oë", 20)]
    [InlineData("𝒵 🙂 oë", 40_000)]
    public async Task Write_TextOfAnySortAndLength_ReadsBackTheSame(string part, int times)
    {
        await using var temporary = await TemporaryDatabase.CreateAsync(engine);
        var text = string.Concat(Enumerable.Repeat(part, times));
        await temporary.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(
            "INSERT INTO draft (actor, draft_key, body, saved_at) VALUES (@text, 'k', @body, 0)", new { text = text[..100], body = text }, transaction), Cancel);
        Assert.Equal(text, await temporary.Database.ReadAsync(connection => connection.ExecuteScalarAsync<string>(
            "SELECT body FROM draft WHERE actor = @text", new { text = text[..100] }), Cancel));
    }

    [Theory]
    [InlineData("a", "A")]
    [InlineData("e", "é")]
    [InlineData("ss", "ß")]
    public async Task Write_KeysThatDifferInCaseOrAccent_AreTwo(string one, string other)
    {
        await using var temporary = await TemporaryDatabase.CreateAsync(engine);
        await temporary.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(Insert, new[] { new { name = one }, new { name = other } }, transaction), Cancel);
        Assert.Equal(2, await CountAsync(temporary.Database));
    }

    private static Task<int> CountAsync(Database database) => database.ReadAsync(connection => connection.ExecuteScalarAsync<int>(Count), Cancel);
}

public sealed class DatabaseOnSqlite() : DatabaseContract(Engine.Sqlite);

public sealed class DatabaseOnSqlServer() : DatabaseContract(Engine.SqlServer);
