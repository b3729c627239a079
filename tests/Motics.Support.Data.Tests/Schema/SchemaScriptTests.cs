using Dapper;
using Motics.Support.Data.Schema;

namespace Motics.Support.Data.Tests.Schema;

public sealed class SchemaScriptTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Script_OtherLineEndings_HasTheSameHashWhenEmbedded()
    {
        Assert.All(SchemaScript.Embedded("sqlite"), script => Assert.DoesNotContain('\r', script.Sql));
        Assert.NotEqual(new SchemaScript("a", "b").Hash, new SchemaScript("a", "b ").Hash);
    }

    [Fact]
    public void Embedded_BothEngines_HaveTheSameFiles()
    {
        var sqlite = SchemaScript.Embedded("sqlite").Select(script => script.Name).ToList();
        Assert.NotEmpty(sqlite);
        Assert.Equal(sqlite, SchemaScript.Embedded("sqlserver").Select(script => script.Name));
        Assert.All(sqlite, name => Assert.Matches(@"^\d{4}_[a-z_]+\.sql$", name));
    }

    [Fact]
    public async Task Embedded_Sqlite_LeavesNoForeignKeyTrouble()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync();
        Assert.Empty(await temporary.Database.ReadAsync(connection => connection.QueryAsync("PRAGMA foreign_key_check"), Cancel));
    }
}
