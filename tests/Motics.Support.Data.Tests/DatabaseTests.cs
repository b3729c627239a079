using Dapper;
using Motics.Support.Data.Migrations;

namespace Motics.Support.Data.Tests;

public sealed class DatabaseTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Database_Migrated_IsCurrent()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync();
        var status = await new Migrator(temporary.Database, temporary.Clock).StatusAsync(Cancel);
        Assert.True(status.IsCurrent);
        Assert.NotEmpty(status.Applied);
    }

    [Fact]
    public async Task Database_Opened_HasDurableSettings()
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
}
