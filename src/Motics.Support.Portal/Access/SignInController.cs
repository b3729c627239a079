using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Motics.Support.Portal.Configuration;
using Motics.Support.Core.Access;

namespace Motics.Support.Portal.Access;

/// <summary>The ways in and out for people. Every address to return to is one of the portal's own.</summary>
[AllowAnonymous]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class SignInController(PortalSettings settings, IAntiforgery antiforgery) : ControllerBase
{
    /// <summary>To the provider when there is one; else the choice of demo roles.</summary>
    [HttpGet(SessionCookie.SignInPath)]
    public IResult SignIn(string? returnUrl)
    {
        var target = Local(returnUrl);
        return settings.Oidc is not null ? TypedResults.Challenge(new AuthenticationProperties { RedirectUri = target }, [Schemes.Oidc])
            : IsDemoAllowed() ? new RazorComponentResult<DemoSignIn>(new { ReturnUrl = target })
            : TypedResults.NotFound();
    }

    /// <summary>
    /// Signs in as a role, with no password: for trying the console on one's own machine. In Development only, and only for
    /// connections from this machine that no proxy passed on; for everybody else there is no such page.
    /// </summary>
    [HttpGet("/dev/sign-in")]
    public async Task<IResult> SignInAs([FromQuery(Name = "as")] string? role, string? returnUrl)
    {
        if (!IsDemoAllowed())
        {
            return TypedResults.NotFound();
        }

        if (role is null || !DemoPeople.ByRole.TryGetValue(role, out var person))
        {
            return TypedResults.Problem($"Say who to sign in as: {string.Join(", ", DemoPeople.ByRole.Keys)}.", statusCode: StatusCodes.Status400BadRequest);
        }

        await HttpContext.SignInAsync(Schemes.Session, PortalClaims.Person(person.Id, person.Name, [role], Schemes.Session));
        return TypedResults.LocalRedirect(Local(returnUrl));
    }

    /// <summary>Ends the session here; the provider's own goes on, as other programs may live on it.</summary>
    [HttpPost("/sign-out")]
    public async Task<IResult> Leave()
    {
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
        {
            return TypedResults.Problem("The form was not made by this portal, or is too old. Load the page again.", statusCode: StatusCodes.Status400BadRequest);
        }

        await HttpContext.SignOutAsync(Schemes.Session);
        return TypedResults.LocalRedirect(SessionCookie.SignedOutPath);
    }

    [HttpGet(SessionCookie.SignedOutPath)]
    public IResult Left() => new RazorComponentResult<SignedOutDocument>();

    /// <summary>For whoever may not see what they asked for, or may see nothing at all.</summary>
    [HttpGet(SessionCookie.DeniedPath)]
    public IResult Denied()
    {
        var actor = User.ToActor();
        var name = User.Identity?.IsAuthenticated == true ? actor.Name : null;
        return new RazorComponentResult<DeniedDocument>(new { Name = name, HasRole = actor.Permissions.Count > 0 }) { StatusCode = StatusCodes.Status403Forbidden };
    }

    private bool IsDemoAllowed() => settings.DemoSignIn && IsFromThisMachine(HttpContext);

    private string Local(string? returnUrl) => Url.IsLocalUrl(returnUrl) ? returnUrl! : "/";

    private static bool IsFromThisMachine(HttpContext context) =>
        (context.Connection.RemoteIpAddress is null || IPAddress.IsLoopback(context.Connection.RemoteIpAddress))
        && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("Forwarded");
}
