using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Paging;
using Motics.Support.Data.Errors;
using Motics.Support.Portal.Api.OpenApi;

namespace Motics.Support.Portal.Api.Errors;

/// <summary>Failures that belong together, and who has them.</summary>
[Route("api/v1/errors")]
public sealed class ErrorsController(ErrorGroupStore store, ErrorDesk desk) : ApiController
{
    /// <summary>The groups that match, the most recent first unless asked otherwise. Several values of a filter are separated by commas.</summary>
    [HttpGet]
    [Authorize(Policy = nameof(Permission.ReadErrors))]
    [ProducesResponseType<Page<ErrorGroup>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> List(string? kind, string? ehr, string? status, string? sort, string? cursor, int? limit, CancellationToken cancellationToken)
    {
        var query = ErrorGroupQuery.Read(kind, ehr, status, sort, cursor, limit);
        return query.Done
            ? Answer(await store.ListAsync(query.Value, Actor, cancellationToken), page => page)
            : Refuse(query.Refusal);
    }

    /// <summary>One group with the organisations that have it.</summary>
    [HttpGet("{id}")]
    [Authorize(Policy = nameof(Permission.ReadErrors))]
    [ProducesResponseType<ErrorGroupAnswer>(StatusCodes.Status200OK)]
    [ProducesResponseType<Problem>(StatusCodes.Status404NotFound, Problems.ContentType)]
    public async Task<IActionResult> Find(string id, CancellationToken cancellationToken) =>
        Answer(await desk.FindAsync(id, Actor, cancellationToken), Group);

    /// <summary>Sets the status (open, acknowledged, resolved or ignored), the assignee (a person's id, null for nobody), or both. The console itself sets regressed.</summary>
    [HttpPatch("{id}")]
    [Authorize(Policy = nameof(Permission.WriteErrors))]
    [VersionedChange]
    [ProducesResponseType<ErrorGroupAnswer>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Patch(string id, [FromBody] ErrorGroupPatch patch, CancellationToken cancellationToken) =>
        Request.SeenVersion() is { } seen ? Answer(await desk.PatchAsync(id, seen, patch, Actor, cancellationToken), Group) : VersionNeeded();

    private OkObjectResult Group(ErrorGroupDetail found)
    {
        Response.SetVersion(found.Group.Version);
        return Ok(ErrorGroupAnswer.Of(found));
    }
}
