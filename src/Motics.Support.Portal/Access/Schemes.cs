using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Motics.Support.Portal.Access;

/// <summary>Which way of authenticating answers for which request.</summary>
internal static class Schemes
{
    public const string Session = CookieAuthenticationDefaults.AuthenticationScheme;
    public const string Token = "Bearer";
    public const string Oidc = "oidc";

    /// <summary>Who authenticates: on the API the token when one was sent, everywhere else the session.</summary>
    public const string Chooser = "chooser";

    /// <summary>Who answers somebody unknown or not allowed. The API never sends a program to a sign-in page.</summary>
    public const string Challenger = "challenger";

    public static bool IsApi(this HttpRequest request) => request.Path.StartsWithSegments("/api") || request.Path.StartsWithSegments("/openapi");

    public static AuthenticationBuilder AddChoosers(this AuthenticationBuilder builder) => builder
        .AddPolicyScheme(Chooser, null, options =>
            options.ForwardDefaultSelector = context => context.Request.IsApi() && context.Request.Headers.Authorization.Count > 0 ? Token : Session)
        .AddPolicyScheme(Challenger, null, options =>
            options.ForwardDefaultSelector = context => context.Request.IsApi() ? Token : Session);
}
