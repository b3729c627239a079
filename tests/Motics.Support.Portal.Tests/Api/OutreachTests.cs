using System.Text.Json;
using Motics.Support.Core.Access;
using Motics.Support.Portal.Tests.Hosting;

namespace Motics.Support.Portal.Tests.Api;

public sealed class OutreachTests(Hosting.Portal portal) : PortalApiTests(portal)
{
    [Fact]
    public async Task Post_DryRunThenReal_MakesATicketEach_AndUndoTakesThemBack()
    {
        using var client = await Portal.AdminAsync();
        var name = await ClinicsAsync(client, 3);
        var tried = await PostAsync(client, new { filter = $"search={name}", dryRun = true }, 200);
        Assert.Equal((3, 0, JsonValueKind.Null), (tried.GetProperty("organisations").GetInt32(), tried.GetProperty("tickets").GetArrayLength(), tried.GetProperty("id").ValueKind));

        var made = await PostAsync(client, new { filter = $"search={name}", expected = 3 }, 200);

        Assert.Equal(Variants(tried), Variants(made));
        Assert.Equal(3, made.GetProperty("variants").EnumerateArray().Sum(variant => variant.GetProperty("organisations").GetInt32()));
        var number = made.GetProperty("tickets").EnumerateArray().First().GetInt64();
        var ticket = await client.ReadAsync($"/api/v1/tickets/{number}");
        Assert.Contains(ticket.GetProperty("reply").GetProperty("whole").GetString(), made.GetProperty("variants").EnumerateArray().Select(variant => variant.GetProperty("reply").GetString()));
        var again = await PostAsync(client, new { filter = $"search={name}", expected = 3 }, 200);
        Assert.Equal(["open-ticket", "open-ticket", "open-ticket"], again.GetProperty("excluded").EnumerateArray().Select(left => left.GetProperty("why").GetString()));

        using var noted = await client.PostJsonAsync($"/api/v1/tickets/{number}/notes", new { text = "Rang them" });
        using var undo = await client.PostAsync(new Uri($"/api/v1/outreach/{made.GetProperty("id").GetString()}/undo", UriKind.Relative), null, Cancel);
        var undone = await undo.JsonAsync();
        Assert.Equal(("undone", 2, number), (undone.GetProperty("state").GetString(), undone.GetProperty("takenBack").GetArrayLength(), undone.GetProperty("tickets").EnumerateArray().Single().GetInt64()));
        Assert.Single((await client.ReadAsync($"/api/v1/tickets?outreach={made.GetProperty("id").GetString()}&status=new,open")).GetProperty("items").EnumerateArray());
        Assert.Contains("added a note", undone.GetProperty("staying")[0].GetProperty("because").GetString(), StringComparison.Ordinal);
        Assert.Equal(undone.GetRawText(), (await client.ReadAsync($"/api/v1/outreach/{made.GetProperty("id").GetString()}")).GetRawText());
    }

    [Fact]
    public async Task Post_AnotherNumberThanExpected_Is409_AndNothingIsMade()
    {
        using var client = await Portal.AdminAsync();
        var name = await ClinicsAsync(client, 2);

        using var answer = await client.PostJsonAsync("/api/v1/outreach", new { filter = $"search={name}", expected = 1 });

        await answer.ProblemAsync(409);
        Assert.Equal(0, (await client.ReadAsync($"/api/v1/organisations/{name}-0")).GetProperty("openTickets").GetInt32());
    }

    [Fact]
    public async Task Post_TheSameRequestAgain_IsTheSameOutreach()
    {
        using var client = await Portal.AdminAsync();
        var name = await ClinicsAsync(client, 2);
        var call = new { filter = $"search={name}", expected = 2, requestId = name };

        var (one, other) = (PostAsync(client, call, 200), PostAsync(client, call, 200));

        Assert.Equal((await one).GetProperty("tickets").GetRawText(), (await other).GetProperty("tickets").GetRawText());
        Assert.Equal(1, (await client.ReadAsync($"/api/v1/organisations/{name}-0")).GetProperty("openTickets").GetInt32());
    }

