using Microsoft.AspNetCore.Mvc;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Portal.Access;

namespace Motics.Support.Portal.Api;

/// <summary>What every controller of the API shares: who acts, and how an outcome becomes an answer.</summary>
[ApiController]
[Produces("application/json")]
[ProducesResponseType<Problem>(StatusCodes.Status401Unauthorized, Problems.ContentType)]
[ProducesResponseType<Problem>(StatusCodes.Status403Forbidden, Problems.ContentType)]
[ProducesResponseType<Problem>(StatusCodes.Status422UnprocessableEntity, Problems.ContentType)]
[ProducesResponseType<Problem>(StatusCodes.Status429TooManyRequests, Problems.ContentType)]
public abstract class ApiController : ControllerBase
{
    /// <summary>Who is asking.</summary>
    protected Actor Actor => User.ToActor();

    /// <summary>The refusal, or what <paramref name="answer"/> makes of the value.</summary>
    protected IActionResult Answer<T>(Outcome<T> outcome, Func<T, IActionResult> answer) =>
        outcome.Done ? answer(outcome.Value) : Refuse(outcome.Refusal);

    /// <summary>The refusal, or 200 with what <paramref name="map"/> makes of the value.</summary>
    protected IActionResult Answer<T>(Outcome<T> outcome, Func<T, object> map) => Answer(outcome, value => (IActionResult)Ok(map(value)));

    /// <summary>The problem document of a refusal.</summary>
    protected IActionResult Refuse(Refusal refusal) => Refusals.ToResult(refusal, Response);

    /// <summary>428: the change wants to know which version the caller saw.</summary>
    protected static IActionResult VersionNeeded() => Refuse(StatusCodes.Status428PreconditionRequired, EntityTag.Needed);

    /// <summary>A problem of another sort.</summary>
    protected static IActionResult Refuse(int status, string detail) => new ProblemResult(Problems.Of(status, detail));
}
