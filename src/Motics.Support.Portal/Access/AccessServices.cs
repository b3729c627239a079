using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace Motics.Support.Portal.Access;

internal static class AccessServices
{
    public static void AddPortalAccess(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentActor>();
        services.AddCascadingAuthenticationState();
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        services.AddSingleton<IAuthorizationHandler, NamedPolicyHandler>();
        services.AddAuthorization(options => options.AddPermissionPolicies());
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(SessionCookie.Configure);
        services.AddAntiforgery(options => options.Cookie.Name = "motics-support-forgery");
    }
}
