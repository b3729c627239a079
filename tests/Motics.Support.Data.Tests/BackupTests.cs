using Dapper;
using Motics.Support.Core;

namespace Motics.Support.Data.Tests;

public sealed class BackupTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Backup_DatabaseInUse_IsAWholeCopy()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync();
        await temporary.Database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync("INSERT INTO lease (name, holder, until_at) VALUES ('a', 'b', 1)", transaction: transaction), Cancel);
        var file = Path.Combine(temporary.Folder, "copies", "copy.db");
        var outcome = await new Backup(temporary.Database).WriteAsync(file, Cancel);
        Assert.True(outcome.Done);
        Assert.Equal(new FileInfo(file).Length, outcome.Value.Bytes);
        Assert.Equal([file], Directory.GetFiles(Path.GetDirectoryName(file)!));
        using var copy = new Database(DatabaseOptions.SqliteFile(file));
        Assert.Equal("b", await copy.ReadAsync(connection => connection.ExecuteScalarAsync<string>("SELECT holder FROM lease"), Cancel));
    }

    [Fact]
    public async Task Backup_FileIsThere_IsRefusedAndLeavesIt()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync();
        var file = Path.Combine(temporary.Folder, "precious.txt");
        await File.WriteAllTextAsync(file, "precious", Cancel);
        var outcome = await new Backup(temporary.Database).WriteAsync(file, Cancel);
        Assert.IsType<Refusal.Conflict>(outcome.Refusal);
        Assert.Equal("precious", await File.ReadAllTextAsync(file, Cancel));
    }
}
