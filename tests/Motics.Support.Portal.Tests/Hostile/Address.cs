using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace Motics.Support.Portal.Tests.Hostile;

/// <summary>An address of the portal as it is mapped.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Template">With <c>{parameters}</c> in braces, beginning with a slash.</param>
/// <param name="Parameters">Names that it takes in the query string.</param>
internal sealed partial record Address(string Method, string Template, IReadOnlyList<string> Parameters)
{
    public bool IsApi => Template.StartsWith("/api/", StringComparison.Ordinal);

    /// <summary>The path with a value for each parameter in it.</summary>
    public string Path(Func<string, string> value) => Braces().Replace(Template, match => value(match.Groups[1].Value));

    /// <summary>All that are mapped, pages and the framework's own among them, and some that are not.</summary>
    public static IReadOnlyList<Address> All(EndpointDataSource mapped) =>
    [
        .. from endpoint in mapped.Endpoints.OfType<RouteEndpoint>()
           where !endpoint.Metadata.OfType<StaticAssetDescriptor>().Any()
           from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]
           select new Address(method, $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}", Names(endpoint)),
        new("GET", "/no-such-page", []), new("GET", "/no/such/{page}", ["a"]), new("GET", "/api/v1/no-such", []), new("GET", "/css/tokens.css", []), new("GET", "/js/portal.js", []), new("GET", "/js/{file}", []),
        new("GET", "/signin-oidc", ["code", "state", "error"]), new("POST", "/no-such-page", []),
    ];

    private static List<string> Names(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is { } action
            ? [.. action.Parameters.Where(parameter => parameter.BindingInfo?.BindingSource == BindingSource.Query || parameter.BindingInfo is null).Select(parameter => parameter.BindingInfo?.BinderModelName ?? parameter.Name)]
            : endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type is { } page
                ? [.. page.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                    .Select(property => (property, Told: property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()))
                    .Where(pair => pair.Told is not null).Select(pair => pair.Told!.Name ?? pair.property.Name)]
                : ["id", "negotiateVersion", "url"];

    [GeneratedRegex(@"\{\**([a-zA-Z]+)[^}]*\}")]
    private static partial Regex Braces();
}
