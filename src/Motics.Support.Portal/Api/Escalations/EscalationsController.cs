using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Paging;
using Motics.Support.Portal.Api.OpenApi;

namespace Motics.Support.Portal.Api.Escalations;

/// <summary>Hand-overs to the engineers. Every one goes through the desk, which is the gate.</summary>
[Route("api/v1")]
public sealed class EscalationsController(EscalationDesk desk) : ApiController
{
    private const string Markdown = "text/markdown";

    /// <summary>Hands a ticket over when everything required is known, or by override with a reason. The packet never changes afterwards.</summary>
    [HttpPost("tickets/{number:long}/escalation")]
    [Authorize(Policy = nameof(Permission.Escalate))]
    [ProducesResponseType<EscalationAnswer>(StatusCodes.Status201Created)]
    [ProducesResponseType<Problem>(StatusCodes.Status404NotFound, Problems.ContentType)]
    [ProducesResponseType<Problem>(StatusCodes.Status409Conflict, Problems.ContentType)]
    public async Task<IActionResult> Submit(long number, [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] EscalationRequest? request, CancellationToken cancellationToken) =>
        Escalation(await desk.SubmitAsync(number, request?.Override ?? false, request?.Reason, Actor, cancellationToken), created: true);

    /// <summary>The escalations that match, newest first. Several statuses are separated by commas.</summary>
    [HttpGet("escalations")]
    [Authorize(Policy = nameof(Permission.ReadEscalations))]
    [ProducesResponseType<Page<EscalationListItem>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> List(string? status, string? organisationId, string? cursor, int? limit, CancellationToken cancellationToken)
    {
        var list = new ListQuery();
        var query = new EscalationQuery
        {
            Statuses = list.Names<EscalationStatus>("status", status),
            OrganisationId = list.Text("organisationId", organisationId),
            Cursor = cursor,
            Limit = limit,
        };
        return list.Refusal is { } refusal
            ? Refuse(refusal)
            : Answer(await desk.ListAsync(query, Actor, cancellationToken), page => page.Select(EscalationListItem.Of));
    }

    /// <summary>One escalation with its packet: as JSON, or as text/markdown by Accept.</summary>
    [HttpGet("escalations/{number:long}")]
    [Authorize(Policy = nameof(Permission.ReadEscalations))]
    [AlsoAnswers(Markdown)]
    [ProducesResponseType<EscalationAnswer>(StatusCodes.Status200OK, "application/json", Markdown)]
    [ProducesResponseType<Problem>(StatusCodes.Status404NotFound, Problems.ContentType)]
    public async Task<IActionResult> Find(long number, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(number, Actor, cancellationToken);
        return AcceptFilter.Prefers(Request, Markdown)
            ? Answer(found, view =>
            {
                Response.SetVersion(view.Escalation.Version);
                return (IActionResult)Content(EscalationMarkdown.WithQuestions(view.Escalation), $"{Markdown}; charset=utf-8");
            })
            : Escalation(found);
    }

    /// <summary>Accepts, asks back with questions (fact names) or ask (own words) or both, resolves, notes; the agent's side sends answers back with "submitted".</summary>
    [HttpPatch("escalations/{number:long}")]
    [Authorize(Policy = nameof(Permission.Escalate))]
    [VersionedChange]
    [ProducesResponseType<EscalationAnswer>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Patch(long number, [FromBody] EscalationPatch patch, CancellationToken cancellationToken) =>
        Request.SeenVersion() is { } seen ? Escalation(await desk.PatchAsync(number, seen, patch, Actor, cancellationToken)) : VersionNeeded();

    private IActionResult Escalation(Outcome<EscalationView> outcome, bool created = false) => Answer(outcome, view =>
    {
        Response.SetVersion(view.Escalation.Version);
        var answer = EscalationAnswer.Of(view);
        return created ? Created($"/api/v1/escalations/{answer.Number}", answer) : (IActionResult)Ok(answer);
    });
}
