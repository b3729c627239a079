using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Paging;
using Motics.Support.Core.Triage;
using Motics.Support.Data.Organisations;

namespace Motics.Support.Portal.Api.Organisations;

/// <summary>Organisations: the list, one with everything about it, its timeline.</summary>
[Route("api/v1/organisations")]
[Authorize(Policy = nameof(Permission.ReadOrganisations))]
public sealed class OrganisationsController(OrganisationStore store, Playbook playbook, TimeProvider clock) : ApiController
{
    /// <summary>Says how many match, whatever the page.</summary>
    public const string TotalCount = "X-Total-Count";

    /// <summary>
    /// The organisations that match; the header X-Total-Count says how many there are. Several values of a filter are separated by commas; none stands for a place, wave or
    /// reason that is not known. The list that a number of the migration summary counts is asked for with these.
    /// </summary>
    [HttpGet]
    [ProducesResponseType<Page<OrganisationItem>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> List([FromQuery] OrganisationsAsked asked, CancellationToken cancellationToken)
    {
        var read = Read(asked);
        if (!read.Done)
            return Refuse(read.Refusal);
        var query = read.Value;
        var outcome = await store.ListAsync(query, Actor, cancellationToken);
        if (outcome.Done && await store.TotalAsync(query, Actor, cancellationToken) is { Done: true, Value: var total })
            Response.Headers[TotalCount] = total.ToString(CultureInfo.InvariantCulture);
        return Answer(outcome, page => page);
    }

    /// <summary>Everything about one; the reading is audited.</summary>
    [HttpGet("{id}")]
    [ProducesResponseType<OrganisationAnswer>(StatusCodes.Status200OK)]
    [ProducesResponseType<Problem>(StatusCodes.Status404NotFound, Problems.ContentType)]
    public async Task<IActionResult> Find(string id, CancellationToken cancellationToken) =>
        Answer(await store.ReadAsync(id, Actor, cancellationToken), detail => new OrganisationAnswer(detail, clock.GetUtcNow()));

    /// <summary>Everything that happened to it, newest first; the reading is audited.</summary>
    [HttpGet("{id}/timeline")]
    [ProducesResponseType<Timeline>(StatusCodes.Status200OK)]
    [ProducesResponseType<Problem>(StatusCodes.Status404NotFound, Problems.ContentType)]
    public async Task<IActionResult> ReadTimeline(string id, string? cursor, int? limit, string? kind, CancellationToken cancellationToken)
    {
        var list = new ListQuery();
        var query = new TimelineQuery(list.Names<TimelineKind>("kind", kind), cursor, limit);
        return list.Refusal is { } refusal ? Refuse(refusal) : Answer(await store.ReadTimelineAsync(id, query, Actor, cancellationToken), timeline => timeline);
    }

    // Which reasons there are, the playbook in force says.
    private Outcome<OrganisationQuery> Read(OrganisationsAsked asked)
    {
        var read = OrganisationQuery.Read(asked);
        return read.Done && read.Value.UnknownReason(playbook) is { } unknown ? unknown : read;
    }
}
