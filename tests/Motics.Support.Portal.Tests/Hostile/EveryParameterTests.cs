using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Motics.Support.Core.Access;
using Motics.Support.Portal.Tests.Api;
using Motics.Support.Portal.Tests.Hosting;

namespace Motics.Support.Portal.Tests.Hostile;

/// <summary>Every parameter of every address, in the path and in the query string, at the ends of its range and beyond: refused by name, or found to be nothing.</summary>
public sealed class EveryParameterTests(Hosting.Portal portal) : PortalApiTests(portal)
{
    [Fact]
    public async Task Values_AtTheEndsOfEveryRange_AreNever500()
    {
        using var program = await Portal.AdminAsync();
        using var person = await Portal.BrowserAsync(Grants.Admin);
        var reading = Address.All(Portal.Services.GetRequiredService<EndpointDataSource>()).Where(address => address.Method == "GET").ToList();
        List<string> failed = [];
        var sent = 0;
        foreach (var address in reading)
        {
            // The test's own client cannot send a null character in a path; the raw crowd does.
            foreach (var value in Edges.Values)
            {
                var inPath = value.Replace("%00", "%01", StringComparison.Ordinal);
                var path = address.Path(_ => inPath.Length == 0 ? "%20" : inPath);
                var urls = address.Parameters.Select(name => $"{address.Path(_ => "1")}?{name}={value}").Append(path).Where(url => url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal));
                foreach (var url in urls.Distinct())
                {
                    using var answer = await (address.IsApi ? program : person).GetAsync(new Uri(url, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancel);
                    sent++;
                    if ((int)answer.StatusCode >= 500)
                    {
                        failed.Add($"{(int)answer.StatusCode} {url[..Math.Min(url.Length, 200)]}");
                    }
                }
            }
        }

        Assert.True(failed.Count == 0, $"{failed.Count} of {sent}:\n{string.Join('\n', failed.Take(30))}");
        Assert.DoesNotContain("A page broke", Portal.Log.Text, StringComparison.Ordinal);
        Assert.True(sent > 3000, $"Only {sent} were sent.");
    }

    [Theory]
    [InlineData("from=0001-01-01T00:00:00%2B14:00")]
    [InlineData("to=0001-01-01T00:00:00Z")]
    [InlineData("to=9999-12-31T23:59:59-23:59")]
    [InlineData("from=9999-12-31")]
    [InlineData("to=0001-01-01")]
    [InlineData("from=0001-01-01&to=0001-01-01")]
    public async Task MigrationSummary_BoundsThatNoMigrationCanHave_AreRefusedOrEmpty(string query)
    {
        using var client = await Portal.AdminAsync();

        using var answer = await client.GetAsync(new Uri($"/api/v1/migration/summary?{query}", UriKind.Relative), Cancel);

        Assert.True((int)answer.StatusCode is 200 or 422, $"{(int)answer.StatusCode}");
    }
}
