using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Motics.Support.Core.Access;
using Motics.Support.Core.Tickets;
using Motics.Support.Portal.Api.OpenApi;

namespace Motics.Support.Portal.Api.Tickets;

/// <summary>Pictures of what the clinic sees, as the alternative to the exact error text.</summary>
[Route("api/v1/tickets/{number:long}/screenshots")]
public sealed class ScreenshotsController(TicketDesk desk) : TicketApi
{
    // Whatever is in it, the picture is not a page: no script, no style, no frame.
    private const string PicturePolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";

    /// <summary>Adds the first file of the form: a PNG or JPEG, judged by its content and encoded anew.</summary>
    [HttpPost]
    [Authorize(Policy = nameof(Permission.WriteTickets))]
    [Body("multipart/form-data")]
    [ProducesResponseType<TicketAnswer>(StatusCodes.Status200OK)]
    [ProducesResponseType<Problem>(StatusCodes.Status404NotFound, Problems.ContentType)]
    [ProducesResponseType<Problem>(StatusCodes.Status413PayloadTooLarge, Problems.ContentType)]
    [ProducesResponseType<Problem>(StatusCodes.Status415UnsupportedMediaType, Problems.ContentType)]
    public async Task<IActionResult> Add(long number, CancellationToken cancellationToken)
    {
        var (upload, problem) = await Upload.ReadAsync(Request, cancellationToken);
        return upload is null
            ? new ProblemResult(problem!)
            : Ticket(await desk.AddScreenshotAsync(number, upload.FileName, upload.Content, Actor, cancellationToken));
    }

    /// <summary>The picture; the reading is audited.</summary>
    [HttpGet("{id}")]
    [Authorize(Policy = nameof(Permission.ReadTickets))]
    [AlsoAnswers("image/png", "image/jpeg")]
    [ProducesResponseType<byte[]>(StatusCodes.Status200OK, "image/png", "image/jpeg")]
    [ProducesResponseType<Problem>(StatusCodes.Status404NotFound, Problems.ContentType)]
    public async Task<IActionResult> Find(long number, string id, CancellationToken cancellationToken) =>
        Answer(await desk.GetScreenshotAsync(number, id, Actor, cancellationToken), file =>
        {
            var disposition = new ContentDispositionHeaderValue("inline");
            disposition.SetHttpFileName(file.Screenshot.FileName);
            Response.Headers.ContentDisposition = disposition.ToString();
            Response.Headers.ContentSecurityPolicy = PicturePolicy;
            return (IActionResult)File(file.Bytes, file.Screenshot.ContentType);
        });
}
