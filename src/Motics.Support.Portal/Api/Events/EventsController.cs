using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Motics.Support.Core.Access;
using Motics.Support.Core.Events;
using Motics.Support.Data.Events;
using Motics.Support.Portal.Api.OpenApi;

namespace Motics.Support.Portal.Api.Events;

/// <summary>Events in: CloudEvents 1.0 over HTTP, one, a batch, or binary mode.</summary>
[Route("api/v1/events")]
public sealed class EventsController(EventStore store, TimeProvider clock) : ApiController
{
    /// <summary>Stores what is good and new. What was answered with 202 is durable.</summary>
    [HttpPost]
    [Authorize(Policy = nameof(Permission.WriteEvents))]
    [Body(ContentMode.Structured, ContentMode.Batch)]
    [ProducesResponseType<IntakeAnswer>(StatusCodes.Status202Accepted)]
    [ProducesResponseType<Problem>(StatusCodes.Status400BadRequest, Problems.ContentType)]
    [ProducesResponseType<Problem>(StatusCodes.Status413PayloadTooLarge, Problems.ContentType)]
    [ProducesResponseType<Problem>(StatusCodes.Status415UnsupportedMediaType, Problems.ContentType)]
    [ProducesResponseType<Problem>(StatusCodes.Status503ServiceUnavailable, Problems.ContentType)]
    public async Task<IActionResult> Post(CancellationToken cancellationToken)
    {
        var request = await IntakeRequest.ReadAsync(Request, clock.GetUtcNow(), cancellationToken);
        if (request.Failure is { } failure)
        {
            return Refuse(IntakeRequest.Status(failure), request.Reason ?? "");
        }

        var good = request.Events.Select(reading => reading.Event).OfType<IntegrationEvent>().ToList();
        var rejected = request.Events.Where(reading => reading.Event is null).Select(RejectedEvent.Of).ToList();
        if (good.Count == 0 && rejected.Count > 0)
        {
            return IntakeAnswer.AllBad(rejected);
        }

        var stored = await store.AppendAsync(good, Actor, cancellationToken);
        return Answer(stored, result => (IActionResult)Accepted(new IntakeAnswer(result.Accepted, result.Duplicates.Count, rejected)));
    }
}
