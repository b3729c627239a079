using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Escalations;

/// <summary>Values of facts in a packet's JSON: a yes or no is true or false and a number a number, as everywhere in the API.</summary>
internal static class PacketValues
{
    /// <summary>Gives the values of <c>because</c> and <c>facts</c> the types of their facts.</summary>
    public static void Type(JsonObject packet)
    {
        foreach (var reason in packet["because"]!.AsArray().OfType<JsonObject>())
        {
            Type(reason, reason["fact"]!.GetValue<string>());
        }

        foreach (var (name, fact) in packet["facts"]!.AsObject())
        {
            Type(fact!.AsObject(), name);
            if (fact["overruled"] is JsonObject overruled)
            {
                Type(overruled, name);
            }
        }
    }

    private static void Type(JsonObject holder, string fact)
    {
        var text = holder["value"]!.GetValue<string>();
        holder["value"] = FactCatalogue.Find(fact)?.Type switch
        {
            FactType.Bool => text == "true",
            FactType.Number when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
            _ => text,
        };
    }

    /// <summary>Reads any scalar as the wire form that the records hold.</summary>
    internal sealed class WireConverter : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
            _ => reader.GetString(),
        };

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

        public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

        public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
    }
}
