using Motics.Support.Portal.Tests.Hosting;

namespace Motics.Support.Portal.Tests.Api;

public sealed class OpenApiTests(Hosting.Portal portal) : PortalApiTests(portal)
{
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
                // Taking something back says nothing but which.
                Assert.Equal(operation.Name is "post" or "put" or "patch" && !path.Name.EndsWith("/undo", StringComparison.Ordinal), operation.Value.TryGetProperty("requestBody", out _));
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
