using System.Text.Json;
using Motics.Support.Portal.Tests.Architecture;
using Motics.Support.Portal.Tests.Hosting;

namespace Motics.Support.Portal.Tests.Api;

/// <summary>Others write programs against what the portal serves: a route, a field or a value changes when somebody wished it, and is seen.</summary>
public sealed class PinnedDocumentTests(Hosting.Portal portal) : PortalApiTests(portal)
{
    private const string Accept = "MOTICS_ACCEPT_OPENAPI";

    private static readonly string Pinned = Path.Combine(Sources.Root, "tests/Motics.Support.Portal.Tests/Api/openapi.txt");

    [Fact]
    public async Task Document_Served_IsThePinnedOne()
    {
        using var client = await Portal.ClientAsync("support:read");

        var served = DocumentLines.Of(await client.ReadAsync("/openapi/v1.json")).ToList();

        if (Environment.GetEnvironmentVariable(Accept) is { Length: > 0 })
        {
            await File.WriteAllLinesAsync(Pinned, served, Cancel);
            Assert.Skip("What is served was written down: the difference is in git.");
        }

        var difference = DocumentLines.Difference(await File.ReadAllLinesAsync(Pinned, Cancel), served);
        Assert.True(difference.Length == 0, $"The API is another (- pinned, + served). If that is wished, run this test with {Accept}=1 and commit openapi.txt:\n{difference}");
    }

    [Fact]
    public void Difference_OfAFieldThatWent_NamesItsSchema()
    {
        var (with, without) = (Lines("""{ "name": { "type": "string" }, "tags": { "type": "array" } }"""), Lines("""{ "name": { "type": ["null", "string"] } }"""));

        Assert.Equal(
            "- Clinic: name {type: string}\n- Clinic: tags? {type: array}\n+ Clinic: name {type: [null, string]}",
            DocumentLines.Difference(with, without));
    }

    private static List<string> Lines(string fields)
    {
        using var document = JsonDocument.Parse($$"""{ "paths": {}, "components": { "schemas": { "Clinic": { "required": ["name"], "description": "prose", "properties": {{fields}} } } } }""");
        return [.. DocumentLines.Of(document.RootElement)];
    }
}
