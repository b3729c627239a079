using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Motics.Support.Core.Access;
using Motics.Support.Core.Incidents;
using Motics.Support.Data.Incidents;

namespace Motics.Support.Portal.Api.Incidents;

/// <summary>Trouble at providers.</summary>
[Route("api/v1/incidents")]
[Authorize(Policy = nameof(Permission.ReadIncidents))]
public sealed class IncidentsController(IncidentStore store) : ApiController
{
    /// <summary>Those that last now, suspected and confirmed, with the evidence; newest first.</summary>
    [HttpGet]
    [ProducesResponseType<ListAnswer<Incident>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> List(CancellationToken cancellationToken) =>
        Ok(new ListAnswer<Incident>(await store.ActiveAsync(cancellationToken), null));
}
