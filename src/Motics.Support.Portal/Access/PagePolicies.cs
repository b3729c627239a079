using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;

namespace Motics.Support.Portal.Access;

/// <summary>
/// Pages carry their own <c>[Authorize]</c>. What the framework maps beside them has none: its script is for everybody, the
/// circuit's endpoints are for colleagues.
/// </summary>
internal static class PagePolicies
{
    public static void RequirePagePolicies(this RazorComponentsEndpointConventionBuilder builder) => builder.Add(endpoint =>
    {
        if (endpoint.Metadata.OfType<ComponentTypeMetadata>().Any())
        {
            return;
        }

        var route = (endpoint as RouteEndpointBuilder)?.RoutePattern.RawText ?? "";
        var isScript = route.Contains("_framework/", StringComparison.Ordinal);
        endpoint.Metadata.Add(isScript ? new AllowAnonymousAttribute() : new AuthorizeAttribute(PermissionPolicies.Colleague));
    });
}
