using Microsoft.AspNetCore.Authorization;
using Motics.Support.Portal.Configuration;

namespace Motics.Support.Portal.Audit;

internal static class AuditServices
{
    public static void AddAudit(this IServiceCollection services, AuditSettings settings)
    {
        services.AddSingleton(settings);
        services.AddAuditCheckpoints(settings);
        services.AddSingleton<RefusedRoutes>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler>(provider => provider.GetRequiredService<RefusedRoutes>());
        services.AddSingleton<CheckpointRun>();
        services.AddHostedService<CheckpointService>();
    }

    /// <summary>What commands need of it too.</summary>
    public static void AddAuditCheckpoints(this IServiceCollection services, AuditSettings settings) =>
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<Data.Audit.AuditCheckpoints>(provider, settings.Key ?? []));
}
