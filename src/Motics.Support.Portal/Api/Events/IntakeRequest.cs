using Motics.Support.Core.Events;
using Motics.Support.Portal.Api.Json;

namespace Motics.Support.Portal.Api.Events;

/// <summary>An intake request off the wire.</summary>
internal static class IntakeRequest
{
    private const string HeaderPrefix = "ce-";

    public static async Task<EventRequest> ReadAsync(HttpRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (request.Headers.ContentEncoding is { Count: > 0 } encoding && !encoding.All(value => value is "identity"))
        {
            return new EventRequest([], EventReadingFailure.UnsupportedMediaType, "Send the body as it is, without Content-Encoding.");
        }

        // What carries no events is refused before its body is read.
        var headers = request.Headers.Where(header => header.Key.StartsWith(HeaderPrefix, StringComparison.OrdinalIgnoreCase))
            .ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString());
        var empty = EventReader.Read(ReadOnlyMemory<byte>.Empty, request.ContentType, headers, now);
        if (empty.Failure == EventReadingFailure.UnsupportedMediaType)
        {
            return empty;
        }

        var body = await BoundedBody.ReadAsync(request, EventReader.MaxBytes, cancellationToken);
        return body is null
            ? new EventRequest([], EventReadingFailure.TooLarge, $"At most {EventReader.MaxBytes} bytes (4 MiB) and {EventReader.MaxEvents} events in one request.")
            : EventReader.Read(body, request.ContentType, headers, now);
    }

    public static int Status(EventReadingFailure failure) => failure switch
    {
        EventReadingFailure.TooLarge => StatusCodes.Status413PayloadTooLarge,
        EventReadingFailure.UnsupportedMediaType => StatusCodes.Status415UnsupportedMediaType,
        _ => StatusCodes.Status400BadRequest,
    };
}
