using Motics.Support.Portal.Tests.Hosting;

namespace Motics.Support.Portal.Tests.Api;

/// <summary>Every list that has pages, found in the document, so that a new one is tried too.</summary>
public sealed class CursorTests(Hosting.Portal portal) : PortalApiTests(portal)
{
    [Fact]
    public async Task EveryList_CursorOfAnotherListOrNone_Is422ThatNamesIt()
    {
        using var client = await Portal.AdminAsync();
        var clinic = await StuckClinicAsync(client);
        await StuckClinicAsync(client);
        var lists = (await ListsAsync(client)).Select(path => path.Replace("{id}", clinic, StringComparison.Ordinal)).ToList();
        Assert.True(lists.Count >= 7, "Too few lists: they are not found.");
        var foreign = (await client.ReadAsync("/api/v1/organisations?limit=1&sort=name&health=needs-key,failing,unverified,unknown")).GetProperty("next").GetString();
        Assert.NotNull(foreign);
        foreach (var list in lists)
        {
            foreach (var cursor in new[] { foreign, "x", "AAAAAAAAAAAAAAAA", "e30", new string('A', 3000), "%00", "%F0%9F%99%82" })
            {
                using var answer = await client.GetAsync(new Uri($"{list}?cursor={cursor}", UriKind.Relative), Cancel);
                Assert.True((int)answer.StatusCode == 422, $"{list} with {cursor}: {(int)answer.StatusCode}");
                Assert.Equal(["cursor"], (await answer.ProblemAsync(422)).Fields());
            }
        }
    }

    private static async Task<IEnumerable<string>> ListsAsync(HttpClient client) =>
        from path in (await client.ReadAsync("/openapi/v1.json")).GetProperty("paths").EnumerateObject()
        where path.Value.TryGetProperty("get", out var get) && get.TryGetProperty("parameters", out var parameters)
            && parameters.EnumerateArray().Any(parameter => parameter.GetProperty("name").GetString() == "cursor")
        select path.Name;
}
