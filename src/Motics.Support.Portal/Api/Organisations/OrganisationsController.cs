using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Motics.Support.Core.Access;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Paging;
using Motics.Support.Data.Organisations;

namespace Motics.Support.Portal.Api.Organisations;

/// <summary>Organisations: the list, one with everything about it, its timeline.</summary>
[Route("api/v1/organisations")]
[Authorize(Policy = nameof(Permission.ReadOrganisations))]
public sealed class OrganisationsController(OrganisationStore store, TimeProvider clock) : ApiController
{
    /// <summary>The organisations that match. Several values of a filter are separated by commas; ticket=none leaves those without an open ticket.</summary>
    [HttpGet]
    [ProducesResponseType<Page<OrganisationItem>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> List(
        string? search, string? ehr, string? region, string? health, string? migrated, string? incident, string? ticket, string? sort, string? cursor, int? limit, CancellationToken cancellationToken)
    {
        var query = OrganisationQuery.Read(new OrganisationsAsked
        {
            Search = search,
            Ehr = ehr,
            Region = region,
            Health = health,
            Migrated = migrated,
            Incident = incident,
            Ticket = ticket,
            Sort = sort,
            Cursor = cursor,
            Limit = limit,
        });
        return query.Done
            ? Answer(await store.ListAsync(query.Value, Actor, cancellationToken), page => page)
            : Refuse(query.Refusal);
    }

    /// <summary>Everything about one; the reading is audited.</summary>
    [HttpGet("{id}")]
    [ProducesResponseType<OrganisationAnswer>(StatusCodes.Status200OK)]
    [ProducesResponseType<Problem>(StatusCodes.Status404NotFound, Problems.ContentType)]
    public async Task<IActionResult> Find(string id, CancellationToken cancellationToken) =>
        Answer(await store.ReadAsync(id, Actor, cancellationToken), detail => OrganisationAnswer.Of(detail, clock.GetUtcNow()));

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
}
