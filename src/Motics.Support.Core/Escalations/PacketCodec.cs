using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Motics.Support.Core.Masking;

namespace Motics.Support.Core.Escalations;

/// <summary>A packet to its JSON and back: names and values of the contract, masked once more, with its checksum.</summary>
public static class PacketCodec
{
    private const string Checksum = "checksum";

    // Identifiers are never masked (contract, "Events in"), and neither are values of closed sets.
    private static readonly HashSet<string> Untouched = new(StringComparer.Ordinal)
    {
        "id", "correlationId", "fingerprint", "playbookVersion", "at", "savedAt", "outcomeAt", "firstSeen", "lastSeen", "submittedAt", "migratedAt", "healthSince", "lastSuccessAt",
    };

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { Kebab.JsonConverter, new UtcConverter(), new PacketValues.WireConverter() },
        // Kept and copied as text; a page shows it through Blazor, which escapes.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Freezes a packet: every text masked, the checksum set. What is given back is what the JSON says.</summary>
    public static (EscalationPacket Packet, string Json) Freeze(EscalationPacket packet)
    {
        var node = JsonSerializer.SerializeToNode(packet with { Checksum = null }, Options)!.AsObject();
        Mask(node);
        PacketValues.Type(node);
        node.Remove(Checksum);
        node[Checksum] = Sum(node.ToJsonString(Options));
        var json = node.ToJsonString(Options);
        return (Read(json), json);
    }

    /// <summary>The packet of a frozen JSON.</summary>
    public static EscalationPacket Read(string json) => JsonSerializer.Deserialize<EscalationPacket>(json, Options)!;

    /// <summary>True when the JSON is what was frozen, to the letter.</summary>
    public static bool IsIntact(string json)
    {
        var node = JsonNode.Parse(json)!.AsObject();
        var sum = node[Checksum]?.GetValue<string>();
        node.Remove(Checksum);
        return sum is not null && sum == Sum(node.ToJsonString(Options));
    }

    private static string Sum(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    private static void Mask(JsonNode node)
    {
        if (node is JsonObject properties)
        {
            foreach (var (name, value) in properties.ToList())
            {
                if (!Untouched.Contains(name) && Masked(value) is { } text)
                {
                    properties[name] = text;
                }
            }
        }
        else if (node is JsonArray items)
        {
            for (var index = 0; index < items.Count; index++)
            {
                if (Masked(items[index]) is { } text)
                {
                    items[index] = text;
                }
            }
        }
    }

    // The masked text of a text, null for anything else; what holds others is masked inside.
    private static string? Masked(JsonNode? node)
    {
        if (node is JsonValue value)
        {
            return value.GetValueKind() == JsonValueKind.String ? TextMask.Clean(value.GetValue<string>()) : null;
        }

        if (node is not null)
        {
            Mask(node);
        }

        return null;
    }

    // RFC 3339 with Z, as everywhere on the wire.
    private sealed class UtcConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture));
    }
}
