using System.Text.Json;

namespace Motics.Support.Core.Events;

/// <summary>Reads a CloudEvent in binary mode: attributes in <c>ce-</c> headers, data in the body.</summary>
internal static class BinaryEvent
{
    private const string Prefix = "ce-";

    public static EventReading Read(JsonDocument? body, IReadOnlyDictionary<string, string> headers, DateTimeOffset now)
    {
        var errors = new List<FieldError>();
        using var attributes = Attributes(headers);
        var fields = new EventFields(attributes.RootElement, "", errors);
        return EventEnvelope.Read(0, fields, () => Data(body, errors), now, errors);
    }

    private static EventFields? Data(JsonDocument? body, List<FieldError> errors)
    {
        if (body is null || body.RootElement.ValueKind == JsonValueKind.Null)
            return null;
        if (body.RootElement.ValueKind == JsonValueKind.Object)
            return new EventFields(body.RootElement, "data.", errors);
        errors.Add(new FieldError("data", "The body must be a JSON object: the event's data."));
        return null;
    }

    // Through the same reader as the JSON form, so that both have the same rules. Values may be percent-encoded (HTTP binding, 3.1.3.2).
    private static JsonDocument Attributes(IReadOnlyDictionary<string, string> headers)
    {
        var attributes = headers
            .Where(header => header.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            .GroupBy(header => header.Key[Prefix.Length..].ToLowerInvariant())
            .ToDictionary(group => group.Key, group => Uri.UnescapeDataString(group.First().Value));
        return JsonSerializer.SerializeToDocument(attributes);
    }
}
