using System.Text.Json;
using System.Text.Json.Serialization;
using Motics.Support.Core;
using Motics.Support.Core.Events;

namespace Motics.Support.Simulator.Events;

/// <summary>An event as Motics OS would send it: a CloudEvent whose JSON goes through the same door as everybody's.</summary>
public sealed record SimulatedEvent(string Id, EventType Type, DateTimeOffset Time, string OrganisationId, EventData Data)
{
    /// <summary>CloudEvents source of everything that the simulator sends.</summary>
    public const string Source = "motics-os/simulator";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { Kebab.JsonConverter },
    };

    /// <summary>One event as <c>application/cloudevents+json</c>.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(Envelope(), Json);

    /// <summary>Many events as <c>application/cloudevents-batch+json</c>.</summary>
    public static byte[] ToJson(IEnumerable<SimulatedEvent> batch) => JsonSerializer.SerializeToUtf8Bytes(batch.Select(one => one.Envelope()), Json);

    private CloudEvent Envelope() => new("1.0", Id, Source, WireTypes.Name(Type), OrganisationId, Time.UtcDateTime, "application/json", Data);

    private sealed record CloudEvent(
        [property: JsonPropertyName("specversion")] string SpecVersion, string Id, string Source, string Type, string Subject, DateTime Time,
        [property: JsonPropertyName("datacontenttype")] string DataContentType, EventData Data);
}
