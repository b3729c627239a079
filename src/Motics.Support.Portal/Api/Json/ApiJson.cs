using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Motics.Support.Core;
using Motics.Support.Core.Events;

namespace Motics.Support.Portal.Api.Json;

/// <summary>How the API writes and reads JSON: camelCase, enumerations by kebab-case name, times in UTC with Z.</summary>
internal static class ApiJson
{
    /// <summary>For problem documents: what does not apply is left out.</summary>
    public static JsonSerializerOptions Problems { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>For everything else.</summary>
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>For reading bodies: says what would be accepted.</summary>
    public static JsonSerializerOptions Reading { get; } = Read();

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.Converters.Add(Kebab.JsonConverter);
        options.Converters.Add(new UtcTimeConverter());
        options.Converters.Add(new GivenConverter());
        options.NumberHandling = JsonNumberHandling.Strict;
        options.MaxDepth = 32;
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(Untold.Leave);
        return options;
    }

    private static JsonSerializerOptions Read()
    {
        // A misspelt field that is passed over changes nothing and is answered as if it had.
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };
        options.Converters.Add(new NamedEnumConverter());
        return Configure(options);
    }
}

/// <summary>RFC 3339 in UTC with Z. Reading wants an offset: a time without one is a guess.</summary>
internal sealed class UtcTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Rfc3339.Parse(reader.GetString() ?? "") is { } time
            ? time
            : throw new WantedException("A time with its offset (RFC 3339), such as 2026-11-24T09:12:00Z.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Rfc3339.Write(value));
}
