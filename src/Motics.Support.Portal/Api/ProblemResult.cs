using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace Motics.Support.Portal.Api;

/// <summary>A problem document, whatever the caller said it accepts: a 406 instead of the reason would help nobody.</summary>
internal sealed class ProblemResult(Problem problem) : IActionResult, IStatusCodeActionResult
{
    public int? StatusCode => problem.Status;

    public Task ExecuteResultAsync(ActionContext context) => Problems.WriteAsync(context.HttpContext, problem);
}

/// <summary>Turns the bare status codes that MVC itself answers into problem documents.</summary>
internal sealed class ProblemForStatus : IClientErrorFactory
{
    public IActionResult GetClientError(ActionContext actionContext, IClientErrorActionResult clientError) =>
        new ProblemResult(Problems.Of(clientError.StatusCode ?? 500, StatusWords.Of(clientError.StatusCode ?? 500)));
}

/// <summary>What the bare statuses mean here.</summary>
internal static class StatusWords
{
    public static string Of(int status) => status switch
    {
        400 => "The request is not well formed.",
        404 => "There is nothing at this address. The routes are in /openapi/v1.json.",
        405 => "This address does not answer that method; the header Allow names those it does.",
        406 => "The API answers application/json; a single escalation is text/markdown too.",
        413 => "The body is too large.",
        415 => "The body's content type is not one that this address reads; the types are in /openapi/v1.json.",
        >= 500 => "Something failed on our side. Give the trace id to an engineer.",
        _ => "The request was refused.",
    };
}
