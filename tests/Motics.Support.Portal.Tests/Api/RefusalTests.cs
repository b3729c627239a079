using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Motics.Support.Core;
using Motics.Support.Portal.Api;
using Motics.Support.Portal.Tests.Hosting;

namespace Motics.Support.Portal.Tests.Api;

/// <summary>Every refusal says which field is no good and what would be accepted, for whoever reads the detail alone too.</summary>
public sealed class RefusalTests(Hosting.Portal portal) : PortalApiTests(portal)
{
    [Theory]
    [InlineData("POST", "/api/v1/tickets/{0}/escalation", """{"override":"yes"}""", "override", "true or false")]
    [InlineData("POST", "/api/v1/tickets/{0}/notes", """{"text":5}""", "text", "text")]
    [InlineData("POST", "/api/v1/tickets/{0}/notes", """{"text":" "}""", "text", "1 to 4000")]
    [InlineData("PUT", "/api/v1/tickets/{0}/steps/none", """{}""", "done", "true or false")]
    [InlineData("PUT", "/api/v1/tickets/{0}/facts", """{}""", "facts", "fact names")]
    [InlineData("PUT", "/api/v1/tickets/{0}/facts", """{"facts":null}""", "facts", "fact names")]
    [InlineData("PUT", "/api/v1/tickets/{0}/facts", """{"facts":{"migrated":"maybe"}}""", "facts.migrated", "true or false")]
    [InlineData("PATCH", "/api/v1/tickets/{0}", """{"status":"lost"}""", "status", "waiting-on-clinic")]
    [InlineData("PATCH", "/api/v1/tickets/{0}", """{"remindAt":"soon"}""", "remindAt", "RFC 3339")]
    public async Task WrongField_IsNamedWithWhatIsAccepted(string method, string url, string body, string field, string accepted)
    {
        using var client = await Portal.AdminAsync();
        var (_, number) = await TicketAsync(client);

        using var answer = await client.SendJsonAsync(new HttpMethod(method), url.Replace("{0}", $"{number}", StringComparison.Ordinal), body, "\"1\"");

        var problem = await answer.ProblemAsync(422);
        Assert.Equal([field], problem.Fields());
        Assert.StartsWith($"{field}: ", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains(accepted, problem.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PATCH", "/api/v1/tickets/{0}", """{"asignee":null}""", "asignee", "assignee")]
    [InlineData("PATCH", "/api/v1/tickets/{0}", """{"status":"open","version":1}""", "version", "remindAt")]
    [InlineData("POST", "/api/v1/triage/evaluate", """{"organizationId":"x","facts":{}}""", "organizationId", "organisationId")]
    [InlineData("POST", "/api/v1/tickets/{0}/notes", """{"text":"x","jane@clinic.example":1}""", "?", "text")]
    public async Task UnknownField_IsNamedWithThoseThereAre(string method, string url, string body, string field, string accepted)
    {
        using var client = await Portal.AdminAsync();
        var (_, number) = await TicketAsync(client);

        using var answer = await client.SendJsonAsync(new HttpMethod(method), url.Replace("{0}", $"{number}", StringComparison.Ordinal), body, "\"1\"");

        var problem = await answer.ProblemAsync(422);
        Assert.Equal([field], problem.Fields());
        Assert.Contains(accepted, problem.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, (await client.ReadAsync($"/api/v1/tickets/{number}")).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task WrongParameter_IsNamedWithWhatIsAccepted()
    {
        using var client = await Portal.AdminAsync();

        using var answer = await client.SendTextAsync(HttpMethod.Post, "/api/v1/organisations/import?dryRun=maybe", "x", "text/csv");

        Assert.Equal("dryRun: true or false.", (await answer.ProblemAsync(422)).GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("/api/v1/organisations?helth=failing", "helth", "health")]
    [InlineData("/api/v1/tickets?state=open&limit=5", "state", "status")]
    [InlineData("/api/v1/escalations?assignee=me", "assignee", "status")]
    [InlineData("/api/v1/errors?q=x", "q", "kind")]
    [InlineData("/api/v1/audit?who=x", "who", "actor")]
    [InlineData("/api/v1/migration/summary?since=2026-11-01", "since", "from")]
    [InlineData("/api/v1/playbook?version=2", "version", "takes none")]
    [InlineData("/api/v1/organisations?health=failing&health=connected", "health", "commas")]
    public async Task UnknownOrRepeatedParameter_IsNamedWithThoseThereAre(string url, string field, string accepted)
    {
        using var client = await Portal.AdminAsync();

        using var answer = await client.GetAsync(new Uri(url, UriKind.Relative), Cancel);

        var problem = await answer.ProblemAsync(422);
        Assert.Equal([field], problem.Fields());
        Assert.Contains(accepted, problem.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownParameter_ThatMayBeASecret_IsNotToldBack()
    {
        using var client = await Portal.AdminAsync();

        using var answer = await client.GetAsync(new Uri("/api/v1/tickets?jane%40clinic.example=1", UriKind.Relative), Cancel);

        Assert.Equal(["?"], (await answer.ProblemAsync(422)).Fields());
    }

    [Fact]
    public void Busy_Is503WithRetryAfter()
    {
        var context = new DefaultHttpContext();

        var result = (IStatusCodeActionResult)Refusals.ToResult(new Refusal.Busy(7), context.Response);

        Assert.Equal((503, "7"), (result.StatusCode, context.Response.Headers.RetryAfter.ToString()));
    }

    [Fact]
    public async Task Facts_TakenBack_AreUnknownAgain()
    {
        using var client = await Portal.AdminAsync();
        var (_, number) = await TicketAsync(client);
        using var said = await client.SendJsonAsync(HttpMethod.Put, $"/api/v1/tickets/{number}/facts", new { facts = new { inClinicNow = true } }, "\"1\"");
        Assert.True((await said.JsonAsync()).GetProperty("facts").TryGetProperty("inClinicNow", out _));

        using var taken = await client.SendJsonAsync(HttpMethod.Put, $"/api/v1/tickets/{number}/facts", """{"facts":{"inClinicNow":null}}""", "\"2\"");

        Assert.Equal(200, (int)taken.StatusCode);
        Assert.False((await taken.JsonAsync()).GetProperty("facts").TryGetProperty("inClinicNow", out _));
    }

    [Fact]
    public async Task Organisations_WithoutTicket_LeaveOutThoseThatHaveOne()
    {
        using var client = await Portal.AdminAsync();
        var (organisation, _) = await TicketAsync(client);
        var without = await StuckClinicAsync(client);

        Assert.Equal(0, (await client.ReadAsync($"/api/v1/organisations?ticket=none&search={organisation}")).GetProperty("items").GetArrayLength());
        Assert.Equal(1, (await client.ReadAsync($"/api/v1/organisations?ticket=none&search={without}")).GetProperty("items").GetArrayLength());
    }
}
