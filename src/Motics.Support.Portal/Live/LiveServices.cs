using Microsoft.AspNetCore.Components.Server.Circuits;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Tickets;

namespace Motics.Support.Portal.Live;

internal static class LiveServices
{
    /// <summary>After the stores are registered: those that keep changes of people tell of them from now on.</summary>
    public static void AddLiveUpdates(this IServiceCollection services)
    {
        services.AddSingleton<LiveUpdates>();
        services.AddHostedService<NodeWatch>();
        services.AddScoped<CircuitPresence>();
        services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<CircuitPresence>());
        Wrap<ITicketStore>(services, (inner, live) => new AnnouncingTicketStore(inner, live));
        Wrap<IErrorGroupStore>(services, (inner, live) => new AnnouncingErrorGroupStore(inner, live));
        Wrap<IEscalationStore>(services, (inner, live) => new AnnouncingEscalationStore(inner, live));
    }

    private static void Wrap<T>(IServiceCollection services, Func<T, LiveUpdates, T> wrap) where T : class
    {
        var registered = services.Last(service => service.ServiceType == typeof(T));
        services.Remove(registered);
        services.AddSingleton(provider => wrap(
            (T)ActivatorUtilities.CreateInstance(provider, registered.ImplementationType!), provider.GetRequiredService<LiveUpdates>()));
    }
}
