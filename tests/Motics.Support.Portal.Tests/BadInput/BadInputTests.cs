using System.Globalization;
using System.Text;
using Dapper;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Motics.Support.Portal.Tests.Api;
using Motics.Support.Portal.Tests.Hosting;

namespace Motics.Support.Portal.Tests.BadInput;

/// <summary>A crowd of bad input at every endpoint: each gets a problem document or is stored as the text it is; never a 500, nothing half stored.</summary>
public sealed class BadInputTests(Hosting.Portal portal) : PortalApiTests(portal), IDisposable
{
    private const string Counted = """
        SELECT (SELECT COUNT(*) FROM event) || ' ' || (SELECT COUNT(*) FROM event_identity) || ' ' || (SELECT COUNT(*) FROM organisation) || ' ' || (SELECT COUNT(*) FROM ticket)
            || ' ' || (SELECT COUNT(*) FROM ticket_note) || ' ' || (SELECT COUNT(*) FROM ticket_activity) || ' ' || (SELECT COUNT(*) FROM escalation) || ' ' || (SELECT COALESCE(SUM(version), 0) FROM ticket)
        """;

    private SqliteConnection? _connection;
    private string? _counted;

    public void Dispose() => _connection?.Dispose();

    [Fact]
    public async Task Bodies_AtEveryWritingRoute_AreRefusedWholeOrStoredAsText()
    {
        using var client = await Portal.AdminAsync();
        var (_, number) = await TicketAsync(client);
        var routes = Routes(number.ToString(CultureInfo.InvariantCulture)).Where(route => route.Method != HttpMethod.Get).ToList();
        for (var route = 0; route < routes.Count; route++)
        {
            var (method, url) = routes[route];
            foreach (var body in Crowd.Bodies(route))
            {
                await CheckAsync(() => client.SendBytesAsync(method, url, body, ContentType(url), "\"1\""), $"{method} {url}", body);
            }

            foreach (var contentType in Crowd.ContentTypes)
            {
                await CheckAsync(() => client.SendBytesAsync(method, url, "{}"u8.ToArray(), contentType), $"{method} {url} as {contentType}", []);
            }

            foreach (var version in Crowd.Versions)
            {
                await CheckAsync(() => client.SendBytesAsync(method, url, "{}"u8.ToArray(), ContentType(url), version), $"{method} {url} with version {version}", []);
            }
        }
    }

    [Fact]
    public async Task UrlValues_AtEveryRoute_AreRefusedOrFindNothing()
    {
        using var client = await Portal.AdminAsync();
        foreach (var value in Crowd.UrlValues)
        {
            // The server itself refuses a path with a null character, before the portal sees it; the test's client cannot even send one.
            foreach (var (method, url) in Routes(value.Replace("%00", "%01", StringComparison.Ordinal)))
            {
                await CheckAsync(() => client.SendBytesAsync(method, url, method == HttpMethod.Get ? [] : "{}"u8.ToArray(), method == HttpMethod.Get ? null : ContentType(url)), $"{method} {url}", []);
            }

            foreach (var parameter in new[] { "search", "ehr", "region", "health", "migrated", "sort", "cursor", "limit", "status", "assignee", "organisationId", "actor", "action", "target", "kind", "dryRun" })
            {
                foreach (var url in new[] { "/api/v1/organisations", "/api/v1/tickets", "/api/v1/audit" })
                {
                    await CheckAsync(() => client.GetAsync(new Uri($"{url}?{parameter}={value}", UriKind.Relative), Cancel), $"{url}?{parameter}={value}", []);
                }
            }
        }
    }

