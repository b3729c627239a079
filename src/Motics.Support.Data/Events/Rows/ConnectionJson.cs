using System.Text.Encodings.Web;
using System.Text.Json;
using Motics.Support.Core;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Data.Events.Rows;

/// <summary>The column <c>connection.last_failure</c>, and failures in other columns.</summary>
public static class ConnectionJson
{
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { Kebab.JsonConverter },
        // Only ever read back by this class; never put into a page as it is.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>From the column; null for null.</summary>
    public static LastError? ReadError(string? json) => json is null ? null : JsonSerializer.Deserialize<LastError>(json, Options);

    internal static string? Write(LastError? error) => error is null ? null : JsonSerializer.Serialize(error, Options);
}
