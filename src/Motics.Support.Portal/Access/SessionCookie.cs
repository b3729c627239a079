using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Motics.Support.Core.Tickets;

namespace Motics.Support.Portal.Access;

/// <summary>The session of a signed-in person.</summary>
internal static class SessionCookie
{
    public const string SignInPath = "/sign-in";
    public const string DeniedPath = "/denied";
    public const string SignedOutPath = "/signed-out";

    private static readonly TimeSpan Shift = TimeSpan.FromHours(10);

    public static void Configure(CookieAuthenticationOptions options, IHostEnvironment environment)
    {
        options.Cookie.Name = "motics-support";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = Secure(environment);
        options.ExpireTimeSpan = Shift;
        options.SlidingExpiration = true;
        options.LoginPath = SignInPath;
        options.AccessDeniedPath = DeniedPath;
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnSignedIn = RememberAsync;
        options.Events.OnCheckSlidingExpiration = RenewForPeople;
        options.Events.OnRedirectToLogin = context => RefuseAsync(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => RefuseAsync(context, StatusCodes.Status403Forbidden);
    }

    // Open pages ask for the build by themselves: nobody is at work only because a tab is open.
    private static Task RenewForPeople(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew &= !context.Request.Path.StartsWithSegments(Hosting.Build.Path, StringComparison.OrdinalIgnoreCase);
        return Task.CompletedTask;
    }

    // The scripts behind a page want a status; people are led to a page.
    private static Task RefuseAsync(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (context.Request.IsCircuit())
        {
            context.Response.StatusCode = status;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }

    // Tickets can be given to whoever was here once.
    private static async Task RememberAsync(CookieSignedInContext context)
    {
        if (context.Principal?.ToActor() is { Permissions.Count: > 0 } actor)
        {
            var services = context.HttpContext.RequestServices;
            await services.GetRequiredService<Core.Tickets.ITicketStore>().RememberAsync(
                Person.Of(actor), services.GetRequiredService<TimeProvider>().GetUtcNow(), context.HttpContext.RequestAborted);
        }
    }

    /// <summary>Development runs on plain http; everywhere else the cookies travel over https only.</summary>
    public static CookieSecurePolicy Secure(IHostEnvironment environment) =>
        environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
}
