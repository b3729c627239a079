using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Motics.Support.Core.Access;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Paging;
using Motics.Support.Data.Incidents;

namespace Motics.Support.Portal.Api.Incidents;

/// <summary>Trouble at providers.</summary>
[Route("api/v1/incidents")]
[Authorize(Policy = nameof(Permission.ReadIncidents))]
public sealed class IncidentsController(IncidentStore store) : ApiController
{
    /// <summary>
    /// Suspected and confirmed incidents with the evidence, newest first: those that last and those that are over (status over, or until is past).
    /// Several values of a filter are separated by commas.
    /// </summary>
    [HttpGet]
    [ProducesResponseType<Page<Incident>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> List(string? ehr, string? status, string? cursor, int? limit, CancellationToken cancellationToken)
    {
        var list = new ListQuery();
        var query = new IncidentQuery { Ehrs = list.Names<Ehr>("ehr", ehr), Statuses = list.Names<IncidentStatus>("status", status), Cursor = cursor, Limit = limit };
        return list.Refusal is { } refusal
            ? Refuse(refusal)
            : Answer(await store.ListAsync(query, Actor, cancellationToken), page => page);
    }
}