    [Theory]
    [InlineData("""{ "filter": "helth=needs-key", "expected": 1 }""", "filter.helth")]
    [InlineData("""{ "filter": "health=ill&ehr=paper", "expected": 1 }""", "filter.ehr filter.health")]
    [InlineData("""{ "filter": "health=failing&health=connected", "expected": 1 }""", "filter.health")]
    [InlineData("""{ "filter": "search=nobody-is-called-so" }""", "expected")]
    [InlineData("""{ "filter": "search=nobody-is-called-so", "expected": 0 }""", "filter")]
    [InlineData("""{ "filter": "", "expected": -1, "requestId": "" }""", "expected requestId")]
    [InlineData("""{ "expected": 1, "assignee": "a", "assignees": ["b"] }""", "assignees")]
    [InlineData("""{ "expected": 2, "organisationIds": ["a", "a"] }""", "organisationIds")]
    [InlineData("""{ "expected": 1, "organizationIds": ["a"] }""", "organizationIds")]
    public async Task Post_WrongField_IsNamed(string body, string fields)
    {
        using var client = await Portal.AdminAsync();

        using var answer = await client.SendTextAsync(HttpMethod.Post, "/api/v1/outreach", body, "application/json");

        Assert.Equal(fields.Split(' '), (await answer.ProblemAsync(422)).Fields().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Outreach_IsForLeads()
    {
        using var agent = await Portal.BrowserAsync(Grants.Agent);
        using var reading = await Portal.ClientAsync(Grants.SupportReadScope);
        using var refused = await reading.PostJsonAsync("/api/v1/outreach", new { filter = "", dryRun = true });
        using var nothing = await agent.GetAsync(new Uri("/api/v1/outreach/none", UriKind.Relative), Cancel);

        Assert.Equal((403, 403), ((int)refused.StatusCode, (int)nothing.StatusCode));
        using var admin = await Portal.AdminAsync();
        using var missing = await admin.GetAsync(new Uri("/api/v1/outreach/none", UriKind.Relative), Cancel);
        Assert.Equal(404, (int)missing.StatusCode);
    }

    [Fact]
    public async Task Csv_IsTheListInItsOrder_WithoutFormulas()
    {
        using var client = await Portal.AdminAsync();
        var name = await ClinicsAsync(client, 2);
        using var told = await client.PostEventsAsync(Told.Event("organisation.updated", $"{name}-0", new { name = "=HYPERLINK(1)", ehr = "cliniko" }, DateTimeOffset.UtcNow.AddMinutes(-1)));
        Assert.Equal(202, (int)told.StatusCode);

        using var answer = await client.GetAsync(new Uri($"/api/v1/organisations.csv?search={name}&sort=-name", UriKind.Relative), Cancel);

        Assert.Equal((200, "text/csv"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var lines = (await answer.Content.ReadAsStringAsync(Cancel)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Contains(lines, line => line.StartsWith($"{name}-0,'=HYPERLINK(1),Cliniko,uk1,", StringComparison.Ordinal));
        var audited = (await client.ReadAsync("/api/v1/audit?action=organisation.export.read")).GetProperty("items")[0];
        Assert.Contains("2 rows", audited.GetProperty("detail").GetString(), StringComparison.Ordinal);
        using var wrong = await client.GetAsync(new Uri("/api/v1/organisations.csv?health=ill", UriKind.Relative), Cancel);
        Assert.Equal(["health"], (await wrong.ProblemAsync(422)).Fields());
    }

    private static async Task<string> ClinicsAsync(HttpClient client, int count)
    {
        var name = NewId("reach");
        for (var index = 0; index < count; index++)
        {
            using var told = await client.PostEventsAsync(Told.StuckClinic($"{name}-{index}"));
            Assert.Equal(202, (int)told.StatusCode);
        }

        return name;
    }

    private static async Task<JsonElement> PostAsync(HttpClient client, object call, int status)
    {
        using var answer = await client.PostJsonAsync("/api/v1/outreach", call);
        Assert.Equal(status, (int)answer.StatusCode);
        return await answer.JsonAsync();
    }

    private static string Variants(JsonElement answer) => answer.GetProperty("variants").GetRawText();
}