    [Fact]
    public async Task Events_BadOnesOfEverySort_AreNamedAndNotStored()
    {
        using var client = await Portal.AdminAsync();
        var good = Told.Event("integration.failed", NewId("bad"), new { ehr = "cliniko", operation = "verify", error = new { message = "m" } });
        var json = System.Text.Json.JsonSerializer.SerializeToNode(good)!.AsObject();
        foreach (var field in json.Select(pair => pair.Key).ToList())
        {
            foreach (var value in new[] { "null", "5", "[]", "{}", "\"\"", $"\"{new string('a', 100_000)}\"", "\"<b>\"", "\"2026-13-45T00:00:00Z\"", "\"2999-01-01T00:00:00Z\"", "\"0000-01-01T00:00:00Z\"" })
            {
                var bad = json.DeepClone().AsObject();
                bad[field] = System.Text.Json.Nodes.JsonNode.Parse(value);
                await CheckAsync(() => client.SendTextAsync(HttpMethod.Post, "/api/v1/events", bad.ToJsonString(), "application/cloudevents+json"), $"event with {field} = {value[..Math.Min(40, value.Length)]}", []);
            }
        }

        await CheckAsync(() => client.SendTextAsync(HttpMethod.Post, "/api/v1/events", $"[{string.Join(',', Enumerable.Repeat("{}", 10_000))}]", "application/cloudevents-batch+json"), "10,000 events", []);
    }

    [Fact]
    public async Task HtmlAndSql_InEveryTextField_IsKeptAsTheTextItIs()
    {
        using var client = await Portal.AdminAsync();
        var id = NewId("text");
        const string text = $"{Crowd.Html} {Crowd.Sql}";
        using var told = await client.PostEventsAsync(
            Told.Event("organisation.updated", id, new { name = text, ehr = "cliniko" }),
            Told.Event("integration.failed", id, new { ehr = "cliniko", operation = "verify", error = new { message = text } }));
        Assert.Equal(202, (int)told.StatusCode);
        using var made = await client.PostJsonAsync("/api/v1/tickets", new { organisationId = id, subject = text, reporter = text, facts = new { errorText = text } });
        var ticket = await made.JsonAsync();
        using var noted = await client.PostJsonAsync($"/api/v1/tickets/{ticket.GetProperty("number").GetInt64()}/notes", new { text });

        var organisation = await client.ReadAsync($"/api/v1/organisations/{id}");

        Assert.Equal(text, organisation.GetProperty("name").GetString());
        Assert.Equal(text, organisation.GetProperty("lastError").GetProperty("message").GetString());
        Assert.Equal(text, ticket.GetProperty("subject").GetString());
        Assert.Equal(text, (await noted.JsonAsync()).GetProperty("notes")[0].GetProperty("text").GetString());
        Assert.Equal(1, (await client.ReadAsync($"/api/v1/organisations?search={Uri.EscapeDataString(Crowd.Sql)}&limit=1")).GetProperty("items").GetArrayLength());
    }

    private async Task CheckAsync(Func<Task<HttpResponseMessage>> send, string what, byte[] body)
    {
        var before = _counted ??= await CountAsync();
        using var answer = await send();
        var status = (int)answer.StatusCode;
        var words = $"{what} [{Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, 120))}] → {status}";
        Assert.True(status < 500, $"{words}: {await answer.Content.ReadAsStringAsync(Cancel)}");
        if (status >= 400)
        {
            Assert.True(answer.Content.Headers.ContentType?.MediaType == "application/problem+json", $"{words}, not a problem document");
            await answer.ProblemAsync(status);
            Assert.True(before == await CountAsync(), $"{words}, but something was stored");
        }
        else
        {
            _counted = null;
        }
    }

    private Task<string?> CountAsync() => (_connection ??= new SqliteConnection($"Data Source={Portal.DatabaseFile}")).ExecuteScalarAsync<string>(Counted);

    private IEnumerable<(HttpMethod Method, string Url)> Routes(string value) =>
        from endpoint in Portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let route = endpoint.RoutePattern.RawText!
        where route.StartsWith("api/", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select (new HttpMethod(method), $"/{route.Replace("{number:long}", value, StringComparison.Ordinal).Replace("{id}", value, StringComparison.Ordinal).Replace("{stepId}", value, StringComparison.Ordinal)}");

    private static string ContentType(string url) =>
        url.EndsWith("/events", StringComparison.Ordinal) ? "application/cloudevents+json"
        : url.EndsWith("/import", StringComparison.Ordinal) ? "text/csv"
        : url.EndsWith("/screenshots", StringComparison.Ordinal) ? "multipart/form-data; boundary=b"
        : "application/json";
}
