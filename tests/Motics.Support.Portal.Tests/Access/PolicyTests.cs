using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Motics.Support.Core.Access;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Configuration;
using Motics.Support.Portal.Tests.Api;
using Motics.Support.Portal.Tests.Hosting;

namespace Motics.Support.Portal.Tests.Access;

public sealed class PolicyTests(Hosting.Portal portal) : PortalApiTests(portal)
{
    /// <summary>Everything that somebody unknown may ask for. A change here is a decision.</summary>
    private static readonly string[] ForEverybody =
    [
        "/denied", "/dev/sign-in", "/failed", "/health/live", "/health/ready", "/not-found", "/sign-in", "/sign-out", "/signed-out",
        "/_framework/opaque-redirect",
    ];

    private static readonly string[] Policies = [PermissionPolicies.Colleague, .. Enum.GetNames<Permission>()];

    [Fact]
    public void Endpoints_All_NameAPolicyOrAreListedAsOpen()
    {
        var open = new List<string>();
        foreach (var endpoint in Endpoints().Where(endpoint => !endpoint.Metadata.OfType<StaticAssetDescriptor>().Any() && endpoint.RoutePattern.RawText != NamedPolicyHandler.NewFiles))
        {
            var route = endpoint.RoutePattern.RawText!;
            if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            {
                open.Add(route);
                continue;
            }

            var policies = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).ToList();
            Assert.True(policies.Count > 0 && policies.All(policy => Policies.Contains(policy)), $"{route} has the policies [{string.Join(", ", policies)}]");
        }

        Assert.Empty(open.Select(route => $"/{route.TrimStart('/')}").Distinct().Except(ForEverybody));
    }

    [Fact]
    public void Pages_All_NameAPolicyOrAreListedAsOpen()
    {
        var pages = typeof(PortalSettings).Assembly.GetTypes().Where(type => type.IsDefined(typeof(RouteAttribute), false)).ToList();

        Assert.NotEmpty(pages);
        foreach (var page in pages)
        {
            var routes = page.GetCustomAttributes(typeof(RouteAttribute), false).Cast<RouteAttribute>().Select(route => route.Template);
            var policies = page.GetCustomAttributes(typeof(AuthorizeAttribute), false).Cast<AuthorizeAttribute>().Select(data => data.Policy).ToList();
            var isOpen = page.IsDefined(typeof(AllowAnonymousAttribute), false) && routes.All(ForEverybody.Contains);
            Assert.True(isOpen || (policies.Count > 0 && policies.All(policy => Policies.Contains(policy))), $"{page.Name} has the policies [{string.Join(", ", policies)}]");
        }
    }

    [Fact]
    public async Task Api_EveryRoute_Is401WithoutTokenAnd403WithoutScope()
    {
        using var nobody = await Portal.ClientAsync();
        using var events = await Portal.ClientAsync(Grants.EventsWriteScope);
        using var reader = await Portal.ClientAsync(Grants.SupportReadScope);

        foreach (var (method, url) in ApiRoutes())
        {
            using var unknown = await nobody.SendBytesAsync(method, url, [], null);
            using var outOfScope = await (url == "/api/v1/events" ? reader : events).SendBytesAsync(method, url, [], null);
            await unknown.ProblemAsync(401);
            Assert.Equal("Bearer", unknown.Headers.WwwAuthenticate.Single().Scheme);
            if (!url.EndsWith("/antiforgery", StringComparison.Ordinal))
            {
                Assert.NotEmpty((await outOfScope.ProblemAsync(403)).GetProperty("detail").GetString()!);
            }
        }
    }

    [Fact]
    public async Task Api_ReadScope_WritesNothing()
    {
        using var reader = await Portal.ClientAsync(Grants.SupportReadScope);

        foreach (var (method, url) in ApiRoutes().Where(route => route.Method != HttpMethod.Get && !route.Url.EndsWith("/evaluate", StringComparison.Ordinal)))
        {
            using var answer = await reader.SendJsonAsync(method, url, new { }, "\"1\"");
            await answer.ProblemAsync(403);
        }
    }

    private IEnumerable<RouteEndpoint> Endpoints() => Portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private IEnumerable<(HttpMethod Method, string Url)> ApiRoutes() =>
        from endpoint in Endpoints()
        let route = endpoint.RoutePattern.RawText!
        where route.StartsWith("api/", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select (new HttpMethod(method), $"/{route.Replace("{number:long}", "1", StringComparison.Ordinal).Replace("{id}", "x", StringComparison.Ordinal).Replace("{id:int}", "1", StringComparison.Ordinal).Replace("{stepId}", "x", StringComparison.Ordinal)}");
}
