using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Motics.Support.Portal.Components;
using Motics.Support.Portal.Live;

namespace Motics.Support.Portal.Access;

/// <summary>Where a page is sent that found no room (<see cref="CircuitDoor"/>). It has no circuit itself.</summary>
[Authorize(Policy = PermissionPolicies.Colleague)]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class TooManyPagesController(OpenPages pages) : ControllerBase
{
    /// <summary>Says why and what to close; back to where the page wanted to be once there is room.</summary>
    [HttpGet(Links.TooManyPages)]
    public IResult TooMany(string? returnUrl)
    {
        var (target, person) = (Url.IsLocalUrl(returnUrl) ? returnUrl! : Links.Home, User.ToActor().Id);
        if (pages.Refusal(person) is not { } why)
        {
            return TypedResults.LocalRedirect(target);
        }

        Response.Headers.RetryAfter = "30";
        return new RazorComponentResult<TooManyPagesDocument>(new { ReturnUrl = target, Why = why, Own = pages.Of(person) })
        {
            StatusCode = why == NoRoom.ForPerson ? StatusCodes.Status429TooManyRequests : StatusCodes.Status503ServiceUnavailable,
        };
    }
}
