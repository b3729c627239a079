using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Filters;
using Motics.Support.Portal.Access;

namespace Motics.Support.Portal.Api;

/// <summary>
/// Writes with a session cookie want the antiforgery token as well: a browser sends the cookie by itself, the token only our own page can
/// send. Requests with a bearer token need none.
/// </summary>
internal sealed class ForgeryFilter(IAntiforgery antiforgery) : IAsyncAuthorizationFilter
{
    public const string TokenHeader = "RequestVerificationToken";

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        var isWrite = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);
        if (!isWrite || !request.IsApi() || context.HttpContext.User.Identity?.AuthenticationType != Schemes.Session)
        {
            return;
        }

        // By header only: looking for the token in a form would read a body that nobody has judged yet.
        if (!request.Headers.ContainsKey(TokenHeader) || !await antiforgery.IsRequestValidAsync(context.HttpContext))
        {
            context.Result = new ProblemResult(Problems.Of(StatusCodes.Status400BadRequest,
                "A change with a session cookie needs the antiforgery token in the header " + TokenHeader + "; GET /api/v1/antiforgery gives one. Programs use a bearer token."));
        }
    }
}
