using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Motics.Support.Core.Access;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Replies;

namespace Motics.Support.Portal.Api.Tickets;

/// <summary>The rest of what an agent does with a ticket: notes, steps and the reply.</summary>
[Route("api/v1/tickets/{number:long}")]
[Authorize(Policy = nameof(Permission.WriteTickets))]
public sealed class TicketPartsController(TicketDesk desk) : TicketApi
{
    /// <summary>Adds a note.</summary>
    [HttpPost("notes")]
    [ProducesResponseType<TicketAnswer>(StatusCodes.Status200OK)]
    [ProducesResponseType<Problem>(StatusCodes.Status404NotFound, Problems.ContentType)]
    public async Task<IActionResult> AddNote(long number, [FromBody] NoteRequest request, CancellationToken cancellationToken) =>
        Ticket(await desk.AddNoteAsync(number, request.Text, Actor, cancellationToken));

    /// <summary>What was masked in the ticket was no key: it asks no longer that one be replaced. For leads. With If-Match, only when nobody changed it since.</summary>
    [HttpPost("no-key")]
    [Authorize(Policy = nameof(Permission.OverrideEscalation))]
    [ProducesResponseType<TicketAnswer>(StatusCodes.Status200OK)]
    [ProducesResponseType<Problem>(StatusCodes.Status404NotFound, Problems.ContentType)]
    [ProducesResponseType<Problem>(StatusCodes.Status409Conflict, Problems.ContentType)]
    [ProducesResponseType<Problem>(StatusCodes.Status412PreconditionFailed, Problems.ContentType)]
    public async Task<IActionResult> SayNoKey(long number, [FromBody] NoKeyRequest request, CancellationToken cancellationToken) =>
        Ticket(await desk.SayNoKeyAsync(number, Request.SeenVersion(), request.Reason, Actor, cancellationToken));

    /// <summary>Ticks a step of the current verdict, or unticks one. With If-Match, only when nobody changed the ticket since.</summary>
    [HttpPut("steps/{stepId}")]
    [ProducesResponseType<TicketAnswer>(StatusCodes.Status200OK)]
    [ProducesResponseType<Problem>(StatusCodes.Status404NotFound, Problems.ContentType)]
    [ProducesResponseType<Problem>(StatusCodes.Status412PreconditionFailed, Problems.ContentType)]
    public async Task<IActionResult> TickStep(long number, string stepId, [FromBody] StepRequest request, CancellationToken cancellationToken) =>
        request.Done is { } done
            ? Ticket(await desk.TickStepAsync(number, Request.SeenVersion(), stepId, done, Actor, cancellationToken))
            : Refuse(Core.Refusal.Field("done", "true or false."));

    /// <summary>Keeps the reply in the agent's own words; null takes the composed one again. With If-Match, only when nobody changed the ticket since.</summary>
    [HttpPut("reply")]
    [ProducesResponseType<TicketAnswer>(StatusCodes.Status200OK)]
    [ProducesResponseType<Problem>(StatusCodes.Status404NotFound, Problems.ContentType)]
    [ProducesResponseType<Problem>(StatusCodes.Status412PreconditionFailed, Problems.ContentType)]
    public async Task<IActionResult> EditReply(long number, [FromBody] ReplyRequest request, CancellationToken cancellationToken) =>
        Ticket(await desk.EditReplyAsync(number, Request.SeenVersion(), request.Text, Actor, cancellationToken));

    /// <summary>Records that the reply was copied or sent.</summary>
    [HttpPost("reply/copies")]
    [ProducesResponseType<TicketAnswer>(StatusCodes.Status200OK)]
    [ProducesResponseType<Problem>(StatusCodes.Status404NotFound, Problems.ContentType)]
    public async Task<IActionResult> CopyReply(long number, [FromBody] ReplyCopyRequest request, CancellationToken cancellationToken) =>
        request.Form is { } form
            ? Ticket(await desk.CopyReplyAsync(number, form, Actor, cancellationToken))
            : Refuse(Core.Refusal.Field("form", $"One of {string.Join(", ", Core.Kebab.All<ReplyForm>())}."));
}
