using Motics.Support.Portal.Configuration;

namespace Motics.Support.Portal.Retention;

internal static class RetentionServices
{
    public static void AddRetention(this IServiceCollection services, RetentionSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<RetentionRun>();
        services.AddHostedService<RetentionService>();
    }
}
