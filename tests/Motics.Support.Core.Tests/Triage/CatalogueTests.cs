using System.Text.Json;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Tests.Triage;

public sealed class CatalogueTests
{
    private static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;

    [Theory]
    [InlineData("ehr", "\"cliniko\"", "cliniko")]
    [InlineData("nookalKeyType", "\"basic-key-v3\"", "basic-key-v3")]
    [InlineData("nookalKeyType", "\"v2-key\"", "v2-key")]
    [InlineData("nookalRegion", "\"au-nz\"", "au-nz")]
    [InlineData("moticsRole", "\"co-owner\"", "co-owner")]
    [InlineData("migrated", "true", "true")]
    [InlineData("keyReentered", "false", "false")]
    [InlineData("repeatedFailures", "17", "17")]
    [InlineData("errorText", "\"401 <b>x</b>\"", "401 <b>x</b>")]
    [InlineData("symptom", "null", null)]
    public void Read_GoodValue_GivesItsWireForm(string fact, string json, string? wire)
    {
        var read = FactReader.Read(fact, Json(json), $"facts.{fact}");
        Assert.True(read.Done);
        Assert.Equal(wire, read.Value.Text);
    }

    [Theory]
    [InlineData("ehr", "\"Cliniko\"", "one of cliniko, nookal, meddbase, semble, none")]
    [InlineData("ehr", "1", "one of cliniko")]
    [InlineData("migrated", "\"true\"", "true or false")]
    [InlineData("migrated", "1", "true or false")]
    [InlineData("repeatedFailures", "-1", "a whole number")]
    [InlineData("repeatedFailures", "2.5", "a whole number")]
    [InlineData("repeatedFailures", "\"3\"", "a whole number")]
    [InlineData("repeatedFailures", "99999999999", "a whole number")]
    [InlineData("errorText", "\"  \"", "text of at most")]
    [InlineData("errorText", "{}", "text of at most")]
    [InlineData("errorText", "\"\\ud800\"", "text of at most")]
    [InlineData("symptom", "[]", "one of disconnected")]
    public void Read_BadValue_SaysWhatWouldBeAccepted(string fact, string json, string accepted)
    {
        var refusal = Assert.IsType<Refusal.Invalid>(FactReader.Read(fact, Json(json), $"facts.{fact}").Refusal);
        var error = Assert.Single(refusal.Errors);
        Assert.Equal($"facts.{fact}", error.Field);
        Assert.Contains(accepted, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadAll_SeveralMistakes_NamesThemAllAndRepeatsNoValue()
    {
        var read = FactReader.ReadAll(Json("""{ "ehr": "secret-value", "color": 1, "two words": 2, "migrated": true }"""));
        var errors = Assert.IsType<Refusal.Invalid>(read.Refusal).Errors;
        Assert.Equal(["facts.ehr", "facts.color", "facts.?"], errors.Select(error => error.Field));
        Assert.DoesNotContain(errors, error => error.Message.Contains("secret-value", StringComparison.Ordinal));
    }

    [Fact]
    public void ReadAll_NoObject_IsRefusedAndNothingIsNothing()
    {
        Assert.False(FactReader.ReadAll(Json("[1]")).Done);
        Assert.Empty(FactReader.ReadAll(default).Value!);
        Assert.Empty(FactReader.ReadAll(Json("null")).Value!);
    }

    [Fact]
    public void ReadAll_NameThatIsNoText_IsRefused() =>
        Assert.Equal("facts.?", Assert.Single(Assert.IsType<Refusal.Invalid>(FactReader.ReadAll(Json("""{ "\ud800": 1 }""")).Refusal).Errors).Field);

    [Fact]
    public void ReadAll_TooLongText_IsRefused() =>
        Assert.False(FactReader.ReadAll(Json($$"""{ "errorText": "{{new string('x', FactCatalogue.LongestText + 1)}}" }""")).Done);

    [Fact]
    public void OnlyFor_FactsOfOneEhr_AreItsOwn() =>
        Assert.Equal(
            [("clinikoSuffix", Ehr.Cliniko), ("nookalRegion", Ehr.Nookal), ("nookalRegionMatches", Ehr.Nookal), ("nookalKeyType", Ehr.Nookal), ("nookalKeyEnabled", Ehr.Nookal), ("nookalClinicalNotes", Ehr.Nookal), ("nookalLocationSelected", Ehr.Nookal)],
            FactCatalogue.All.Where(fact => fact.OnlyFor is not null).Select(fact => (fact.Name, fact.OnlyFor!.Value)));

    [Fact]
    public void CaseFacts_FactOfAnotherEhr_IsKeptButUnknown()
    {
        var facts = Cases.Of("ehr=nookal;clinikoSuffix=missing;nookalKeyEnabled=false");
        Assert.Null(facts.Effective("clinikoSuffix"));
        Assert.Equal("missing", facts.Find("clinikoSuffix")!.Said.Value);
        Assert.Equal("false", facts.Effective("nookalKeyEnabled"));
        Assert.Null(Cases.Of("nookalKeyEnabled=false").Effective("nookalKeyEnabled"));
    }
}
