using System.Text.Json;
using System.Text.Unicode;

namespace Motics.Support.Core.Events;

/// <summary>Why nothing at all could be read.</summary>
public enum EventReadingFailure
{
    /// <summary>Not JSON, or not of the shape that the content type promises (400).</summary>
    Malformed,

    /// <summary>More than 1,000 events or 4 MiB (413).</summary>
    TooLarge,

    /// <summary>A content type that carries no events (415).</summary>
    UnsupportedMediaType,
}

/// <summary>One event of a request: either the event, or what is wrong with it.</summary>
/// <param name="Index">Its place in the batch, from 0.</param>
/// <param name="Id">The id it gave, when that may be repeated.</param>
/// <param name="Event">Null when it was rejected.</param>
/// <param name="Errors">Empty when it is good.</param>
public sealed record EventReading(int Index, string? Id, IntegrationEvent? Event, IReadOnlyList<FieldError> Errors);

/// <summary>What was read from a request.</summary>
/// <param name="Events">One per event of the request, in its order; empty when <paramref name="Failure"/> is set.</param>
/// <param name="Failure">Set when the request could not be read at all.</param>
/// <param name="Reason">A sentence for the caller when <paramref name="Failure"/> is set.</param>
public sealed record EventRequest(IReadOnlyList<EventReading> Events, EventReadingFailure? Failure = null, string? Reason = null);

/// <summary>
/// CloudEvents 1.0 over HTTP to events: validates, masks, classifies. Pure. Each event of a batch is judged alone, so that one bad event
/// costs the others nothing.
/// </summary>
public static class EventReader
{
    /// <summary>Events of one request at most.</summary>
    public const int MaxEvents = 1_000;

    /// <summary>Bytes of one request at most.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    private const int MaxDepth = 64;

    /// <summary>Reads a request.</summary>
    /// <param name="body">The whole body.</param>
    /// <param name="contentType">Its content type, with parameters.</param>
    /// <param name="headers">The <c>ce-</c> headers for binary mode, by lower-case name; null when there are none.</param>
    /// <param name="now">The server's clock: an event may be at most 10 minutes ahead of it.</param>
    public static EventRequest Read(ReadOnlyMemory<byte> body, string? contentType, IReadOnlyDictionary<string, string>? headers, DateTimeOffset now)
    {
        var mode = ContentMode.Of(contentType, headers);
        if (mode is null)
            return Failed(EventReadingFailure.UnsupportedMediaType,
                $"Send {ContentMode.Structured}, {ContentMode.Batch}, or application/json with ce- headers, in UTF-8.");
        if (body.Length > MaxBytes)
            return Failed(EventReadingFailure.TooLarge, $"At most {MaxBytes} bytes (4 MiB) and {MaxEvents} events in one request.");
        if (!Utf8.IsValid(body.Span))
            return Failed(EventReadingFailure.Malformed, "The body is not UTF-8.");
        return Parse(body, out var document) is { } problem ? Failed(EventReadingFailure.Malformed, problem) : Read(document, mode.Value, headers, now);
    }

    private static EventRequest Read(JsonDocument? document, ContentKind mode, IReadOnlyDictionary<string, string>? headers, DateTimeOffset now)
    {
        using (document)
        {
            return mode switch
            {
                ContentKind.Binary => new EventRequest([BinaryEvent.Read(document, headers!, now)]),
                ContentKind.Batch => Batch(document, now),
                _ => document?.RootElement.ValueKind == JsonValueKind.Object
                    ? new EventRequest([EventEnvelope.Read(0, document.RootElement, now)])
                    : Failed(EventReadingFailure.Malformed, $"{ContentMode.Structured} carries one JSON object; send an array as {ContentMode.Batch}."),
            };
        }
    }

    private static EventRequest Batch(JsonDocument? document, DateTimeOffset now)
    {
        if (document?.RootElement.ValueKind != JsonValueKind.Array)
            return Failed(EventReadingFailure.Malformed, $"{ContentMode.Batch} carries a JSON array of events; send one event as {ContentMode.Structured}.");
        var count = document.RootElement.GetArrayLength();
        if (count > MaxEvents)
            return Failed(EventReadingFailure.TooLarge, $"At most {MaxEvents} events in one request; this one has {count}.");
        var readings = new List<EventReading>(count);
        foreach (var element in document.RootElement.EnumerateArray())
            readings.Add(EventEnvelope.Read(readings.Count, element, now));
        return new EventRequest(readings);
    }

    // An empty body is no error by itself: a binary event may have no data.
    private static string? Parse(ReadOnlyMemory<byte> body, out JsonDocument? document)
    {
        document = null;
        if (body.Span.StartsWith("\uFEFF"u8))
            body = body[3..];
        if (body.IsEmpty)
            return null;
        try
        {
            document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return null;
        }
        catch (JsonException exception)
        {
            return $"The body is not JSON nested at most {MaxDepth} deep (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}).";
        }
    }

    private static EventRequest Failed(EventReadingFailure failure, string reason) => new([], failure, reason);
}
