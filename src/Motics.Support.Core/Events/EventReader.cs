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

/// <summary>CloudEvents 1.0 over HTTP to events: validates, masks, classifies. Pure.</summary>
public static class EventReader
{
    /// <summary>Events of one request at most.</summary>
    public const int MaxEvents = 1_000;

    /// <summary>Bytes of one request at most.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>Reads a request.</summary>
    /// <param name="body">The whole body.</param>
    /// <param name="contentType">Its content type, with parameters.</param>
    /// <param name="headers">The <c>ce-</c> headers for binary mode, by lower-case name; null when there are none.</param>
    /// <param name="now">The server's clock: an event may be at most 10 minutes ahead of it.</param>
    public static EventRequest Read(ReadOnlyMemory<byte> body, string? contentType, IReadOnlyDictionary<string, string>? headers, DateTimeOffset now) =>
        throw new NotImplementedException();
}
