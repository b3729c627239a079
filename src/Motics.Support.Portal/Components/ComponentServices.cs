using Motics.Support.Portal.Components.Shared;
using MudBlazor;
using MudBlazor.Services;

namespace Motics.Support.Portal.Components;

/// <summary>What the pages need, in one call each for the services and the routes.</summary>
public static class ComponentServices
{
    public static IServiceCollection AddPortalComponents(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddHttpContextAccessor();
        services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomRight;
            mud.SnackbarConfiguration.PreventDuplicates = true;
            mud.SnackbarConfiguration.VisibleStateDuration = 6000;
        });
        services.AddScoped<TickingClock>();
        return services;
    }

    /// <summary>Maps the pages and what they are made of. After the controllers.</summary>
    public static RazorComponentsEndpointConventionBuilder MapPortalComponents(this IEndpointRouteBuilder routes)
    {
        routes.MapStaticAssets();
        return routes.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
