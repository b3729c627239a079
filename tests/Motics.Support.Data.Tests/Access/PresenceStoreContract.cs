using Motics.Support.Core.Tickets;
using Motics.Support.Data.Access;

namespace Motics.Support.Data.Tests.Access;

public abstract class PresenceStoreContract(Engine engine)
{
    private const string Page = "ticket:1043";

    private static readonly Person Ana = new("ana", "Ana");
    private static readonly Person Bo = new("bo", "Bo");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Say_OthersOnThePage_AreNamedOnceAndNotMyself()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync(engine);
        var store = new PresenceStore(temporary.Database, temporary.Clock);
        Assert.Empty(await store.SayAsync(Page, "a1", Ana, Cancel));
        Assert.Empty(await store.SayAsync(Page, "a2", Ana, Cancel));
        Assert.Empty(await store.SayAsync("ticket:1", "c1", new Person("cy", "Cy"), Cancel));

        Assert.Equal([Ana], await store.SayAsync(Page, "b1", Bo, Cancel));
        Assert.Equal([Bo], await store.OthersAsync(Page, Ana, Cancel));
        Assert.Equal([Ana, Bo], await store.OthersAsync(Page, new Person("cy", "Cy"), Cancel));
    }

    [Fact]
    public async Task Leave_OneOfTwoPages_ThePersonIsStillThere()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync(engine);
        var store = new PresenceStore(temporary.Database, temporary.Clock);
        await store.SayAsync(Page, "a1", Ana, Cancel);
        await store.SayAsync(Page, "a2", Ana, Cancel);

        await store.LeaveAsync(Page, "a1", Cancel);
        Assert.Equal([Ana], await store.OthersAsync(Page, Bo, Cancel));
        await store.LeaveAsync(Page, "a2", Cancel);
        Assert.Empty(await store.OthersAsync(Page, Bo, Cancel));
    }

    [Fact]
    public async Task Say_NotAgainInTime_IsOverAndForgotten()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync(engine);
        var store = new PresenceStore(temporary.Database, temporary.Clock);
        await store.SayAsync(Page, "a1", Ana, Cancel);
        temporary.Clock.Advance(PresenceStore.Lease / 2);
        await store.SayAsync(Page, "a1", Ana, Cancel);
        temporary.Clock.Advance(PresenceStore.Lease / 2);
        Assert.Equal([Ana], await store.OthersAsync(Page, Bo, Cancel));

        temporary.Clock.Advance(PresenceStore.Lease / 2);

        Assert.Empty(await store.SayAsync(Page, "b1", Bo, Cancel));
        Assert.Equal([Bo], await store.SayAsync(Page, "a1", Ana, Cancel));
    }
}

public sealed class PresenceStoreOnSqlite() : PresenceStoreContract(Engine.Sqlite);

public sealed class PresenceStoreOnSqlServer() : PresenceStoreContract(Engine.SqlServer);
