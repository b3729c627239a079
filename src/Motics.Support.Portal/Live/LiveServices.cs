using Microsoft.AspNetCore.Components.Server.Circuits;
using Motics.Support.Data;

namespace Motics.Support.Portal.Live;

internal static class LiveServices
{
    public static void AddLiveUpdates(this IServiceCollection services)
    {
        services.AddSingleton<LiveUpdates>();
        services.AddHostedService<LiveFeed>();
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<MemoryReturn>(provider, new Action(() => MemoryReturn.Collect(provider.GetRequiredService<Database>()))));
        services.AddSingleton<OpenPages>();
        services.AddSingleton<CircuitEnd>();
        services.AddSingleton<CircuitDoor>();
        services.AddScoped<CircuitPage>();
        services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<CircuitPage>());
        services.AddScoped<CircuitPresence>();
        services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<CircuitPresence>());
    }
}
