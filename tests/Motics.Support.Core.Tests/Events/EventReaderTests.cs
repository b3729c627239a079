using System.Text;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Tests.Events;

public sealed class EventReaderTests
{
    public static TheoryData<string> Types() => [.. EventTypes.All];

    [Theory]
    [MemberData(nameof(Types))]
    public void Read_GoodEventOfAType_IsRead(string type)
    {
        var reading = Json.ReadOne(_ => { }, type);

        Assert.Empty(reading.Errors);
        Assert.Equal(type, EventTypes.Name(reading.Event!.Type));
        Assert.Equal(("evt-1", "motics-os/test", "harbour"), (reading.Event.Id, reading.Event.Source, reading.Event.OrganisationId));
        Assert.Equal(EventTypes.Parse(type)!.Value.IsFailing(), reading.Event.IsFailure);
    }

    [Fact]
    public void Read_OrganisationUpdated_HasItsFieldsInOneSpelling()
    {
        var read = Json.ReadOne(_ => { }, "ai.motics.organisation.updated").Event!;

        Assert.Equal(("Harbour Street Physio", Ehr.Nookal, NookalRegion.Us, "app.nookal.co.uk", "Europe/London"), (read.OrganisationName, read.Ehr, read.NookalRegion, read.NookalSite, read.TimeZone));
        Assert.Null(read.ClinikoShard);
    }

    [Fact]
    public void Read_KeySaved_HasItsFields()
    {
        var read = Json.ReadOne(_ => { }, "ai.motics.integration.key-saved").Event!;

        Assert.Equal(("7c1e90ab33", 62, "uk1", KeyType.BasicKeyV3, NookalRegion.Eu, MoticsRole.CoOwner), (read.KeyFingerprint, read.KeyLength, read.KeySuffix, read.KeyType, read.NookalRegion, read.ActorRole));
    }

    [Fact]
    public void Read_EmptySuffix_MeansThatTheKeyHasNone() =>
        Assert.Equal("", Json.ReadOne(e => e["data"]!["keySuffix"] = "", "ai.motics.integration.key-saved").Event!.KeySuffix);

    [Fact]
    public void Read_NullSuffix_IsNotTold() =>
        Assert.Null(Json.ReadOne(e => e["data"]!["keySuffix"] = null, "ai.motics.integration.key-saved").Event!.KeySuffix);

    [Fact]
    public void Read_Failure_IsClassifiedAndNormalised()
    {
        var read = Json.ReadOne(_ => { }).Event!;

        Assert.Equal((ErrorKind.AuthenticationFailed, "Authentication failed", 401, "8f2c-77", "uk1"), (read.Error!.Kind, read.Error.NormalisedMessage, read.Error.HttpStatus, read.Error.CorrelationId, read.Error.ClinikoShard));
        Assert.Equal(Operation.Verify, read.Operation);
    }

    [Fact]
    public void Read_FailureWithoutOperation_HasThatOfItsType() => Assert.Equal(Operation.NotePush, Json.ReadOne(_ => { }, "ai.motics.note-push.failed").Event!.Operation);

    [Fact]
    public void Read_EmptyMessageWith403_IsPermissionDenied() => Assert.Equal(
        ErrorKind.PermissionDenied,
        Json.ReadOne(e => { e["data"]!["error"]!["message"] = ""; e["data"]!["error"]!["httpStatus"] = 403; }, "ai.motics.note-push.failed").Event!.Error!.Kind);

    [Fact]
    public void Read_SecretsInText_AreMasked()
    {
        var key = "MS0xLWl4" + "SzZXWW5tQkp0U2g3ZGFpS2J4cUZ3TnlE" + "-uk1";
        var read = Json.ReadOne(e => e["data"]!["error"]!["message"] = $"Key {key} of jane@clinic.com.au refused").Event!;

        Assert.Equal("Key [key] of [e-mail] refused", read.Error!.Message);
        Assert.Equal("Key [key] of [e-mail] refused", read.Error.NormalisedMessage);
    }

    [Fact]
    public void Read_SecretInNameAndCode_IsMasked()
    {
        Assert.Equal("Clinic [phone]", Json.ReadOne(e => e["data"]!["name"] = "Clinic 0412 345 678", "ai.motics.organisation.updated").Event!.OrganisationName);
        Assert.Equal("[e-mail]", Json.ReadOne(e => e["data"]!["error"]!["code"] = "jane@clinic.com.au").Event!.Error!.Code);
    }

    [Theory]
    [InlineData("2026-11-24T08:59:00.123456Z", "2026-11-24T08:59:00.123Z")]
    [InlineData("2026-11-24T19:59:00+11:00", "2026-11-24T08:59:00Z")]
    [InlineData("2026-11-24t08:59:00z", "2026-11-24T08:59:00Z")]
    [InlineData("2026-11-24T09:10:00Z", "2026-11-24T09:10:00Z")]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31T23:59:59.999Z")]
    public void Read_Time_IsUtcCutToTheMillisecond(string time, string utc) => Assert.Equal(utc, Rfc3339.Write(Json.ReadOne(e => e["time"] = time).Event!.Time));

