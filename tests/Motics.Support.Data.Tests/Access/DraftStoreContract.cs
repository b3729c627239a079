using Motics.Support.Data.Access;

namespace Motics.Support.Data.Tests.Access;

public abstract class DraftStoreContract(Engine engine)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Save_Twice_KeepsTheNewestOfThatPersonAndKey()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync(engine);
        var store = new DraftStore(temporary.Database, temporary.Clock);
        await store.SaveAsync("anna", "ticket:1:note", "Hel", Cancel);
        await store.SaveAsync("anna", "ticket:1:note", "Hello", Cancel);
        await store.SaveAsync("ben", "ticket:1:note", "Other", Cancel);
        Assert.Equal("Hello", await store.FindAsync("anna", "ticket:1:note", Cancel));
        Assert.Equal("Other", await store.FindAsync("ben", "ticket:1:note", Cancel));
        Assert.Null(await store.FindAsync("anna", "ticket:2:note", Cancel));
    }

    [Fact]
    public async Task Save_Address_IsMasked()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync(engine);
        var store = new DraftStore(temporary.Database, temporary.Clock);
        var kept = await store.SaveAsync("anna", "k", "write to jane" + "@clinic.example", Cancel);
        Assert.DoesNotContain("jane", kept, StringComparison.Ordinal);
        Assert.Equal(kept, await store.FindAsync("anna", "k", Cancel));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Save_Blank_ForgetsTheDraft(string blank)
    {
        await using var temporary = await TemporaryDatabase.CreateAsync(engine);
        var store = new DraftStore(temporary.Database, temporary.Clock);
        await store.SaveAsync("anna", "k", "text", Cancel);
        await store.SaveAsync("anna", "k", blank, Cancel);
        Assert.Null(await store.FindAsync("anna", "k", Cancel));
    }

    [Fact]
    public async Task Save_FarTooLong_IsCut()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync(engine);
        var store = new DraftStore(temporary.Database, temporary.Clock);
        var text = string.Concat(Enumerable.Repeat("word ", DraftStore.Longest));
        Assert.Equal(DraftStore.Longest, (await store.SaveAsync("anna", "k", text, Cancel)).Length);
    }

    [Fact]
    public async Task Purge_Old_LeavesTheNewer()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync(engine);
        var store = new DraftStore(temporary.Database, temporary.Clock);
        await store.SaveAsync("anna", "old", "text", Cancel);
        temporary.Clock.Advance(TimeSpan.FromDays(30));
        await store.SaveAsync("anna", "new", "text", Cancel);
        Assert.Equal(1, await store.PurgeAsync(temporary.Clock.GetUtcNow().AddDays(-1), Cancel));
        Assert.NotNull(await store.FindAsync("anna", "new", Cancel));
        Assert.Null(await store.FindAsync("anna", "old", Cancel));
    }
}

public sealed class DraftStoreOnSqlite() : DraftStoreContract(Engine.Sqlite);

public sealed class DraftStoreOnSqlServer() : DraftStoreContract(Engine.SqlServer);
