using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Motics.Support.Core.Access;
using Motics.Support.Core.Escalations;

namespace Motics.Support.Portal.Api.Tickets;

/// <summary>Answers to what engineers asked in their own words.</summary>
[Route("api/v1/tickets/{number:long}/asked/{id:int}")]
[Authorize(Policy = nameof(Permission.WriteTickets))]
public sealed class TicketAskedController(EscalationDesk desk) : TicketApi
{
    /// <summary>
    /// Answers one question, or takes the answer back with null. The engineers see it at once; the escalation goes on when the answers are sent. With
    /// If-Match, only when nobody changed the ticket since.
    /// </summary>
    [HttpPut]
    [ProducesResponseType<TicketAnswer>(StatusCodes.Status200OK)]
    [ProducesResponseType<Problem>(StatusCodes.Status404NotFound, Problems.ContentType)]
    [ProducesResponseType<Problem>(StatusCodes.Status409Conflict, Problems.ContentType)]
    [ProducesResponseType<Problem>(StatusCodes.Status412PreconditionFailed, Problems.ContentType)]
    public async Task<IActionResult> Put(long number, int id, [FromBody] AskedRequest request, CancellationToken cancellationToken) =>
        Ticket(await desk.AnswerAsync(number, Request.SeenVersion(), id, request.Answer, Actor, cancellationToken));
}
