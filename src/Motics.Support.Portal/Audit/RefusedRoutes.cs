using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Motics.Support.Core.Audit;
using Motics.Support.Data;
using Motics.Support.Data.Audit;
using Motics.Support.Portal.Access;

namespace Motics.Support.Portal.Audit;

/// <summary>
/// Leaves a line in the audit when somebody known asks at a route for what their role or token does not open. Who is not known at all leaves none: there is
/// nobody to name, and anybody could fill the audit.
/// </summary>
internal sealed class RefusedRoutes(AuditTrail trail, TimeProvider clock, ILogger<RefusedRoutes> log) : IAuthorizationMiddlewareResultHandler
{
    public const string Action = "route.ask";

    private readonly AuthorizationMiddlewareResultHandler answer = new();

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Forbidden)
        {
            await NoteAsync(
                context.User.ToActor().Id, $"{context.Request.Method} {(context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "nowhere"}",
                context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>()?.Policy);
        }

        await answer.HandleAsync(next, context, policy, authorizeResult);
    }

    /// <summary>Notes a refusal; that it could not be noted is logged, and refuses nothing less.</summary>
    /// <param name="actorId">Who asked.</param>
    /// <param name="route">For what: the pattern, never what was put into it.</param>
    /// <param name="needed">The policy that refused.</param>
    public async Task NoteAsync(string actorId, string route, string? needed)
    {
        try
        {
            await trail.AddAsync(new AuditEntry(clock.GetUtcNow(), actorId, Action, $"route:{route}", AuditEntry.Refused, needed is null ? null : $"needs {needed}"), CancellationToken.None);
        }
        catch (DatabaseUnavailableException unavailable)
        {
            log.LogError(unavailable, "A refusal at {Route} could not be noted in the audit; it was refused all the same", route);
        }
    }
}
