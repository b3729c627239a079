using Motics.Support.Data.Access;

namespace Motics.Support.Data.Tests.Access;

public abstract class LeaseStoreContract(Engine engine)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Take_HeldByAnother_WaitsUntilItRunsOut()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync(engine);
        var store = new LeaseStore(temporary.Database, temporary.Clock);
        Assert.True(await store.TryTakeAsync("purge", "node-1", Minute, Cancel));
        Assert.False(await store.TryTakeAsync("purge", "node-2", Minute, Cancel));
        Assert.True(await store.TryTakeAsync("other", "node-2", Minute, Cancel));
        temporary.Clock.Advance(Minute);
        Assert.True(await store.TryTakeAsync("purge", "node-2", Minute, Cancel));
        Assert.False(await store.TryTakeAsync("purge", "node-1", Minute, Cancel));
    }

    [Fact]
    public async Task Take_HeldByMyself_IsRenewed()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync(engine);
        var store = new LeaseStore(temporary.Database, temporary.Clock);
        await store.TryTakeAsync("purge", "node-1", Minute, Cancel);
        temporary.Clock.Advance(Minute / 2);
        Assert.True(await store.TryTakeAsync("purge", "node-1", Minute, Cancel));
        temporary.Clock.Advance(Minute / 2);
        Assert.False(await store.TryTakeAsync("purge", "node-2", Minute, Cancel));
    }

    [Fact]
    public async Task Release_ByTheHolder_FreesItAndByAnotherDoesNot()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync(engine);
        var store = new LeaseStore(temporary.Database, temporary.Clock);
        await store.TryTakeAsync("purge", "node-1", Minute, Cancel);
        await store.ReleaseAsync("purge", "node-2", Cancel);
        Assert.False(await store.TryTakeAsync("purge", "node-2", Minute, Cancel));
        await store.ReleaseAsync("purge", "node-1", Cancel);
        Assert.True(await store.TryTakeAsync("purge", "node-2", Minute, Cancel));
    }

    [Fact]
    public async Task Take_ManyAtOnce_OneHasIt()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync(engine);
        var store = new LeaseStore(temporary.Database, temporary.Clock);
        var taken = await Task.WhenAll(Enumerable.Range(0, 12).Select(node => Task.Run(() => store.TryTakeAsync("purge", $"node-{node}", Minute, Cancel), Cancel)));
        Assert.Single(taken, has => has);
    }
}

public sealed class LeaseStoreOnSqlite() : LeaseStoreContract(Engine.Sqlite);

public sealed class LeaseStoreOnSqlServer() : LeaseStoreContract(Engine.SqlServer);
