using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Motics.Support.Core.Tickets;
using Motics.Support.Portal.Tests.Hosting;

namespace Motics.Support.Portal.Tests.Api;

public sealed class ErrorGroupTests(Hosting.Portal portal) : PortalApiTests(portal)
{
    [Fact]
    public async Task Patch_WithTheVersionSeen_ChangesTheGroup()
    {
        using var client = await Portal.AdminAsync();
        var id = await GroupAsync(client);
        using var read = await client.GetAsync(new Uri($"/api/v1/errors/{id}", UriKind.Relative), Cancel);
        Assert.Equal("\"1\"", read.Headers.ETag?.Tag);

        using var answer = await client.SendJsonAsync(HttpMethod.Patch, $"/api/v1/errors/{id}", new { status = "acknowledged", assignee = "kim" }, "\"1\"");

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("\"2\"", answer.Headers.ETag?.Tag);
        var group = await answer.JsonAsync();
        Assert.Equal(("acknowledged", "kim", 2), (group.GetProperty("status").GetString(), group.GetProperty("assignee").GetString(), group.GetProperty("version").GetInt32()));
        Assert.Single(group.GetProperty("shares").EnumerateArray());
        Assert.Equal(2, (await client.ReadAsync($"/api/v1/audit?target=error:{id}")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Patch_WithoutOrWithAnOldVersion_IsRefused()
    {
        using var client = await Portal.AdminAsync();
        var id = await GroupAsync(client);

        using var missing = await client.SendJsonAsync(HttpMethod.Patch, $"/api/v1/errors/{id}", new { status = "ignored" });
        await missing.ProblemAsync(428);
        using var old = await client.SendJsonAsync(HttpMethod.Patch, $"/api/v1/errors/{id}", new { status = "ignored" }, "\"7\"");
        var problem = await old.ProblemAsync(412);
        Assert.Equal(1, problem.GetProperty("currentVersion").GetInt32());
        Assert.Equal("open", (await client.ReadAsync($"/api/v1/errors/{id}")).GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("""{"status":"regressed"}""", "status")]
    [InlineData("""{"status":"done"}""", "status")]
    [InlineData("""{"status":null}""", "status")]
    [InlineData("""{"assignee":5}""", "assignee")]
    [InlineData("{}", "status")]
    public async Task Patch_WrongField_IsNamed(string body, string field)
    {
        using var client = await Portal.AdminAsync();
        var id = await GroupAsync(client);

        using var answer = await client.SendJsonAsync(HttpMethod.Patch, $"/api/v1/errors/{id}", body, "\"1\"");

        Assert.Equal([field], (await answer.ProblemAsync(422)).Fields());
    }

    [Fact]
    public async Task Patch_WithoutTheScope_IsDenied()
    {
        using var admin = await Portal.AdminAsync();
        var id = await GroupAsync(admin);
        using var reader = await Portal.ClientAsync("support:read");

        using var answer = await reader.SendJsonAsync(HttpMethod.Patch, $"/api/v1/errors/{id}", new { status = "ignored" }, "\"1\"");

        await answer.ProblemAsync(403);
        using var unknown = await admin.SendJsonAsync(HttpMethod.Patch, "/api/v1/errors/nothing", new { status = "ignored" }, "\"1\"");
        await unknown.ProblemAsync(404);
    }

    [Fact]
    public async Task Patch_WithTheScopeOfWritingOnly_IsTaken()
    {
        using var admin = await Portal.AdminAsync();
        var id = await GroupAsync(admin);
        using var writer = await Portal.ClientAsync("support:write");

        using var answer = await writer.SendJsonAsync(HttpMethod.Patch, $"/api/v1/errors/{id}", new { status = "ignored" }, "\"1\"");

        Assert.Equal(200, (int)answer.StatusCode);
        using var read = await writer.GetAsync(new Uri($"/api/v1/errors/{id}", UriKind.Relative), Cancel);
        await read.ProblemAsync(403);
    }

    [Fact]
    public async Task Assignee_WhoWorkedHere_HasAName()
    {
        using var admin = await Portal.AdminAsync();
        var id = await GroupAsync(admin);
        var (person, name) = (NewId("person"), "Kim of the engineers");
        await Portal.Services.GetRequiredService<ITicketStore>().RememberAsync(new Person(person, name), DateTimeOffset.UnixEpoch, Cancel);

        using var answer = await admin.SendJsonAsync(HttpMethod.Patch, $"/api/v1/errors/{id}", new { assignee = person }, "\"1\"");

        Assert.Equal(name, (await answer.JsonAsync()).GetProperty("assigneeName").GetString());
        using var stale = await admin.SendJsonAsync(HttpMethod.Patch, $"/api/v1/errors/{id}", new { status = "ignored" }, "\"1\"");
        Assert.Contains((await stale.ProblemAsync(412)).GetProperty("changes").EnumerateArray(), change => change.GetString() == $"It is assigned to {name} now.");
    }

    private static async Task<string> GroupAsync(HttpClient client)
    {
        var word = NewId("word").Replace("-", "", StringComparison.Ordinal);
        var letters = string.Concat(word.Select(letter => char.IsAsciiDigit(letter) ? (char)('g' + (letter - '0')) : letter));
        using var sent = await client.PostEventsAsync(Told.Event("note-push.failed", NewId("clinic"), new { ehr = "cliniko", error = new { message = $"The {letters} is broken" } }));
        Assert.Equal(202, (int)sent.StatusCode);
        var groups = await client.ReadAsync("/api/v1/errors?limit=200");
        return groups.GetProperty("items").EnumerateArray().First(group => group.GetProperty("title").GetString()!.Contains(letters, StringComparison.OrdinalIgnoreCase)).GetProperty("id").GetString()!;
    }
}
