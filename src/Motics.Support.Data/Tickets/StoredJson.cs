using System.Text.Encodings.Web;
using System.Text.Json;
using Motics.Support.Core;

namespace Motics.Support.Data.Tickets;

/// <summary>How lists and answers are written into text columns: camelCase names, enumerations by their wire names.</summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { Kebab.JsonConverter },
        // Only ever read back by this class; never put into a page as it is.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;
}
