using System.Text.Encodings.Web;
using System.Text.Json;
using Motics.Support.Core;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Data.Events;

/// <summary>The columns of <c>connection</c> that hold JSON.</summary>
public static class ConnectionJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { Kebab.JsonConverter },
        // Only ever read back by this class; never put into a page as it is.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>From <c>last_failure</c>; null for null.</summary>
    public static LastError? ReadError(string? json) => json is null ? null : JsonSerializer.Deserialize<LastError>(json, Options);

    /// <summary>From <c>recent_searches</c>: newest first; empty for null.</summary>
    public static IReadOnlyList<SearchMark> ReadSearches(string? json) =>
        json is null ? [] : [.. JsonSerializer.Deserialize<StoredSearch[]>(json, Options)!.Select(stored => new SearchMark(new EventStamp(stored.Stamp), stored.ResultCount, stored.LocationId))];

    internal static string? Write(LastError? error) => error is null ? null : JsonSerializer.Serialize(error, Options);

    internal static string? Write(IReadOnlyList<SearchMark> searches) =>
        searches.Count == 0 ? null : JsonSerializer.Serialize(searches.Select(mark => new StoredSearch(mark.Stamp.Text, mark.ResultCount, mark.LocationId)), Options);

    private sealed record StoredSearch(string Stamp, int ResultCount, string? LocationId);
}
