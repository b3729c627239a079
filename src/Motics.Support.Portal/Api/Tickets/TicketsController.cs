using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Paging;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Portal.Api.OpenApi;
using System.Text.Json;

namespace Motics.Support.Portal.Api.Tickets;

/// <summary>Tickets. Every change goes through the desk, as it does from the pages.</summary>
[Route("api/v1/tickets")]
public sealed class TicketsController(TicketDesk desk) : TicketApi
{
    /// <summary>The tickets that match, newest first. Several statuses are separated by commas; the assignee is a person's id, or "none"; outreach leaves those that one outreach made.</summary>
    [HttpGet]
    [Authorize(Policy = nameof(Permission.ReadTickets))]
    [ProducesResponseType<Page<TicketListItem>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> List(string? status, string? assignee, string? organisationId, string? outreach, string? cursor, int? limit, CancellationToken cancellationToken)
    {
        var list = new ListQuery();
        var query = new TicketQuery
        {
            Statuses = list.Names<TicketStatus>("status", status),
            Assignee = list.Text("assignee", assignee),
            OrganisationId = list.Text("organisationId", organisationId),
            OutreachId = list.Text("outreach", outreach),
            Cursor = cursor,
            Limit = limit,
        };
        return list.Refusal is { } refusal
            ? Refuse(refusal)
            : Answer(await desk.ListAsync(query, Actor, cancellationToken), page => page.Select(TicketListItem.Of));
    }

    /// <summary>A new ticket.</summary>
    [HttpPost]
    [Authorize(Policy = nameof(Permission.WriteTickets))]
    [ProducesResponseType<TicketAnswer>(StatusCodes.Status201Created)]
    public async Task<IActionResult> Create([FromBody] TicketRequest request, CancellationToken cancellationToken)
    {
        var facts = FactReader.ReadAll(request.Facts);
        return facts.Done
            ? Ticket(await desk.CreateAsync(request.ToNewTicket(facts.Value), Actor, cancellationToken), created: true)
            : Refuse(facts.Refusal);
    }

    /// <summary>The ticket, evaluated as of now.</summary>
    [HttpGet("{number:long}")]
    [Authorize(Policy = nameof(Permission.ReadTickets))]
    [ProducesResponseType<TicketAnswer>(StatusCodes.Status200OK)]
    [ProducesResponseType<Problem>(StatusCodes.Status404NotFound, Problems.ContentType)]
    public async Task<IActionResult> Find(long number, CancellationToken cancellationToken) =>
        Ticket(await desk.FindAsync(number, Actor, cancellationToken));

    /// <summary>Several changes together or none. A field that is absent stays; null empties it. Closing asks for mendedBy.</summary>
    [HttpPatch("{number:long}")]
    [Authorize(Policy = nameof(Permission.WriteTickets))]
    [VersionedChange]
    [ProducesResponseType<TicketAnswer>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Patch(long number, [FromBody] TicketPatch patch, CancellationToken cancellationToken) =>
        Request.SeenVersion() is { } seen ? Ticket(await desk.PatchAsync(number, seen, patch, Actor, cancellationToken)) : VersionNeeded();

    /// <summary>Merges answers; null takes one back.</summary>
    [HttpPut("{number:long}/facts")]
    [Authorize(Policy = nameof(Permission.WriteTickets))]
    [VersionedChange]
    [ProducesResponseType<TicketAnswer>(StatusCodes.Status200OK)]
    public async Task<IActionResult> SetFacts(long number, [FromBody] FactsRequest request, CancellationToken cancellationToken)
    {
        if (Request.SeenVersion() is not { } seen)
        {
            return VersionNeeded();
        }

        if (request.Facts.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return Refuse(Refusal.Field("facts", "Is missing: an object of fact names and values; null takes an answer back."));
        }

        var facts = FactReader.ReadAll(request.Facts);
        return facts.Done ? Ticket(await desk.SetFactsAsync(number, seen, facts.Value, Actor, cancellationToken)) : Refuse(facts.Refusal);
    }
}
