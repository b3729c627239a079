using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;
using Motics.Support.Data.Incidents;
using Motics.Support.Portal.Tests.Hosting;

namespace Motics.Support.Portal.Tests.Api;

public sealed class ReadingTests(Hosting.Portal portal) : PortalApiTests(portal)
{
    [Fact]
    public async Task Organisation_Stuck_SaysWhatIsWrongSinceWhenAndWhatIsProven()
    {
        using var client = await Portal.AdminAsync();
        var id = await StuckClinicAsync(client);

        var found = await client.ReadAsync($"/api/v1/organisations/{id}");

        Assert.Equal("failing", found.GetProperty("health").GetString());
        Assert.NotEmpty(found.GetProperty("healthReason").GetString()!);
        Assert.EndsWith("Z", found.GetProperty("healthSince").GetString(), StringComparison.Ordinal);
        Assert.Equal("authentication-failed", found.GetProperty("lastError").GetProperty("kind").GetString());
        var key = Assert.Single(found.GetProperty("keyHistory").EnumerateArray());
        Assert.Equal("f00dfeed", key.GetProperty("fingerprint").GetString());
        Assert.Equal("failed", key.GetProperty("outcome").GetString());
        Assert.True(found.GetProperty("facts").GetProperty("keyReentered").GetProperty("value").GetBoolean());
        Assert.Equal("events", found.GetProperty("facts").GetProperty("keyReentered").GetProperty("from").GetString());
    }

