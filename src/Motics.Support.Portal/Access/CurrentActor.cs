using Microsoft.AspNetCore.Components.Authorization;
using Motics.Support.Core.Access;

namespace Motics.Support.Portal.Access;

/// <summary>Who is acting in this request or this circuit. Works in controllers and in components.</summary>
public sealed class CurrentActor(IServiceProvider services, IHttpContextAccessor http)
{
    /// <summary>The actor; one without permissions when nobody is signed in.</summary>
    public async ValueTask<Actor> GetAsync()
    {
        // In a circuit the accessor may still hold the request that opened it: only the request's own scope may ask it.
        if (http.HttpContext is { } context && ReferenceEquals(context.RequestServices, services))
        {
            return context.User.ToActor();
        }

        var state = await services.GetRequiredService<AuthenticationStateProvider>().GetAuthenticationStateAsync();
        return state.User.ToActor();
    }
}
