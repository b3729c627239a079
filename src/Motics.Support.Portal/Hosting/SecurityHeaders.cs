using Motics.Support.Portal.Access;

namespace Motics.Support.Portal.Hosting;

/// <summary>
/// What browsers are told to refuse: foreign hosts, inline script, <c>eval</c>, being framed. Inline styles are allowed because MudBlazor
/// places its popovers with them. An answer that sets a header itself (a screenshot) keeps its own.
/// </summary>
internal static class SecurityHeaders
{
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "manifest-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private const string Unused = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            Set(context);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.TryAdd("Content-Security-Policy", ContentPolicy);
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        headers.TryAdd("X-Frame-Options", "DENY");
        headers.TryAdd("Referrer-Policy", "same-origin");
        headers.TryAdd("Permissions-Policy", Unused);
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        if (context.Request.IsApi())
        {
            headers.TryAdd("Cache-Control", "no-store");
        }
    }
}
