using Microsoft.AspNetCore.Http.Features;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Api;

namespace Motics.Support.Portal.Hosting;

/// <summary>
/// Refuses with 400 what the server lets through and what stands behind it cannot take: a host that makes no address, and a body that cannot be read to
/// its end. It stands outside of the pages, for none of them can be drawn for such a request.
/// </summary>
internal static class WellFormed
{
    public static void UseWellFormed(this IApplicationBuilder app) => app.Use(CheckAsync);

    /// <summary>
    /// Stands inside of what answers failures: a body that could not be read reaches it wrapped by whoever read it, and is told to be the caller's mistake.
    /// </summary>
    public static void UseBadBodies(this IApplicationBuilder app) => app.Use(UnwrapAsync);

    private static async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsAddressed(context.Request))
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "The header Host names no host.");
            return;
        }

        if (context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true)
        {
            context.Request.Body = new CheckedBody(context.Request.Body, context.RequestAborted);
        }

        await next(context);
    }

    private static async Task UnwrapAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception failure) when (!context.Response.HasStarted && Cause(failure, context.Request.HasFormContentType) is { } bad)
        {
            await RefuseAsync(context, bad.StatusCode, StatusWords.Of(bad.StatusCode));
        }
    }

    // The framework's own readers of forms say by several exceptions that what was sent is none.
    private static BadHttpRequestException? Cause(Exception? failure, bool isForm) => failure switch
    {
        null => null,
        BadHttpRequestException bad => bad,
        InvalidDataException or IOException when isForm => new BadHttpRequestException("", StatusCodes.Status400BadRequest),
        _ => Cause(failure.InnerException, isForm),
    };

    // A balancer that speaks HTTP/1.0 sends no Host, and is told the health all the same.
    private static bool IsAddressed(HttpRequest request)
    {
        try
        {
            return request.Path.StartsWithSegments("/health")
                || (request.Host.HasValue && Uri.TryCreate($"{request.Scheme}://{request.Host.ToUriComponent()}/", UriKind.Absolute, out var address) && address.Host.Length > 0 && address.UserInfo.Length == 0);
        }
        catch (ArgumentException)
        {
            // A name in Punycode that decodes to none.
            return false;
        }
    }

    private static Task RefuseAsync(HttpContext context, int status, string sentence)
    {
        if (context.Request.IsApi())
        {
            return Problems.WriteAsync(context, status, sentence);
        }

        context.Response.Clear();
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(sentence);
    }
}
