using System.Globalization;
using System.Text;
using System.Text.Json;
using Motics.Support.Portal.Tests.Hosting;

namespace Motics.Support.Portal.Tests.Api;

public sealed class EventIntakeTests(Hosting.Portal portal) : PortalApiTests(portal)
{
    private const string Url = "/api/v1/events";

    [Fact]
    public async Task Batch_GoodBadAndKnown_StoresTheGoodAndNamesTheBad()
    {
        using var client = await Portal.ClientAsync("events:write");
        var id = NewId("batch");
        var known = Told.Event("organisation.migrated", id, new { });

        using var first = await client.PostEventsAsync(known);
        using var second = await client.PostEventsAsync(known, Told.Event("note-push.succeeded", id, new { ehr = "cliniko" }), Told.Event("no.such", id, new { }, id: "mistyped"));

        Assert.Equal(202, (int)first.StatusCode);
        Assert.Equal(202, (int)second.StatusCode);
        var answer = await second.JsonAsync();
        Assert.Equal(1, answer.GetProperty("accepted").GetInt32());
        Assert.Equal(1, answer.GetProperty("duplicates").GetInt32());
        var rejected = Assert.Single(answer.GetProperty("rejected").EnumerateArray());
        Assert.Equal(2, rejected.GetProperty("index").GetInt32());
        Assert.Equal("mistyped", rejected.GetProperty("id").GetString());
        Assert.Equal("type", rejected.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task One_Structured_IsStored()
    {
        using var client = await Portal.AdminAsync();
        var id = NewId("one");

        using var answer = await client.SendTextAsync(HttpMethod.Post, Url, JsonSerializer.Serialize(Told.Event("organisation.updated", id, new { name = "One", ehr = "cliniko" })), "application/cloudevents+json; charset=utf-8");

        Assert.Equal(202, (int)answer.StatusCode);
        Assert.Equal("One", (await client.ReadAsync($"/api/v1/organisations/{id}")).GetProperty("name").GetString());
    }

    [Fact]
    public async Task One_BinaryMode_IsStored()
    {
        using var client = await Portal.AdminAsync();
        var id = NewId("binary");
        using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = new StringContent("""{"name":"Binary","ehr":"nookal"}""", Encoding.UTF8, "application/json") };
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["ce-specversion"] = "1.0",
            ["ce-id"] = "b-1",
            ["ce-source"] = NewId("source"),
            ["ce-type"] = "ai.motics.organisation.updated",
            ["ce-subject"] = id,
            ["ce-time"] = DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture),
        })
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await client.SendAsync(request, Cancel);

        Assert.Equal(202, (int)answer.StatusCode);
        Assert.Equal("Binary", (await client.ReadAsync($"/api/v1/organisations/{id}")).GetProperty("name").GetString());
    }

    [Fact]
    public async Task AllBad_IsAProblemThatNamesEach()
    {
        using var client = await Portal.ClientAsync("events:write");

        using var answer = await client.PostEventsAsync(Told.Event("no.such", "x", new { }), new { id = "empty" });

        var problem = await answer.ProblemAsync(422);
        Assert.Equal(2, problem.GetProperty("rejected").GetArrayLength());
        Assert.Contains("[0].type", problem.Fields());
    }

    [Theory]
    [InlineData("{", "application/cloudevents+json", 400)]
    [InlineData("[]", "application/cloudevents+json", 400)]
    [InlineData("{}", "application/cloudevents-batch+json", 400)]
    [InlineData("{}", "application/json", 415)]
    [InlineData("{}", "text/plain", 415)]
    [InlineData("{}", "application/cloudevents+json; charset=utf-16", 415)]
    [InlineData("{}", null, 415)]
    public async Task Body_NotReadable_IsRefused(string body, string? contentType, int status)
    {
        using var client = await Portal.ClientAsync("events:write");

        using var answer = await client.SendBytesAsync(HttpMethod.Post, Url, Encoding.UTF8.GetBytes(body), contentType);

        await answer.ProblemAsync(status);
    }

    [Fact]
    public async Task Body_LargerThan4MiB_Is413()
    {
        using var client = await Portal.ClientAsync("events:write");

        using var answer = await client.SendBytesAsync(HttpMethod.Post, Url, new byte[(4 * 1024 * 1024) + 1], "application/cloudevents-batch+json");

        await answer.ProblemAsync(413);
    }

    [Fact]
    public async Task Batch_1001Events_Is413()
    {
        using var client = await Portal.ClientAsync("events:write");

        using var answer = await client.SendTextAsync(HttpMethod.Post, Url, $"[{string.Join(',', Enumerable.Repeat("{}", 1001))}]", "application/cloudevents-batch+json");

        await answer.ProblemAsync(413);
    }

    [Fact]
    public async Task Body_Compressed_Is415()
    {
        using var client = await Portal.ClientAsync("events:write");
        using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = new ByteArrayContent([31, 139, 8]) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/cloudevents+json");
        request.Content.Headers.TryAddWithoutValidation("Content-Encoding", "gzip");

        using var answer = await client.SendAsync(request, Cancel);

        await answer.ProblemAsync(415);
    }
}
