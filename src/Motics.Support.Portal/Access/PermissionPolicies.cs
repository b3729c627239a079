using Microsoft.AspNetCore.Authorization;
using Motics.Support.Core.Access;

namespace Motics.Support.Portal.Access;

/// <summary>
/// One policy per permission, under the permission's name: <c>[Authorize(Policy = nameof(Permission.ReadTickets))]</c>.
/// What names no policy at all is refused.
/// </summary>
public static class PermissionPolicies
{
    /// <summary>Somebody with at least one permission; for what every colleague may see.</summary>
    public const string Colleague = "Colleague";

    internal static void AddPermissionPolicies(this AuthorizationOptions options)
    {
        foreach (var permission in Enum.GetValues<Permission>())
        {
            options.AddPolicy(permission.ToString(), policy => policy.RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(permission)));
        }

        options.AddPolicy(Colleague, policy => policy.RequireAuthenticatedUser().RequireAssertion(context => context.User.ToActor().Permissions.Count > 0));
        options.FallbackPolicy = new AuthorizationPolicyBuilder().AddRequirements(new NamedPolicyRequirement()).Build();
    }
}

/// <summary>The actor must hold this permission.</summary>
internal sealed record PermissionRequirement(Permission Permission) : IAuthorizationRequirement;

/// <summary>
/// What holds where no policy is named. An endpoint must name one, so it is refused; an address that does not exist is a 404 for a
/// colleague and for programs, and the way to sign-in for everybody else: unknown people learn nothing.
/// </summary>
internal sealed record NamedPolicyRequirement : IAuthorizationRequirement;

internal sealed class PermissionHandler : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (context.User.ToActor().May(requirement.Permission))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}

internal sealed class NamedPolicyHandler : AuthorizationHandler<NamedPolicyRequirement>
{
    internal const string NewFiles = "{**path:file}";

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NamedPolicyRequirement requirement)
    {
        if (context.Resource is HttpContext http && IsNowhere(http.GetEndpoint())
            && (http.Request.IsApi() || context.User.ToActor().Permissions.Count > 0))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    // What was never mapped has no route: nothing at all, or the framework's own 405 and 415. In Development the
    // framework maps a route for files that came after the build; what has no such file ends in a 404 there.
    private static bool IsNowhere(Endpoint? endpoint) =>
        endpoint is not RouteEndpoint route || route.RoutePattern.RawText == NewFiles;
}
