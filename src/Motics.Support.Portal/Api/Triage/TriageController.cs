using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Data.Organisations;

namespace Motics.Support.Portal.Api.Triage;

/// <summary>What follows from facts, and by which rules.</summary>
[Route("api/v1")]
public sealed class TriageController(Playbook playbook, OrganisationStore organisations, TimeProvider clock) : ApiController
{
    /// <summary>
    /// Evaluates facts, over an organisation's evidence when one is named. What is given is said now: events are older and may explain a complaint, but never
    /// answer it. Stores nothing but the audit entry of that reading.
    /// </summary>
    [HttpPost("triage/evaluate")]
    [Authorize(Policy = nameof(Permission.Evaluate))]
    [ProducesResponseType<EvaluationAnswer>(StatusCodes.Status200OK)]
    [ProducesResponseType<Problem>(StatusCodes.Status400BadRequest, Problems.ContentType)]
    public async Task<IActionResult> Evaluate([FromBody] EvaluationRequest request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var facts = FactReader.ReadAll(request.Facts);
        if (!facts.Done)
        {
            return Refuse(facts.Refusal);
        }

        var organisation = await FindAsync(request.OrganisationId, cancellationToken);
        return organisation.Refusal is { } refusal
            ? Refuse(refusal)
            : Ok(EvaluationAnswer.Of(playbook.Evaluate(CaseFacts.Of(organisation.Value, CaseFacts.Answers(facts.Value, now), now))));
    }

    /// <summary>The rules in force.</summary>
    [HttpGet("playbook")]
    [Authorize(Policy = nameof(Permission.ReadPlaybook))]
    [ProducesResponseType<PlaybookAnswer>(StatusCodes.Status200OK)]
    public IActionResult Read() => Ok(PlaybookAnswer.Of(playbook));

    private async Task<Outcome<OrganisationDetail?>> FindAsync(string? id, CancellationToken cancellationToken)
    {
        if (id is null)
        {
            return default(Outcome<OrganisationDetail?>);
        }

        var found = await organisations.ReadAsync(id, Actor, cancellationToken);
        return found.Done ? found.Value
            : found.Refusal is Refusal.NotFound ? Refusal.Field("organisationId", "There is no organisation with this id.") : found.Refusal;
    }
}
