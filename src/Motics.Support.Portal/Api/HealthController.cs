using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Motics.Support.Data;
using Motics.Support.Data.Schema;

namespace Motics.Support.Portal.Api;

/// <summary>For whoever watches over the process. Open to everybody, so it says yes or no and nothing else.</summary>
[AllowAnonymous]
[ApiController]
[Route("health")]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class HealthController(SchemaMigrator migrator, Database database, ILogger<HealthController> log) : ControllerBase
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The process answers.</summary>
    [HttpGet("live"), HttpHead("live")]
    public IActionResult Live() => Ok(new HealthAnswer("live"));

    /// <summary>The database answers, has the schema of this program, and no page of it was found broken.</summary>
    [HttpGet("ready"), HttpHead("ready")]
    public async Task<IActionResult> Ready(CancellationToken cancellationToken)
    {
        var status = await StatusAsync(cancellationToken);
        return StatusCode(status == "ready" ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, new HealthAnswer(status));
    }

    private async Task<string> StatusAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var isCurrent = (await migrator.StatusAsync(patience.Token)).IsCurrent;
            return database.Damage is not null ? "database-damaged" : isCurrent ? "ready" : "database-not-migrated";
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogWarning(failure, "The database does not answer");
            return "database-out-of-reach";
        }
    }
}

/// <param name="Status"><c>live</c>, <c>ready</c>, <c>database-not-migrated</c>, <c>database-damaged</c> or <c>database-out-of-reach</c>.</param>
public sealed record HealthAnswer(string Status);
