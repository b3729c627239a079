using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;
using Motics.Support.Data.Incidents;

namespace Motics.Support.Data.Tests.Incidents;

public sealed class IncidentStoreTests
{
    private static readonly DateTimeOffset Start = TemporaryDatabase.Start;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Save_Changed_IsOneIncidentAsItIsNow()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync();
        var store = new IncidentStore(temporary.Database, temporary.Clock);
        var incident = new Incident("i1", Ehr.Cliniko, "au2", IncidentStatus.Suspected, Start.AddMilliseconds(-1), null, "34 clinics at once");
        await store.SaveAsync(incident, Cancel);
        var confirmed = incident with { Status = IncidentStatus.Confirmed, Evidence = "status page" };
        await store.SaveAsync(confirmed, Cancel);
        Assert.Equal([confirmed], await store.ListAsync(10, Cancel));
        Assert.Equal([confirmed], await store.ActiveAsync(Cancel));
    }

    [Fact]
    public async Task Active_OverAndEndedAndNotBegun_AreNotAmongThem()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync();
        var store = new IncidentStore(temporary.Database, temporary.Clock);
        await store.SaveAsync(new Incident("over", Ehr.Nookal, null, IncidentStatus.Over, Start.AddHours(-3), Start.AddHours(-1), "x"), Cancel);
        await store.SaveAsync(new Incident("ended", Ehr.Nookal, null, IncidentStatus.Confirmed, Start.AddHours(-3), Start, "x"), Cancel);
        await store.SaveAsync(new Incident("later", Ehr.Nookal, null, IncidentStatus.Confirmed, Start.AddHours(1), null, "x"), Cancel);
        Assert.Empty(await store.ActiveAsync(Cancel));
        Assert.Equal(["later", "over", "ended"], (await store.ListAsync(10, Cancel)).Select(incident => incident.Id));
    }
}
