using System.Text.Json.Nodes;
using Motics.Support.Core.Events;

namespace Motics.Support.Core.Tests.Events;

public sealed class EventRefusalTests
{
    private static readonly string Key = "MS0xLWl4" + "SzZXWW5tQkp0U2g3ZGFpS2J4cUZ3TnlE" + "-uk1";

    /// <summary>Path, JSON put there (null takes the field out), type of the event.</summary>
    public static TheoryData<string, string?, string> Wrong() => new()
    {
        { "specversion", "\"0.3\"", "ai.motics.usage.copied" }, { "specversion", null, "ai.motics.usage.copied" }, { "specversion", "1.0", "ai.motics.usage.copied" },
        { "id", null, "ai.motics.usage.copied" }, { "id", "\"\"", "ai.motics.usage.copied" }, { "id", "7", "ai.motics.usage.copied" }, { "id", "\"a b\"", "ai.motics.usage.copied" },
        { "id", "\"" + new string('a', 129) + "\"", "ai.motics.usage.copied" }, { "id", "\"\\ud800\"", "ai.motics.usage.copied" }, { "id", "\"" + Key + "\"", "ai.motics.usage.copied" },
        { "source", "\"https://x/" + Key + "\"", "ai.motics.usage.copied" }, { "source", "\"ä\"", "ai.motics.usage.copied" }, { "source", "null", "ai.motics.usage.copied" },
        { "subject", "\"<b>\"", "ai.motics.usage.copied" }, { "subject", null, "ai.motics.usage.copied" },
        { "type", "\"ai.motics.unheard.of\"", "ai.motics.usage.copied" }, { "type", "[]", "ai.motics.usage.copied" }, { "type", "null", "ai.motics.usage.copied" },
        { "time", null, "ai.motics.usage.copied" }, { "time", "\"2026-11-24\"", "ai.motics.usage.copied" }, { "time", "\"2026-11-24T09:12:00\"", "ai.motics.usage.copied" },
        { "time", "\"2026-02-30T09:12:00Z\"", "ai.motics.usage.copied" }, { "time", "\"24/11/2026 09:12\"", "ai.motics.usage.copied" }, { "time", "1764000000", "ai.motics.usage.copied" },
        { "time", "\"2026-11-24T09:10:00.001Z\"", "ai.motics.usage.copied" }, { "time", "\"2126-11-24T09:00:00Z\"", "ai.motics.usage.copied" }, { "time", "\"1969-11-24T09:00:00Z\"", "ai.motics.usage.copied" },
        { "time", "\"0001-01-01T00:00:00+14:00\"", "ai.motics.usage.copied" },
        { "data", null, "ai.motics.usage.copied" }, { "data", "\"text\"", "ai.motics.usage.copied" }, { "data", "[1]", "ai.motics.usage.copied" },
        { "data_base64", "\"e30=\"", "ai.motics.usage.copied" }, { "datacontenttype", "\"text/xml\"", "ai.motics.usage.copied" },
        { "data.ehr", null, "ai.motics.usage.copied" }, { "data.ehr", "\"Cliniko\"", "ai.motics.usage.copied" }, { "data.ehr", "1", "ai.motics.usage.copied" }, { "data.ehr", "\"best-practice\"", "ai.motics.note-push.failed" },
        { "data.name", null, "ai.motics.organisation.updated" }, { "data.name", "\"  \"", "ai.motics.organisation.updated" }, { "data.name", "\"" + new string('a', 201) + "\"", "ai.motics.organisation.updated" },
        { "data.nookalRegion", "\"AU\"", "ai.motics.organisation.updated" }, { "data.nookalSite", "\"not a host\"", "ai.motics.organisation.updated" }, { "data.clinikoShard", "\"-uk1\"", "ai.motics.organisation.updated" },
        { "data.clinikoShard", "\"london\"", "ai.motics.organisation.updated" }, { "data.timeZone", "\"GMT plus one\"", "ai.motics.organisation.updated" },
        { "data.wave", "\"" + new string('w', 101) + "\"", "ai.motics.organisation.migrated" },
        { "data.keyFingerprint", null, "ai.motics.integration.key-saved" }, { "data.keyFingerprint", "\"" + Key + "\"", "ai.motics.integration.key-saved" }, { "data.keyLength", "-1", "ai.motics.integration.key-saved" },
        { "data.keyLength", "\"62\"", "ai.motics.integration.key-saved" }, { "data.keySuffix", "\"-uk1\"", "ai.motics.integration.key-saved" }, { "data.keyType", "\"v3\"", "ai.motics.integration.key-saved" }, { "data.actorRole", "\"boss\"", "ai.motics.integration.key-saved" },
        { "data.resultCount", null, "ai.motics.patient-search.completed" }, { "data.resultCount", "1.5", "ai.motics.patient-search.completed" }, { "data.resultCount", "99999999999", "ai.motics.patient-search.completed" },
        { "data.resultCount", "true", "ai.motics.patient-search.completed" }, { "data.locationId", "\"\"", "ai.motics.patient-search.completed" },
        { "data.operation", null, "ai.motics.integration.failed" }, { "data.operation", "\"search\"", "ai.motics.integration.failed" },
        { "data.error", null, "ai.motics.integration.failed" }, { "data.error", "\"it failed\"", "ai.motics.integration.failed" }, { "data.error.message", null, "ai.motics.integration.failed" },
        { "data.error.message", "5", "ai.motics.integration.failed" }, { "data.error.message", "\"" + new string('x', 8_001) + "\"", "ai.motics.integration.failed" }, { "data.error.message", "\"\\udc00\"", "ai.motics.integration.failed" },
        { "data.error.httpStatus", "42", "ai.motics.integration.failed" }, { "data.error.httpStatus", "\"401\"", "ai.motics.integration.failed" }, { "data.error.correlationId", "\"a b\"", "ai.motics.integration.failed" },
        { "data.error.code", "{}", "ai.motics.integration.failed" }, { "data.error.nookalRegion", "\"uk\"", "ai.motics.integration.failed" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Read_FieldIsWrong_NamesThatFieldOnceAndNothingElse(string path, string? json, string type)
    {
        var reading = Assert.Single(Json.Read(With(path, json, type)).Events);

        Assert.Null(reading.Event);
        Assert.Equal(path, Assert.Single(reading.Errors).Field);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Read_FieldIsWrong_NeverRepeatsTheValue(string path, string? json, string type)
    {
        var error = Assert.Single(Json.Read(With(path, json, type)).Events).Errors[0];

        Assert.True(error.Message.Length > 10);
        // An unknown type is rejected by its name; a time is shown as an example.
        if (path is not ("type" or "time") && json is { Length: > 8 })
            Assert.DoesNotContain(json.Trim('"')[..6], error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_UnknownType_IsNamed() =>
        Assert.Contains("ai.motics.unheard.of", Json.ReadOne(e => e["type"] = "ai.motics.unheard.of").Errors[0].Message, StringComparison.Ordinal);

    [Fact]
    public void Read_UnknownTypeThatIsASecret_IsNotNamed() =>
        Assert.DoesNotContain(Key[..10], Json.ReadOne(e => e["type"] = Key).Errors[0].Message, StringComparison.Ordinal);

    [Fact]
    public void Read_IdThatIsAKey_IsNotGivenBack() => Assert.Null(Json.ReadOne(e => e["id"] = Key).Id);

    [Fact]
    public void Read_SeveralFieldsWrong_NamesThemAll()
    {
        var reading = Json.ReadOne(e =>
        {
            e["time"] = "now";
            e["data"]!["ehr"] = "paper";
            e["data"]!["error"]!["httpStatus"] = 7;
        });

        Assert.Equal(["time", "data.ehr", "data.error.httpStatus"], reading.Errors.Select(error => error.Field));
    }

    [Theory]
    [InlineData("\"id\":\"evt-1\"", "\"id\":\"evt-1\",\"id\":\"evt-2\"", "id")]
    [InlineData("\"httpStatus\":401", "\"httpStatus\":401,\"httpStatus\":402", "data.error.httpStatus")]
    public void Read_FieldTwice_IsRefused(string once, string twice, string field) =>
        Assert.Equal(field, Assert.Single(Assert.Single(Json.Read(Json.Event().ToJsonString().Replace(once, twice, StringComparison.Ordinal)).Events).Errors).Field);

    [Fact]
    public void Read_BinaryModeWithoutHeaders_NamesThem()
    {
        var reading = Assert.Single(Json.Read("{}", "application/json", new Dictionary<string, string> { ["ce-id"] = "evt-1" }).Events);

        Assert.Equal(["specversion", "source", "subject", "type", "time"], reading.Errors.Select(error => error.Field));
    }

    // As text, because a tree cannot hold half a surrogate pair.
    private static string With(string path, string? json, string type)
    {
        var made = Json.Event(type);
        var parts = path.Split('.');
        JsonNode parent = made;
        foreach (var part in parts[..^1])
            parent = parent[part]!;
        parent.AsObject().Remove(parts[^1]);
        if (json is null)
            return made.ToJsonString();
        parent.AsObject()[parts[^1]] = "@@@";
        return made.ToJsonString().Replace("\"@@@\"", json, StringComparison.Ordinal);
    }
}
