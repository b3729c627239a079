using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;
using Motics.Support.Data.Incidents;

namespace Motics.Support.Data.Tests.Incidents;

public abstract class IncidentStoreContract(Engine engine)
{
    private static readonly DateTimeOffset Start = TemporaryDatabase.Start;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Save_Changed_IsOneIncidentAsItIsNow()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync(engine);
        var store = new IncidentStore(temporary.Database, temporary.Clock);
        var incident = new Incident("i1", Ehr.Cliniko, "au2", IncidentStatus.Suspected, Start.AddMilliseconds(-1), null, "34 clinics at once");
        await store.SaveAsync(incident, Cancel);
        var confirmed = incident with { Status = IncidentStatus.Confirmed, Evidence = "status page" };
        await store.SaveAsync(confirmed, Cancel);
        Assert.Equal([confirmed], (await store.ListAsync(new IncidentQuery(), Cancel)).Value!.Items);
        Assert.Equal([confirmed], await store.ActiveAsync(Cancel));
    }

    [Fact]
    public async Task Active_OverAndEndedAndNotBegun_AreNotAmongThem()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync(engine);
        var store = new IncidentStore(temporary.Database, temporary.Clock);
        await store.SaveAsync(new Incident("over", Ehr.Nookal, null, IncidentStatus.Over, Start.AddHours(-3), Start.AddHours(-1), "x"), Cancel);
        await store.SaveAsync(new Incident("ended", Ehr.Nookal, null, IncidentStatus.Confirmed, Start.AddHours(-3), Start, "x"), Cancel);
        await store.SaveAsync(new Incident("later", Ehr.Nookal, null, IncidentStatus.Confirmed, Start.AddHours(1), null, "x"), Cancel);
        Assert.Empty(await store.ActiveAsync(Cancel));
        Assert.Equal(["later", "over", "ended"], (await store.ListAsync(new IncidentQuery(), Cancel)).Value!.Items.Select(incident => incident.Id));
    }

    [Fact]
    public async Task List_NoValueFirstAndAValueAfterwards_ReadsBoth()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync(engine);
        var store = new IncidentStore(temporary.Database, temporary.Clock);
        // A column's type must not be taken from the first row, which has none; times are of the millisecond and UTC.
        var empty = new Incident("b", Ehr.Cliniko, null, IncidentStatus.Confirmed, Start, null, "x");
        var filled = new Incident("a", Ehr.Cliniko, "au2", IncidentStatus.Over, Start.AddMilliseconds(-1), Start.AddMilliseconds(1), "x");
        await store.SaveAsync(filled with { Since = filled.Since.ToOffset(TimeSpan.FromHours(10)) }, Cancel);
        await store.SaveAsync(empty, Cancel);
        var items = (await store.ListAsync(new IncidentQuery(), Cancel)).Value!.Items;
        Assert.Equal([empty, filled], items);
        Assert.All(items, item => Assert.Equal(TimeSpan.Zero, item.Since.Offset));
    }

    [Fact]
    public async Task List_InPages_HoldsEachOnceNewestFirst()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync(engine);
        var store = new IncidentStore(temporary.Database, temporary.Clock);
        // c and b began at one time: the id decides.
        foreach (var (id, hours, ehr) in new[] { ("a", 5, Ehr.Cliniko), ("b", 2, Ehr.Cliniko), ("c", 2, Ehr.Cliniko), ("d", 1, Ehr.Nookal), ("e", 9, Ehr.Cliniko) })
        {
            await store.SaveAsync(new Incident(id, ehr, null, id == "e" ? IncidentStatus.Over : IncidentStatus.Suspected, Start.AddHours(-hours), null, "x"), Cancel);
        }

        Assert.Equal("d c b a e", await WalkAsync(store, new IncidentQuery { Limit = 1 }));
        Assert.Equal("d c b a e", await WalkAsync(store, new IncidentQuery { Limit = 2 }));
        Assert.Equal("c b a", await WalkAsync(store, new IncidentQuery { Limit = 2, Ehrs = [Ehr.Cliniko], Statuses = [IncidentStatus.Suspected, IncidentStatus.Confirmed] }));
        var cursor = (await store.ListAsync(new IncidentQuery { Limit = 1 }, Cancel)).Value!.Next;
        Assert.NotNull((await store.ListAsync(new IncidentQuery { Limit = 1, Ehrs = [Ehr.Cliniko], Cursor = cursor }, Cancel)).Refusal);
        Assert.NotNull((await store.ListAsync(new IncidentQuery { Limit = 201 }, Cancel)).Refusal);
    }

    private static async Task<string> WalkAsync(IncidentStore store, IncidentQuery query)
    {
        var ids = new List<string>();
        do
        {
            var page = (await store.ListAsync(query, Cancel)).Value!;
            ids.AddRange(page.Items.Select(incident => incident.Id));
            query = query with { Cursor = page.Next };
        }
        while (query.Cursor is not null);
        return string.Join(' ', ids);
    }
}

public sealed class IncidentStoreOnSqlite() : IncidentStoreContract(Engine.Sqlite);

public sealed class IncidentStoreOnSqlServer() : IncidentStoreContract(Engine.SqlServer);
