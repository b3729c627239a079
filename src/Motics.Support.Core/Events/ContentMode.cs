using System.Net.Http.Headers;

namespace Motics.Support.Core.Events;

/// <summary>The ways in which CloudEvents come over HTTP.</summary>
internal enum ContentKind { Structured, Batch, Binary }

/// <summary>Which of them a request uses.</summary>
public static class ContentMode
{
    /// <summary>Content type of one event.</summary>
    public const string Structured = "application/cloudevents+json";

    /// <summary>Content type of an array of events.</summary>
    public const string Batch = "application/cloudevents-batch+json";

    internal static ContentKind? Of(string? contentType, IReadOnlyDictionary<string, string>? headers)
    {
        var isBinary = headers?.Keys.Any(name => name.StartsWith("ce-", StringComparison.OrdinalIgnoreCase)) == true;
        if (string.IsNullOrWhiteSpace(contentType))
            return isBinary ? ContentKind.Binary : null;
        if (!MediaTypeHeaderValue.TryParse(contentType, out var media) || !IsUtf8(media.CharSet))
            return null;
        return media.MediaType?.ToLowerInvariant() switch
        {
            Structured => ContentKind.Structured,
            Batch => ContentKind.Batch,
            { } other when isBinary && (other == "application/json" || other.EndsWith("+json", StringComparison.Ordinal)) && !other.StartsWith("application/cloudevents", StringComparison.Ordinal) => ContentKind.Binary,
            _ => null,
        };
    }

    private static bool IsUtf8(string? charset) => charset is null || charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
