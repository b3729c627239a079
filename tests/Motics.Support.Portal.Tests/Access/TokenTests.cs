using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Motics.Support.Core.Access;
using Motics.Support.Data.Access;
using Motics.Support.Portal.Tests.Api;
using Motics.Support.Portal.Tests.Hosting;

namespace Motics.Support.Portal.Tests.Access;

public sealed class TokenTests(Hosting.Portal portal) : PortalApiTests(portal)
{
    [Fact]
    public async Task Token_Revoked_IsRefusedFromTheNextRequestOn()
    {
        var tokens = Portal.Services.GetRequiredService<TokenStore>();
        var made = await tokens.CreateAsync(NewId("revoked"), ["support:read"], Actor.System, Cancel);
        using var client = await Portal.ClientAsync();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", made.Value!.Secret);
        await client.ReadAsync("/api/v1/playbook");

        await tokens.RevokeAsync(made.Value.Token.Name, Actor.System, Cancel);
        using var answer = await client.GetAsync(new Uri("/api/v1/playbook", UriKind.Relative), Cancel);

        await answer.ProblemAsync(401);
    }

    [Theory]
    [InlineData("Bearer nonsense")]
    [InlineData("Bearer")]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer mst_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Token_NoGood_Is401(string header)
    {
        using var client = await Portal.ClientAsync();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);

        using var answer = await client.GetAsync(new Uri("/api/v1/playbook", UriKind.Relative), Cancel);

        await answer.ProblemAsync(401);
        Assert.Contains("invalid_token", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rate_BeyondTheBurst_Is429WithRetryAfter()
    {
        await using var small = Hosting.Portal.With(("RateLimit:RequestsPerSecond", "1"), ("RateLimit:Burst", "3"));
        using var client = await small.ClientAsync("support:read");
        using var other = await small.ClientAsync("support:read");

        var answers = new List<HttpResponseMessage>();
        for (var request = 0; request < 5; request++)
        {
            answers.Add(await client.GetAsync(new Uri("/api/v1/playbook", UriKind.Relative), Cancel));
        }

        var refused = answers.First(answer => (int)answer.StatusCode == 429);
        await refused.ProblemAsync(429);
        Assert.True(refused.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        await other.ReadAsync("/api/v1/playbook");
    }
}
