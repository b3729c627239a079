using System.Text;
using System.Text.Json.Nodes;
using Motics.Support.Core.Events;

namespace Motics.Support.Core.Tests.Events;

/// <summary>Requests to read, made from a good event with something changed.</summary>
internal static class Json
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, string> Data = new()
    {
        ["ai.motics.organisation.updated"] = """{"name":"Harbour Street Physio","ehr":"nookal","nookalRegion":"us","nookalSite":"https://App.Nookal.co.uk/login","clinikoShard":null,"timeZone":"Europe/London"}""",
        ["ai.motics.organisation.migrated"] = """{"wave":"wave 3"}""",
        ["ai.motics.integration.enabled"] = """{"ehr":"cliniko"}""",
        ["ai.motics.integration.disabled"] = """{"ehr":"cliniko"}""",
        ["ai.motics.integration.key-saved"] = """{"ehr":"cliniko","keyFingerprint":"7c1e90ab33","keyLength":62,"keySuffix":"uk1","keyType":"basic-key-v3","nookalRegion":"eu","actorRole":"co-owner"}""",
        ["ai.motics.integration.verified"] = """{"ehr":"cliniko","keyFingerprint":"7c1e90ab33"}""",
        ["ai.motics.integration.failed"] = """{"ehr":"cliniko","operation":"verify","error":{"code":"E1","message":"Authentication failed","httpStatus":401,"correlationId":"8f2c-77","nookalRegion":"us","clinikoShard":"UK1"}}""",
        ["ai.motics.patient-search.completed"] = """{"ehr":"cliniko","resultCount":0,"locationId":"loc-1"}""",
        ["ai.motics.note-push.succeeded"] = """{"ehr":"cliniko"}""",
        ["ai.motics.note-push.failed"] = """{"error":{"message":"Practitioner is required"}}""",
        ["ai.motics.patient-search.failed"] = """{"ehr":"nookal","error":{"message":"Service unavailable"}}""",
        ["ai.motics.server.failed"] = """{"operation":"note-push","error":{"message":""}}""",
        ["ai.motics.usage.copied"] = """{"ehr":"cliniko"}""",
    };

    public static string DataOf(string type) => Data[type];

    /// <summary>A good event of a type, as a tree to change.</summary>
    public static JsonObject Event(string type = "ai.motics.integration.failed") => new()
    {
        ["specversion"] = "1.0",
        ["id"] = "evt-1",
        ["source"] = "motics-os/test",
        ["type"] = type,
        ["subject"] = "harbour",
        ["time"] = "2026-11-24T08:59:00Z",
        ["data"] = JsonNode.Parse(Data[type]),
    };

    public static EventRequest Read(string body, string? contentType = ContentMode.Structured, Dictionary<string, string>? headers = null) =>
        EventReader.Read(Encoding.UTF8.GetBytes(body), contentType, headers, Now);

    /// <summary>Reads one event that something was changed in.</summary>
    public static EventReading ReadOne(Action<JsonObject> change, string type = "ai.motics.integration.failed")
    {
        var changed = Event(type);
        change(changed);
        return Assert.Single(Read(changed.ToJsonString()).Events);
    }
}
