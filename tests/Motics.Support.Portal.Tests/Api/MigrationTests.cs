using System.Text.Json;
using Motics.Support.Portal.Tests.Hosting;

namespace Motics.Support.Portal.Tests.Api;

public sealed class MigrationTests(Hosting.Portal portal) : PortalApiTests(portal)
{
    [Fact]
    public async Task Summary_OfAWave_SaysWhoIsBackAndWhoIsNot()
    {
        using var client = await Portal.AdminAsync();
        var wave = NewId("wave");
        var (back, gone) = (NewId("back"), NewId("out"));
        using var answer = await client.PostEventsAsync(
            Told.Event("organisation.updated", back, new { name = "Back again", ehr = "nookal", nookalRegion = "eu" }, Told.Migrated),
            Told.Event("organisation.migrated", back, new { wave }, Told.Migrated),
            Told.Event("note-push.succeeded", back, new { ehr = "nookal" }, Told.Migrated.AddHours(3)),
            Told.Event("organisation.updated", gone, new { name = "Still out", ehr = "cliniko", clinikoShard = "uk1" }, Told.Migrated),
            Told.Event("organisation.migrated", gone, new { wave }, Told.Migrated));
        Assert.Equal(202, (int)answer.StatusCode);

        var summary = await client.ReadAsync($"/api/v1/migration/summary?wave={wave}");

        Assert.Equal((2, 1, 1), (Int(summary, "organisations"), Int(summary, "reconnected"), Int(summary, "stragglerCount")));
        Assert.Equal((1, 1, 0), (Int(summary.GetProperty("states"), "connected"), Int(summary.GetProperty("states"), "needs-key"), Int(summary.GetProperty("states"), "failing")));
        Assert.Equal(3 * 3600, summary.GetProperty("medianSecondsToReconnect").GetDouble());
        Assert.Equal(["cliniko uk1 1 0", "nookal eu 1 1"], summary.GetProperty("byEhrAndRegion").EnumerateArray()
            .Select(place => $"{place.GetProperty("ehr")} {place.GetProperty("region")} {place.GetProperty("organisations")} {place.GetProperty("reconnected")}").Order(StringComparer.Ordinal));
        var straggler = Assert.Single(summary.GetProperty("stragglers").EnumerateArray());
        Assert.Equal((gone, "Still out", "needs-key"), (straggler.GetProperty("id").GetString(), straggler.GetProperty("name").GetString(), straggler.GetProperty("health").GetString()));
        Assert.EndsWith("Z", straggler.GetProperty("since").GetString(), StringComparison.Ordinal);
        var day = summary.GetProperty("byDay").EnumerateArray().Single(day => day.GetProperty("day").GetString() == $"{Told.Migrated.UtcDateTime:yyyy-MM-dd}");
        Assert.Equal(2, Int(day, "migrated"));
    }

    [Fact]
    public async Task Summary_NobodyBack_HasNoMedian()
    {
        using var client = await Portal.AdminAsync();

        var summary = await client.ReadAsync("/api/v1/migration/summary?wave=no-such-wave");

        Assert.Equal(JsonValueKind.Null, summary.GetProperty("medianSecondsToReconnect").ValueKind);
        Assert.Equal(30, summary.GetProperty("byDay").GetArrayLength());
    }

    [Theory]
    [InlineData("ehr=paper", "ehr")]
    [InlineData("region=mars", "region")]
    [InlineData("from=soon&to=1", "from to")]
    [InlineData("from=2026-11-02&to=2026-11-01", "to")]
    public async Task Summary_WrongParameter_IsNamed(string query, string fields)
    {
        using var client = await Portal.ClientAsync("support:read");

        using var answer = await client.GetAsync(new Uri($"/api/v1/migration/summary?{query}", UriKind.Relative), Cancel);

        Assert.Equal(fields.Split(' '), (await answer.ProblemAsync(422)).Fields());
    }

    private static int Int(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
