using Microsoft.Extensions.Primitives;
using Motics.Support.Portal.Access;

namespace Motics.Support.Portal.Live;

/// <summary>Ends a circuit as the browser does when its tab is closed: through the framework's own endpoint, which is the only public way.</summary>
internal sealed class CircuitEnd(IServiceScopeFactory scopes, EndpointDataSource endpoints, ILogger<CircuitEnd> log)
{
    /// <summary>Ends it; nothing happens when it has ended.</summary>
    /// <param name="id">As the circuit was told to its browser.</param>
    public async Task EndAsync(string id)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
            context.Request.Method = HttpMethods.Post;
            context.Request.ContentType = "application/x-www-form-urlencoded";
            context.Request.Form = new FormCollection(new Dictionary<string, StringValues> { ["circuitId"] = id });
            await Endpoint.RequestDelegate!(context);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            log.LogWarning(failure, "A page whose connection was lost could not be ended to make room for another");
        }
    }

    private Endpoint Endpoint => endpoints.Endpoints.OfType<RouteEndpoint>().First(route => route.RoutePattern.RawText?.Trim('/') == $"{CircuitWall.Path}/disconnect".Trim('/'));
}
