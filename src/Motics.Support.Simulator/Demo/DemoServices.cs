using Microsoft.Extensions.DependencyInjection;
using Motics.Support.Data.Schema;

namespace Motics.Support.Simulator.Demo;

/// <summary>Registers the demo. The portal of a build finds this by its name, for what is published has neither the demo nor the simulator.</summary>
public static class DemoServices
{
    /// <summary>Adds what fills an empty database and, when asked for, what keeps it moving.</summary>
    /// <param name="services">Those of the portal.</param>
    /// <param name="live">True when the stories go on by themselves.</param>
    public static void AddDemo(IServiceCollection services, bool live)
    {
        services.AddSingleton<IFirstContent, DemoData>();
        if (live)
            services.AddHostedService<DemoTrickle>();
    }
}
