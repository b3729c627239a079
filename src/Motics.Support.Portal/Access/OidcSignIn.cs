using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Motics.Support.Portal.Configuration;

namespace Motics.Support.Portal.Access;

/// <summary>
/// Sign-in with the organisation's own provider: code flow with PKCE into the session cookie. Of what the provider says only who it is,
/// the name and the mapped roles are kept; somebody without a mapped role is signed in but may nothing.
/// </summary>
internal static class OidcSignIn
{
    public static void Configure(OpenIdConnectOptions options, OidcSettings settings, IHostEnvironment environment)
    {
        options.Authority = settings.Authority.ToString();
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        options.RequireHttpsMetadata = !environment.IsDevelopment();
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        // Somebody waits before a white page meanwhile.
        options.BackchannelTimeout = TimeSpan.FromSeconds(8);
        options.MapInboundClaims = false;
        options.SaveTokens = false;
        options.SignInScheme = Schemes.Session;
        Plain(options.CorrelationCookie, environment);
        Plain(options.NonceCookie, environment);
        options.Events.OnTokenValidated = context =>
        {
            context.Principal = Colleague(context.Principal!, settings);
            return Task.CompletedTask;
        };
        options.Events.OnRemoteFailure = context =>
        {
            context.Response.Redirect(SessionCookie.DeniedPath);
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    /// <summary>The portal's own principal for what the provider says.</summary>
    public static ClaimsPrincipal Colleague(ClaimsPrincipal told, OidcSettings settings)
    {
        var id = told.FindFirstValue("sub") ?? "";
        var name = told.FindFirstValue("name") ?? told.FindFirstValue("preferred_username") ?? id;
        var roles = told.FindAll(settings.RoleClaim).Select(claim => settings.Roles.GetValueOrDefault(claim.Value)).OfType<string>().Distinct();
        return PortalClaims.Person(id, name, roles, Schemes.Session);
    }

    // The answer comes back as a plain GET (ResponseMode query), so the cookies may be as strict as the session's.
    private static void Plain(CookieBuilder cookie, IHostEnvironment environment)
    {
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = SessionCookie.Secure(environment);
    }
}
