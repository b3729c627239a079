using Motics.Support.Portal.Tests.Hosting;

namespace Motics.Support.Portal.Tests.Api;

public sealed class OpenApiTests(Hosting.Portal portal) : PortalApiTests(portal)
{
    /// <summary>The routes that others rely on. A change here breaks somebody's program.</summary>
    private static readonly string[] Contract =
    [
        "GET /api/v1/audit",
        "GET /api/v1/errors",
        "GET /api/v1/errors/{id}",
        "GET /api/v1/escalations",
        "GET /api/v1/escalations/{number}",
        "GET /api/v1/incidents",
        "GET /api/v1/migration/summary",
        "GET /api/v1/organisations",
        "GET /api/v1/organisations/{id}",
        "GET /api/v1/organisations/{id}/timeline",
        "GET /api/v1/playbook",
        "GET /api/v1/tickets",
        "GET /api/v1/tickets/{number}",
        "PATCH /api/v1/errors/{id}",
        "PATCH /api/v1/escalations/{number}",
        "PATCH /api/v1/tickets/{number}",
        "POST /api/v1/events",
        "POST /api/v1/organisations/import",
        "POST /api/v1/tickets",
        "POST /api/v1/tickets/{number}/escalation",
        "POST /api/v1/tickets/{number}/notes",
        "POST /api/v1/tickets/{number}/screenshots",
        "POST /api/v1/triage/evaluate",
        "PUT /api/v1/tickets/{number}/facts",
        "PUT /api/v1/tickets/{number}/steps/{stepId}",
    ];

    /// <summary>What the portal answers beyond that.</summary>
    private static readonly string[] Beyond = ["GET /api/v1/antiforgery", "GET /api/v1/tickets/{number}/screenshots/{id}", "POST /api/v1/tickets/{number}/no-key", "POST /api/v1/tickets/{number}/reply/copies", "PUT /api/v1/tickets/{number}/asked/{id}", "PUT /api/v1/tickets/{number}/reply"];

    [Fact]
    public async Task Document_Routes_AreThoseOfTheContract()
    {
        using var client = await Portal.ClientAsync("support:read");

        var document = await client.ReadAsync("/openapi/v1.json");

        var routes = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{operation.Name.ToUpperInvariant()} {path.Name}"));
        Assert.Equal(Contract.Concat(Beyond).Order(StringComparer.Ordinal), routes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Document_EveryOperation_SaysWhatItAnswers()
    {
        using var client = await Portal.ClientAsync("support:read");

        var document = await client.ReadAsync("/openapi/v1.json");

        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                var responses = operation.Value.GetProperty("responses");
                var good = responses.EnumerateObject().Where(response => response.Name.StartsWith('2')).ToList();
                Assert.True(good.Count == 1 && good[0].Value.TryGetProperty("content", out _), $"{operation.Name} {path.Name} does not say what a good answer holds");
                Assert.True(responses.TryGetProperty("401", out _) && responses.TryGetProperty("429", out _), $"{operation.Name} {path.Name} does not name its refusals");
                Assert.Equal(operation.Name is "post" or "put" or "patch", operation.Value.TryGetProperty("requestBody", out _));
            }
        }
    }

    [Fact]
    public async Task Document_VersionedChanges_WantIfMatch()
    {
        using var client = await Portal.ClientAsync("support:read");

        var paths = (await client.ReadAsync("/openapi/v1.json")).GetProperty("paths");

        foreach (var (path, method) in new[] { ("/api/v1/tickets/{number}", "patch"), ("/api/v1/tickets/{number}/facts", "put"), ("/api/v1/escalations/{number}", "patch"), ("/api/v1/errors/{id}", "patch") })
        {
            var operation = paths.GetProperty(path).GetProperty(method);
            Assert.Contains(operation.GetProperty("parameters").EnumerateArray(), parameter => parameter.GetProperty("name").GetString() == "If-Match");
            Assert.True(operation.GetProperty("responses").TryGetProperty("428", out _));
        }
    }
}
