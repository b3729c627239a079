using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Motics.Support.Data.Access;
using Motics.Support.Portal.Configuration;

namespace Motics.Support.Portal.Access;

internal static class AccessServices
{
    public static void AddPortalAccess(this IServiceCollection services, PortalSettings settings, IHostEnvironment environment)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentActor>();
        services.AddCascadingAuthenticationState();
        AddPolicies(services);
        AddSchemes(services, settings, environment);
        AddKeys(services);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "motics-support-forgery";
            options.Cookie.SecurePolicy = SessionCookie.Secure(environment);
        });
    }

    private static void AddPolicies(IServiceCollection services)
    {
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        services.AddSingleton<IAuthorizationHandler, NamedPolicyHandler>();
        services.AddAuthorization(options => options.AddPermissionPolicies());
    }

    private static void AddSchemes(IServiceCollection services, PortalSettings settings, IHostEnvironment environment)
    {
        var builder = services.AddAuthentication(options =>
        {
            options.DefaultScheme = Schemes.Chooser;
            options.DefaultSignInScheme = Schemes.Session;
            options.DefaultChallengeScheme = Schemes.Challenger;
            options.DefaultForbidScheme = Schemes.Challenger;
        });
        builder.AddChoosers()
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(Schemes.Token, null)
            .AddCookie(Schemes.Session, options => SessionCookie.Configure(options, environment));
        if (settings.Oidc is { } oidc)
        {
            builder.AddOpenIdConnect(Schemes.Oidc, options => OidcSignIn.Configure(options, oidc, environment));
        }
    }

    // In the database, so that a session outlives a restart and holds on every node.
    private static void AddKeys(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("motics-support");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
            options.XmlRepository = new ProtectionKeys(provider.GetRequiredService<DataProtectionKeyStore>())));
    }
}