    [Fact]
    public void Read_HtmlAndSqlInText_IsTheTextItIs()
    {
        const string Text = "<script>alert('x')</script>'; DROP TABLE event; --";

        Assert.Equal(Text, Json.ReadOne(e => e["data"]!["error"]!["message"] = Text).Event!.Error!.Message);
    }

    [Fact]
    public void Read_ControlCharacters_BecomeVisible() => Assert.Equal("a\uFFFDb\nc", Json.ReadOne(e => e["data"]!["error"]!["message"] = "a\0b\nc").Event!.Error!.Message);

    [Fact]
    public void Read_UnknownDataFieldsAndExtensions_AreIgnored() => Assert.Empty(Json.ReadOne(e =>
    {
        e["traceparent"] = "00-abc";
        e["data"]!["surprise"] = new System.Text.Json.Nodes.JsonObject { ["deep"] = 1 };
    }).Errors);

    [Fact]
    public void Read_MigrationWithoutData_IsRead() => Assert.NotNull(Json.ReadOne(e => e.Remove("data"), "ai.motics.organisation.migrated").Event);

    [Fact]
    public void Read_Batch_JudgesEachEventAlone()
    {
        var bad = Json.Event();
        bad["time"] = "yesterday";
        var request = Json.Read($"[{Json.Event().ToJsonString()},{bad.ToJsonString()},7,{Json.Event("ai.motics.usage.copied").ToJsonString()}]", ContentMode.Batch);

        Assert.Null(request.Failure);
        Assert.Equal([true, false, false, true], request.Events.Select(reading => reading.Event is not null));
        Assert.Equal((1, "evt-1", "time"), (request.Events[1].Index, request.Events[1].Id, Assert.Single(request.Events[1].Errors).Field));
    }

    [Fact]
    public void Read_BinaryMode_IsTheSameEvent()
    {
        var headers = new Dictionary<string, string>
        {
            ["ce-specversion"] = "1.0",
            ["ce-id"] = "evt%2D1",
            ["ce-source"] = "motics-os/test",
            ["ce-type"] = "ai.motics.integration.failed",
            ["ce-subject"] = "harbour",
            ["ce-time"] = "2026-11-24T08:59:00Z",
        };
        var reading = Assert.Single(Json.Read(Json.DataOf("ai.motics.integration.failed"), "application/json; charset=utf-8", headers).Events);

        Assert.Equal(Json.ReadOne(_ => { }).Event, reading.Event);
    }

    [Fact]
    public void Read_EmptyBatch_HasNothing() => Assert.Empty(Json.Read("[]", ContentMode.Batch).Events);

    [Fact]
    public void Read_ByteOrderMark_IsSkipped() => Assert.NotNull(Assert.Single(Json.Read("\uFEFF" + Json.Event().ToJsonString()).Events).Event);

    [Fact]
    public void Read_LargestBatch_IsRead() => Assert.Equal(EventReader.MaxEvents, Json.Read(Repeated(EventReader.MaxEvents), ContentMode.Batch).Events.Count);

    [Fact]
    public void Read_OneEventTooMany_IsTooLarge() => Assert.Equal(EventReadingFailure.TooLarge, Json.Read(Repeated(EventReader.MaxEvents + 1), ContentMode.Batch).Failure);

    [Fact]
    public void Read_OneByteTooMany_IsTooLarge() =>
        Assert.Equal(EventReadingFailure.TooLarge, EventReader.Read(new byte[EventReader.MaxBytes + 1], ContentMode.Batch, null, Json.Now).Failure);

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData("application/cloudevents+xml")]
    [InlineData("application/cloudevents+json; charset=utf-16")]
    [InlineData("nonsense")]
    [InlineData(null)]
    public void Read_OtherContentType_IsUnsupported(string? contentType) => Assert.Equal(EventReadingFailure.UnsupportedMediaType, Json.Read("{}", contentType).Failure);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("nope")]
    [InlineData("{\"id\":\"a\"}{}")]
    [InlineData("{\"id\":\"a\",}")]
    public void Read_NotOneJsonObject_IsMalformed(string body) => Assert.Equal(EventReadingFailure.Malformed, Json.Read(body).Failure);

    [Fact]
    public void Read_InvalidUtf8_IsMalformed() =>
        Assert.Equal(EventReadingFailure.Malformed, EventReader.Read(Encoding.UTF8.GetBytes("{\"id\":\"").Append((byte)0xC3).Concat("\"}"u8.ToArray()).ToArray(), ContentMode.Structured, null, Json.Now).Failure);

    [Fact]
    public void Read_DeepNesting_IsMalformedAndSaysHowDeep()
    {
        var request = Json.Read(new string('[', 100_000) + new string(']', 100_000), ContentMode.Batch);

        Assert.Equal(EventReadingFailure.Malformed, request.Failure);
        Assert.Contains("64", request.Reason, StringComparison.Ordinal);
    }

    private static string Repeated(int count) => "[" + string.Join(',', Enumerable.Repeat(Json.Event().ToJsonString(), count)) + "]";
}
