using Microsoft.AspNetCore.Mvc;
using Motics.Support.Core;
using Motics.Support.Core.Tickets;

namespace Motics.Support.Portal.Api.Tickets;

/// <summary>What the controllers of tickets share: each change gives back the ticket with its version.</summary>
public abstract class TicketApi : ApiController
{
    /// <summary>The ticket, or why not.</summary>
    protected IActionResult Ticket(Outcome<TicketView> outcome, bool created = false) => Answer(outcome, view =>
    {
        Response.SetVersion(view.Ticket.Version);
        var answer = TicketAnswer.Of(view);
        return created ? Created($"/api/v1/tickets/{view.Ticket.Number}", answer) : (IActionResult)Ok(answer);
    });
}
