using Microsoft.AspNetCore.Diagnostics;

namespace Motics.Support.Portal.Access;

/// <summary>
/// What keeps strangers from the circuits of the pages: a browser says from which page it connects, and only the portal's own may. A cookie that comes
/// along proves nothing here, for browsers send it with WebSockets of other sites' pages too.
/// </summary>
internal static class CircuitWall
{
    /// <summary>Where circuits are negotiated, connected and ended.</summary>
    public const string Path = "/_blazor";

    public static bool IsCircuit(this HttpRequest request) => request.Path.StartsWithSegments(Path);

    public static void UseCircuitWall(this IApplicationBuilder app) => app.UseWhen(context => context.Request.IsCircuit(), circuits => circuits.Use(CheckAsync));

    private static Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        // These answers are for a script: no page is drawn for them.
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        if (IsOwn(context.Request))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    // Programs that are no browser send none, and have no cookie that they did not fetch themselves. The scheme is not compared: behind a proxy with TLS it
    // may be told wrong, and a page of the same host and port is the portal's own.
    private static bool IsOwn(HttpRequest request) => request.Headers.Origin switch
    {
        [] => true,
        [{ } origin] => Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Scheme is "http" or "https"
            && Uri.TryCreate($"{from.Scheme}://{request.Host.ToUriComponent()}", UriKind.Absolute, out var own) && from.Authority.Equals(own.Authority, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
