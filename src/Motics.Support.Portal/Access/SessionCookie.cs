using Microsoft.AspNetCore.Authentication.Cookies;

namespace Motics.Support.Portal.Access;

/// <summary>The session of a signed-in person.</summary>
internal static class SessionCookie
{
    public const string SignInPath = "/sign-in";
    public const string DeniedPath = "/denied";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "motics-support";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = TimeSpan.FromHours(10);
        options.SlidingExpiration = true;
        options.LoginPath = SignInPath;
        options.AccessDeniedPath = DeniedPath;
        options.ReturnUrlParameter = "returnUrl";
    }
}
