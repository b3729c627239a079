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
public sealed class SignInController(PortalSettings settings, IAntiforgery antiforgery, ILogger<SignInController> log) : ControllerBase
{
    /// <summary>To the provider when there is one; else the choice of demo roles.</summary>
    [HttpGet(SessionCookie.SignInPath)]
    public async Task<IResult> SignIn(string? returnUrl)
    {
        var target = Local(returnUrl);
        return settings.Oidc is not null ? await AskProviderAsync(target)
            : IsDemoAllowed() ? new RazorComponentResult<DemoSignIn>(new { ReturnUrl = target })
            : TypedResults.NotFound();
    }

    /// <summary>
    /// Signs in as a role, with no password: for trying the console on one's own machine. In Development only, and only for
    /// what was made on this machine under its own name and passed on by no proxy; for everybody else there is no such page.
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

    private bool IsDemoAllowed() => settings.DemoSignIn && ThisMachine.Made(HttpContext);

    // The provider is asked for its addresses when it is first needed; it may be away then, or answer nonsense.
    private async Task<IResult> AskProviderAsync(string target)
    {
        try
        {
            await HttpContext.ChallengeAsync(Schemes.Oidc, new AuthenticationProperties { RedirectUri = target });
            return Results.Empty;
        }
        catch (Exception away) when (!HttpContext.RequestAborted.IsCancellationRequested && !Response.HasStarted)
        {
            log.LogError(away, "The sign-in provider cannot be used: it does not answer, or not with what it should. Check Authentication:Oidc:Authority and the way there");
            Response.Clear();
            Response.Headers.RetryAfter = "30";
            return new RazorComponentResult<ProviderAwayDocument>(new { ReturnUrl = target }) { StatusCode = StatusCodes.Status503ServiceUnavailable };
        }
    }

    private string Local(string? returnUrl) => Url.IsLocalUrl(returnUrl) ? returnUrl! : "/";
}
