using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Motics.Support.Core.Access;
using Motics.Support.Core.Migration;
using Motics.Support.Data.Migration;

namespace Motics.Support.Portal.Api.Migration;

/// <summary>The fallout of the migration.</summary>
[Route("api/v1/migration")]
[Authorize(Policy = nameof(Permission.ReadMigration))]
public sealed class MigrationController(MigrationStore store) : ApiController
{
    /// <summary>
    /// How the migrated organisations that match fare: by state, by EHR and region, by day; how long reconnecting took; who is not connected. Several
    /// EHRs and regions are separated by commas; from and to are days or times between which an organisation was migrated.
    /// </summary>
    [HttpGet("summary")]
    [ProducesResponseType<MigrationSummary>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Summary(string? ehr, string? region, string? wave, string? from, string? to, CancellationToken cancellationToken)
    {
        var query = MigrationQuery.Read(ehr, region, wave, from, to);
        return query.Done ? Answer(await store.ReadAsync(query.Value, Actor, cancellationToken), summary => summary) : Refuse(query.Refusal);
    }
}
