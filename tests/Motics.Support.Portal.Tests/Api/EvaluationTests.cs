using Motics.Support.Portal.Tests.Hosting;

namespace Motics.Support.Portal.Tests.Api;

public sealed class EvaluationTests(Hosting.Portal portal) : PortalApiTests(portal)
{
    private const string Url = "/api/v1/triage/evaluate";

    [Fact]
    public async Task Facts_Alone_GiveAVerdictWithReasons()
    {
        using var client = await Portal.ClientAsync("support:read");

        using var answer = await client.PostJsonAsync(Url, new { facts = new { ehr = "nookal", symptom = "authentication-failed", inClinicNow = true } });

        var verdict = await answer.JsonAsync();
        Assert.Equal("reconnect", verdict.GetProperty("verdict").GetString());
        Assert.Equal("copy-paste-for-now", verdict.GetProperty("advice")[0].GetProperty("id").GetString());
        Assert.Contains(verdict.GetProperty("because").EnumerateArray(), reason => reason.GetProperty("fact").GetString() == "symptom");
        Assert.NotEqual(0, verdict.GetProperty("steps").GetArrayLength());
    }

    [Fact]
    public async Task Facts_Given_WinOverEvidenceAndBothAreShown()
    {
        using var client = await Portal.AdminAsync();
        var id = await StuckClinicAsync(client);

        using var answer = await client.PostJsonAsync(Url, new { organisationId = id, facts = new { keyReentered = false } });

        var because = (await answer.JsonAsync()).GetProperty("because").EnumerateArray().Where(reason => reason.GetProperty("fact").GetString() == "keyReentered").ToList();
        Assert.Equal(["agent", "events"], because.Select(reason => reason.GetProperty("from").GetString()));
        Assert.Equal([false, true], because.Select(reason => reason.GetProperty("value").GetBoolean()));
    }

    [Theory]
    [InlineData("", "connected", "need-more-information")]
    [InlineData("notes-not-pushing", "retry-and-confirm", "retry-and-confirm")]
    [InlineData("disconnected", "retry-and-confirm", "retry-and-confirm")]
    [InlineData("one-patient-missing", "single-patient", "single-patient")]
    [InlineData("worried-about-data", "reassure", "reassure")]
    public async Task Connected_WhatIsSaidNow_IsNotAnsweredByWhatWorkedBefore(string symptom, string rule, string verdict)
    {
        using var client = await Portal.AdminAsync();
        var id = await WorkingClinicAsync(client);

        using var answer = await client.PostJsonAsync(Url, new { organisationId = id, facts = new { symptom = symptom.Length > 0 ? symptom : null } });

        var evaluation = await answer.JsonAsync();
        Assert.Equal((rule, verdict), (evaluation.GetProperty("ruleId").GetString(), evaluation.GetProperty("verdict").GetString()));
    }

    [Fact]
    public async Task Connected_AndNobodyComplains_AsksWhatTheySeeAndHasNoSteps()
    {
        using var client = await Portal.AdminAsync();
        var id = await WorkingClinicAsync(client);

        using var answer = await client.PostJsonAsync(Url, new { organisationId = id, facts = new { } });

        var evaluation = await answer.JsonAsync();
        Assert.Matches(@"^Connected since \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d UTC; what do they see\?$", evaluation.GetProperty("title").GetString());
        Assert.Equal(["symptom"], evaluation.GetProperty("missing").EnumerateArray().Select(fact => fact.GetString()));
        Assert.Equal(0, evaluation.GetProperty("steps").GetArrayLength());
        using var given = await client.PostJsonAsync(Url, new { organisationId = id, facts = new { symptom = "disconnected", retriedAfterReentry = "works" } });
        Assert.Equal("resolved", (await given.JsonAsync()).GetProperty("verdict").GetString());
    }

    [Theory]
    [InlineData("""{"facts":{"symptom":"sad"}}""", 422, "facts.symptom")]
    [InlineData("""{"facts":{"noSuchFact":true}}""", 422, "facts.noSuchFact")]
    [InlineData("""{"facts":{"migrated":"yes"}}""", 422, "facts.migrated")]
    [InlineData("""{"facts":[]}""", 422, "facts")]
    [InlineData("""{"organisationId":"nobody-here","facts":{}}""", 422, "organisationId")]
    [InlineData("""{"organisationId":7}""", 422, "organisationId")]
    public async Task Request_Wrong_NamesTheField(string body, int status, string field)
    {
        using var client = await Portal.ClientAsync("support:read");

        using var answer = await client.PostJsonAsync(Url, body);

        Assert.Equal([field], (await answer.ProblemAsync(status)).Fields());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"facts\":")]
    [InlineData("nonsense")]
    public async Task Body_NotJson_Is400(string body)
    {
        using var client = await Portal.ClientAsync("support:read");

        using var answer = await client.PostJsonAsync(Url, body);

        Assert.Contains((int)answer.StatusCode, new[] { 400, 422 });
        await answer.ProblemAsync((int)answer.StatusCode);
    }
}
