namespace Motics.Support.Portal.Demo;

/// <summary>Registers the demo.</summary>
public static class DemoServices
{
    /// <summary>Adds what fills an empty database and what keeps it moving; both do nothing unless the options say so.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services, DemoOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<DemoData>();
        services.AddHostedService<DemoTrickle>();
        return services;
    }
}
