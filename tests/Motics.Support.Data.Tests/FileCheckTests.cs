using Dapper;
using Microsoft.Data.Sqlite;

namespace Motics.Support.Data.Tests;

public sealed class FileCheckTests
{
    private const int PageBytes = 4096;

    private static readonly TimeSpan Time = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_AllWell_FindsNothing()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync();

        Assert.Null(await new FileCheck(temporary.Database).RunAsync(Time, Cancel));
        Assert.Null(temporary.Database.Damage);
    }

    [Fact]
    public async Task Run_PagesOverwritten_NamesTheTableUntilTheyAreWhole()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync();
        await FillAsync(temporary);
        var (file, check) = (temporary.Database.Options.File!, new FileCheck(temporary.Database));
        var whole = await File.ReadAllBytesAsync(file, Cancel);
        await BreakAsync(file);

        var found = await check.RunAsync(Time, Cancel);

        Assert.StartsWith("draft: ", found, StringComparison.Ordinal);
        Assert.Equal(found, temporary.Database.Damage);
        await File.WriteAllBytesAsync(file, whole, Cancel);
        Assert.Null(await check.RunAsync(Time, Cancel));
        Assert.Null(temporary.Database.Damage);
    }

    [Fact]
    public async Task Run_NoTime_KeepsWhatWasFoundBefore()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync();
        temporary.Database.Damage = "found before";

        Assert.Equal("found before", await new FileCheck(temporary.Database).RunAsync(TimeSpan.Zero, Cancel));
    }

    [Fact]
    public async Task Read_OfABrokenPage_IsRememberedWithoutACheck()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync();
        await FillAsync(temporary);
        await BreakAsync(temporary.Database.Options.File!);

        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => temporary.Database.ReadAsync(connection => connection.QueryAsync<string>("SELECT body FROM draft"), Cancel));

        Assert.NotNull(temporary.Database.Damage);
    }

    [Fact]
    public async Task Backup_OfBrokenPages_IsRefusedAndLeavesNothing()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync();
        await FillAsync(temporary);
        await BreakAsync(temporary.Database.Options.File!);
        var folder = Directory.CreateDirectory(Path.Combine(temporary.Folder, "copies")).FullName;

        var outcome = await new Backup(temporary.Database).WriteAsync(Path.Combine(folder, "copy.db"), Cancel);

        Assert.False(outcome.Done);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    private static async Task FillAsync(TemporaryDatabase temporary)
    {
        await temporary.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) INSERT INTO draft SELECT 'a', 'k' || i, printf('%.1000c', 'x'), 0 FROM n", transaction: transaction), Cancel);
        await temporary.Database.ReadAsync(connection => connection.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)"), Cancel);
    }

    // Every page that holds rows of the table, behind the back of whoever has it open.
    private static async Task BreakAsync(string file)
    {
        SqliteConnection.ClearAllPools();
        var bytes = await File.ReadAllBytesAsync(file, Cancel);
        var rows = Enumerable.Repeat((byte)'x', 200).ToArray();
        var broken = 0;
        for (var page = PageBytes; page < bytes.Length; page += PageBytes)
        {
            if (bytes.AsSpan(page, PageBytes).IndexOf(rows) >= 0)
            {
                bytes.AsSpan(page, PageBytes).Clear();
                broken++;
            }
        }

        await File.WriteAllBytesAsync(file, bytes, Cancel);
        Assert.True(broken > 50);
    }
}