    [Fact]
    public async Task Organisation_SearchWorksAndPushesAreRefused_SaysExactlyThat()
    {
        using var client = await Portal.AdminAsync();
        var id = NewId("half");
        var refused = new { ehr = "cliniko", error = new { message = "Permission denied" } };
        using var _ = await client.PostEventsAsync(
            Told.Event("organisation.updated", id, new { name = "Half", ehr = "cliniko" }, Told.Migrated),
            Told.Event("organisation.migrated", id, new { }, Told.Migrated),
            Told.Event("integration.key-saved", id, new { ehr = "cliniko", keyFingerprint = "f00dfeedcafe", keySuffix = "" }, Told.Migrated.AddHours(1)),
            Told.Event("note-push.failed", id, new { ehr = "cliniko", error = new { message = "Request timed out" } }, Told.Migrated.AddHours(2)),
            Told.Event("note-push.failed", id, refused, Told.Migrated.AddHours(3)),
            Told.Event("note-push.failed", id, refused, Told.Migrated.AddHours(4)),
            Told.Event("patient-search.completed", id, new { ehr = "cliniko", resultCount = 3 }, Told.Migrated.AddHours(5)));

        var found = await client.ReadAsync($"/api/v1/organisations/{id}");

        Assert.Equal(("failing", Hour(3)), (found.GetProperty("health").GetString(), found.GetProperty("healthSince").GetDateTimeOffset()));
        Assert.StartsWith("Patient search works; pushing notes has failed since ", found.GetProperty("healthReason").GetString(), StringComparison.Ordinal);
        Assert.EndsWith(", 2 times.", found.GetProperty("healthReason").GetString(), StringComparison.Ordinal);
        var operations = found.GetProperty("operations").EnumerateArray().ToList();
        Assert.Equal(
            ["patient-search works 0 ", "note-push failing 2 permission-denied", "verify not-tried 0 ", "other not-tried 0 "],
            operations.Select(one => $"{one.GetProperty("operation")} {one.GetProperty("state")} {one.GetProperty("failures")} {one.GetProperty("kind")}"));
        Assert.Equal(
            (Hour(3), JsonValueKind.Null, Hour(4)),
            (operations[1].GetProperty("since").GetDateTimeOffset(), operations[1].GetProperty("lastSuccessAt").ValueKind, operations[1].GetProperty("lastFailureAt").GetDateTimeOffset()));
        var place = found.GetProperty("place");
        Assert.Equal(("au1", "key-suffix", JsonValueKind.Null), (place.GetProperty("name").GetString(), place.GetProperty("source").GetString(), found.GetProperty("clinikoShard").ValueKind));
        var key = Assert.Single(found.GetProperty("keyHistory").EnumerateArray());
        Assert.Equal(("failed", "timeout"), (key.GetProperty("outcome").GetString(), key.GetProperty("firstUndecided").GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task Organisations_OnAnotherEhr_AreNotApplicableAndFilteredSo()
    {
        using var client = await Portal.AdminAsync();
        var (id, place) = (NewId("other"), NewId("here"));
        using var _ = await client.PostEventsAsync(
            Told.Event("organisation.updated", id, new { name = id, ehr = "semble" }, Told.Migrated),
            Told.Event("integration.failed", id, new { ehr = "semble", operation = "verify", error = new { message = "Authentication failed" } }, Told.Migrated),
            Told.Event("organisation.updated", place, new { name = place, ehr = "nookal", nookalRegion = "us" }, Told.Migrated),
            Told.Event("integration.key-saved", place, new { ehr = "nookal", keyFingerprint = "f00dfeedcafe", nookalRegion = "eu" }, Told.Migrated));

        var one = Assert.Single((await client.ReadAsync($"/api/v1/organisations?search={id}&health=not-applicable")).GetProperty("items").EnumerateArray());
        var other = Assert.Single((await client.ReadAsync($"/api/v1/organisations?search={place}&region=eu")).GetProperty("items").EnumerateArray());

        Assert.Equal((id, "not-applicable"), (one.GetProperty("id").GetString(), one.GetProperty("health").GetString()));
        Assert.Equal(("us", "eu"), (other.GetProperty("nookalRegion").GetString(), other.GetProperty("place").GetProperty("name").GetString()));
        Assert.Empty((await client.ReadAsync($"/api/v1/organisations?search={place}&region=us")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Organisation_Stub_HasEveryNamedFieldAsNull()
    {
        using var client = await Portal.AdminAsync();
        var id = NewId("stub");
        using var _ = await client.PostEventsAsync(Told.Event("organisation.migrated", id, new { }));

        var found = await client.ReadAsync($"/api/v1/organisations/{id}");

        foreach (var name in new[] { "name", "ehr", "nookalRegion", "clinikoShard", "lastError", "lastSuccessAt" })
        {
            Assert.Equal(JsonValueKind.Null, found.GetProperty(name).ValueKind);
        }
    }

    [Fact]
    public async Task Organisation_Read_LeavesAnAuditEntry()
    {
        using var client = await Portal.AdminAsync();
        var id = await StuckClinicAsync(client);
        await client.ReadAsync($"/api/v1/organisations/{id}");
        await client.ReadAsync($"/api/v1/organisations/{id}/timeline");

        var audit = await client.ReadAsync($"/api/v1/audit?action=organisation.read&target=organisation:{id}");

        Assert.Equal(2, audit.GetProperty("items").GetArrayLength());
        Assert.StartsWith("token:test-", audit.GetProperty("items")[0].GetProperty("actor").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Organisations_InPages_ComeEachOnce()
    {
        using var client = await Portal.AdminAsync();
        var word = NewId("paged");
        using var _ = await client.PostEventsAsync([.. Enumerable.Range(1, 5).Select(n => Told.Event("organisation.updated", $"{word}.{n}", new { name = $"Clinic {n}", ehr = "nookal" }))]);

        var seen = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await client.ReadAsync($"/api/v1/organisations?search={word}&limit=2&sort=-name&cursor={cursor}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            cursor = page.GetProperty("next").GetString();
        }

        Assert.Equal([$"{word}.5", $"{word}.4", $"{word}.3", $"{word}.2", $"{word}.1"], seen);
    }

    [Theory]
    [InlineData("/api/v1/organisations?health=nope", "health")]
    [InlineData("/api/v1/organisations?limit=abc", "limit")]
    [InlineData("/api/v1/organisations?ticket=some", "ticket")]
    [InlineData("/api/v1/organisations?limit=0", "limit")]
    [InlineData("/api/v1/organisations?sort=colour", "sort")]
    [InlineData("/api/v1/organisations?cursor=zzz", "cursor")]
    [InlineData("/api/v1/tickets?status=lost", "status")]
    [InlineData("/api/v1/escalations?status=lost", "status")]
    [InlineData("/api/v1/audit?cursor=zzz", "cursor")]
    [InlineData("/api/v1/errors?sort=colour", "sort")]
    [InlineData("/api/v1/errors?kind=x", "kind")]
    [InlineData("/api/v1/incidents?status=loud", "status")]
    [InlineData("/api/v1/incidents?ehr=paper", "ehr")]
    [InlineData("/api/v1/incidents?cursor=zzz", "cursor")]
    [InlineData("/api/v1/incidents?limit=0", "limit")]
    public async Task List_UnknownValue_NamesTheParameter(string url, string field)
    {
        using var client = await Portal.AdminAsync();

        using var answer = await client.GetAsync(new Uri(url, UriKind.Relative), Cancel);

        Assert.Equal([field], (await answer.ProblemAsync(422)).Fields());
    }

    [Theory]
    [InlineData("/api/v1/organisations/nobody-here")]
    [InlineData("/api/v1/organisations/nobody-here/timeline")]
    [InlineData("/api/v1/tickets/999999")]
    [InlineData("/api/v1/escalations/999999")]
    [InlineData("/api/v1/no-such-route")]
    [InlineData("/api/v1/tickets/abc")]
    public async Task Nothing_There_Is404(string url)
    {
        using var client = await Portal.AdminAsync();

        using var answer = await client.GetAsync(new Uri(url, UriKind.Relative), Cancel);

        await answer.ProblemAsync(404);
    }

    [Fact]
    public async Task Method_NotAnswered_Is405WithAllow()
    {
        using var client = await Portal.AdminAsync();

        using var answer = await client.DeleteAsync(new Uri("/api/v1/organisations", UriKind.Relative), Cancel);

        await answer.ProblemAsync(405);
        Assert.Contains("GET", answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task Accept_NothingWeAnswer_Is406AndNothingIsDone()
    {
        using var client = await Portal.AdminAsync();
        var organisation = await StuckClinicAsync(client);
        client.DefaultRequestHeaders.Add("Accept", "application/xml");

        using var answer = await client.PostJsonAsync("/api/v1/tickets", new { organisationId = organisation, subject = "In XML, please" });

        await answer.ProblemAsync(406);
        client.DefaultRequestHeaders.Remove("Accept");
        Assert.Equal(0, (await client.ReadAsync($"/api/v1/tickets?organisationId={organisation}")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Playbook_IsTheOneInForce()
    {
        using var client = await Portal.ClientAsync("support:read");

        var playbook = await client.ReadAsync("/api/v1/playbook");

        Assert.NotEmpty(playbook.GetProperty("version").GetString()!);
        Assert.True(playbook.GetProperty("rules").GetArrayLength() >= 23);
        Assert.All(playbook.GetProperty("sources").EnumerateArray(), source => Assert.Matches("^20[0-9]{2}-[0-9]{2}-[0-9]{2}$", source.GetProperty("lastChecked").GetString()!));
    }

    [Fact]
    public async Task Playbook_Conditions_ComeInWordsAndAsData()
    {
        using var client = await Portal.ClientAsync("support:read");

        var text = (await client.ReadAsync("/api/v1/playbook")).ToString();
        var playbook = JsonDocument.Parse(text).RootElement;

        // Braces would be placeholders; a term without its meaning says nothing.
        Assert.DoesNotMatch("[a-z] \\{[a-zA-Z-]+\\}", text);
        var terms = playbook.GetProperty("terms").EnumerateArray().Select(term => term.GetProperty("name").GetString()).ToHashSet();
        Assert.All(
            Regex.Matches(text, "\"term\":\\s*\"([^\"]+)\""), match => Assert.Contains(match.Groups[1].Value, terms));
        var reconnect = playbook.GetProperty("rules").EnumerateArray().First(rule => rule.GetProperty("verdict").GetString() == "fix-note-target");
        Assert.Equal(["all"], reconnect.GetProperty("condition").EnumerateObject().Select(part => part.Name));
        Assert.NotEmpty(reconnect.GetProperty("when").GetString()!);
        Assert.NotEmpty(reconnect.GetProperty("source").GetProperty("title").GetString()!);
    }

    [Fact]
    public async Task Incidents_CurrentAndPast_AreListedWithTheirEvidence()
    {
        using var client = await Portal.ClientAsync("support:read");
        var store = Portal.Services.GetRequiredService<IncidentStore>();
        var since = DateTimeOffset.UtcNow.AddYears(1);
        await store.SaveAsync(new Incident("past-incident", Ehr.Semble, null, IncidentStatus.Over, since, since.AddHours(1), "Everybody failed"), Cancel);
        await store.SaveAsync(new Incident("current-incident", Ehr.Semble, null, IncidentStatus.Suspected, since.AddHours(2), null, "Many fail"), Cancel);

        var incidents = await client.ReadAsync("/api/v1/incidents?ehr=semble");

        Assert.Equal(["current-incident suspected Many fail", "past-incident over Everybody failed"], incidents.GetProperty("items").EnumerateArray()
            .Select(item => $"{item.GetProperty("id")} {item.GetProperty("status")} {item.GetProperty("evidence")}"));
    }

    // Kept to the millisecond.
    private static DateTimeOffset Hour(int hours) => DateTimeOffset.FromUnixTimeMilliseconds(Told.Migrated.AddHours(hours).ToUnixTimeMilliseconds());
}
