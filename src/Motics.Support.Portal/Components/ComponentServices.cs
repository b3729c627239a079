using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Motics.Support.Core.Triage;
using Motics.Support.Data.Events;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Components.Organisations;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Shared.Times;
using Motics.Support.Portal.Live;
using MudBlazor;
using MudBlazor.Services;

namespace Motics.Support.Portal.Components;

/// <summary>What the pages need, in one call each for the services and the routes.</summary>
public static class ComponentServices
{
    // A connection that is lost for longer (a laptop that was shut) finds the page loaded afresh, with what was typed: nothing is lost but the memory.
    private static readonly TimeSpan TimeKeptAfterLoss = TimeSpan.FromMinutes(1);
    private const int MostKeptAfterLoss = 50;

    public static IServiceCollection AddPortalComponents(this IServiceCollection services)
    {
        services.AddRazorComponents()
            .AddInteractiveServerComponents(circuits => (circuits.DisconnectedCircuitRetentionPeriod, circuits.DisconnectedCircuitMaxRetained) = (TimeKeptAfterLoss, MostKeptAfterLoss))
            .AddHubOptions(hub => hub.AddFilter<CircuitDoor>());
        services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomRight;
            mud.SnackbarConfiguration.PreventDuplicates = true;
            mud.SnackbarConfiguration.VisibleStateDuration = 6000;
        });
        services.TryAddSingleton(_ => PlaybookLoader.Embedded);
        services.AddScoped<TickingClock>();
        services.AddScoped<ViewerZone>();
        services.AddSingleton<ReadNewestEvent>(provider => provider.GetRequiredService<EventStore>().NewestReceivedAtAsync);
        services.AddSingleton<EventPulse>();
        services.AddScoped<OrganisationReader>();
        return services;
    }

    /// <summary>Maps the pages and what they are made of. After the controllers.</summary>
    public static RazorComponentsEndpointConventionBuilder MapPortalComponents(this IEndpointRouteBuilder routes)
    {
        routes.MapStaticAssets().AllowAnonymous();
        // The portal's own header says who may frame it; the framework would add a second one.
        var pages = routes.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        pages.RequirePagePolicies();
        return pages;
    }
}
