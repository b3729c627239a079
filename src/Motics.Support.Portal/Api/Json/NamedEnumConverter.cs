using System.Text.Json;
using System.Text.Json.Serialization;
using Motics.Support.Core;

namespace Motics.Support.Portal.Api.Json;

/// <summary>Reads enumerations by kebab-case name as <see cref="Kebab.JsonConverter"/> does, and says which names there are when it is none of them.</summary>
internal sealed class NamedEnumConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

    private sealed class Of<T> : JsonConverter<T> where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Kebab.Parse<T>(reader.GetString()) is { } value
                ? value
                : throw new WantedException($"One of: {string.Join(", ", Kebab.All<T>())}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Kebab.Name(value));
    }
}

/// <summary>A value is not what is wanted; the message says what is, and may be told to the caller.</summary>
internal sealed class WantedException(string message) : JsonException(message);
