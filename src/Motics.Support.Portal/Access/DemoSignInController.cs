using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Motics.Support.Portal.Demo;

namespace Motics.Support.Portal.Access;

/// <summary>
/// Signs in as a role, with no password: for trying the console on one's own machine. Answers in Development only, and only to
/// connections from this machine that no proxy passed on; everybody else gets a 404.
/// </summary>
[AllowAnonymous]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class DemoSignInController(IHostEnvironment environment) : ControllerBase
{
    [HttpGet("/dev/sign-in")]
    public async Task<IActionResult> SignIn([FromQuery(Name = "as")] string? role, string? returnUrl = "/")
    {
        if (!environment.IsDevelopment() || !IsFromThisMachine(HttpContext))
        {
            return NotFound();
        }

        if (role is null || !DemoPeople.ByRole.TryGetValue(role, out var person))
        {
            return Problem($"Say who to sign in as: {string.Join(", ", DemoPeople.ByRole.Keys)}.", statusCode: StatusCodes.Status400BadRequest);
        }

        var scheme = CookieAuthenticationDefaults.AuthenticationScheme;
        await HttpContext.SignInAsync(scheme, PortalClaims.Person(person.Id, person.Name, [role], scheme));
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }

    private static bool IsFromThisMachine(HttpContext context) =>
        (context.Connection.RemoteIpAddress is null || IPAddress.IsLoopback(context.Connection.RemoteIpAddress))
        && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("Forwarded");
}
