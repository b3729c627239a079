using Motics.Support.Portal.Tests.Hosting;

namespace Motics.Support.Portal.Tests.Api;

public sealed class HealthTests(Hosting.Portal portal) : PortalApiTests(portal)
{
    [Theory]
    [InlineData("/health/live", "live")]
    [InlineData("/health/ready", "ready")]
    public async Task Health_Well_Is200ForEverybody(string url, string status)
    {
        using var nobody = await Portal.ClientAsync();

        Assert.Equal(status, (await nobody.ReadAsync(url)).GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_AskedWithHeadAsBalancersDo_Is200(string url)
    {
        using var nobody = await Portal.ClientAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, url);

        using var answer = await nobody.SendAsync(request, Cancel);

        Assert.Equal(200, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Ready_DatabaseGone_Is503AndSaysNothingSecret()
    {
        await using var broken = new Hosting.Portal();
        using var nobody = await broken.ClientAsync();
        await nobody.ReadAsync("/health/ready");
        broken.LoseDatabase();

        using var answer = await nobody.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel);
        using var live = await nobody.GetAsync(new Uri("/health/live", UriKind.Relative), Cancel);

        Assert.Equal(503, (int)answer.StatusCode);
        Assert.Equal(200, (int)live.StatusCode);
        Assert.DoesNotContain(broken.DatabaseFile, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_DatabaseUnusable_Is503WithRetryAfterAndTheLogSaysWhy()
    {
        await using var broken = new Hosting.Portal();
        using var client = await broken.AdminAsync();
        broken.LoseDatabase();

        using var answer = await client.GetAsync(new Uri("/api/v1/tickets", UriKind.Relative), Cancel);

        await answer.ProblemAsync(503);
        Assert.NotNull(answer.Headers.RetryAfter?.Delta);
        Assert.Contains("file is not a database", broken.Log.Text, StringComparison.Ordinal);
    }
}
