using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Motics.Support.Portal.Access;

namespace Motics.Support.Portal.Api;

/// <summary>The token that changes with a session cookie need.</summary>
[Route("api/v1/antiforgery")]
[Authorize(Policy = PermissionPolicies.Colleague)]
public sealed class AntiforgeryController(IAntiforgery antiforgery) : ApiController
{
    [HttpGet]
    [ProducesResponseType<AntiforgeryAnswer>(StatusCodes.Status200OK)]
    public IActionResult Get()
    {
        var tokens = antiforgery.GetAndStoreTokens(HttpContext);
        return Ok(new AntiforgeryAnswer(tokens.HeaderName ?? "", tokens.RequestToken ?? ""));
    }
}

/// <summary>Send <paramref name="Token"/> in the header <paramref name="HeaderName"/>.</summary>
public sealed record AntiforgeryAnswer(string HeaderName, string Token);
