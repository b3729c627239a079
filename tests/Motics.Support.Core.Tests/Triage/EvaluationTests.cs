using Motics.Support.Core.Errors;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Core.Triage.Replies;

namespace Motics.Support.Core.Tests.Triage;

public sealed class EvaluationTests
{
    private const string Complete = "ehr=cliniko;symptom=authentication-failed;errorText=401;keyReentered=true;retriedAfterReentry=fails;clinikoSuffix=present;patientSearch=not-tried;usingCopyPaste=false";

    [Fact]
    public void Evaluate_Because_HoldsOnlyTheFactsThatMadeTheRuleMatch()
    {
        var evaluation = Cases.Evaluate("ehr=cliniko;migrated=true;inClinicNow=true;moticsRole=owner;symptom=authentication-failed;keyReentered=false");
        Assert.Equal([("symptom", "authentication-failed"), ("keyReentered", "false")], evaluation.Because.Select(reason => (reason.Fact, reason.Value)));
    }

    [Fact]
    public void Evaluate_AgentAndEventsDiffer_AgentCountsAndBothAreShown()
    {
        var facts = new CaseFacts(Cases.Said("keyReentered=true"), Cases.Said("keyReentered=false;symptom=disconnected", FactSource.Events));
        var evaluation = Cases.Playbook.Evaluate(facts);
        Assert.Equal(Verdict.RetryAndConfirm, evaluation.Verdict);
        Assert.Equal([("true", FactSource.Agent, false), ("false", FactSource.Events, true)], evaluation.Because.Select(reason => (reason.Value, reason.From, reason.Overruled)));
    }

    [Fact]
    public void Evaluate_AgentAndEventsAgree_OneReasonWithTheEventsEvidence()
    {
        var events = new Dictionary<string, KnownFact> { ["keyReentered"] = new("true", FactSource.Events, Cases.Now, "Key saved") };
        var evaluation = Cases.Playbook.Evaluate(new CaseFacts(Cases.Said("keyReentered=true"), events));
        var reason = Assert.Single(evaluation.Because);
        Assert.Equal((FactSource.Agent, "Key saved"), (reason.From, reason.Evidence));
    }

    [Fact]
    public void Evaluate_StoredKindOfTheEventsError_CountsRatherThanItsWords()
    {
        var events = Cases.Said("ehr=cliniko;patientSearch=works;errorText=(no message)", FactSource.Events);
        Assert.Equal(Verdict.KeyOwnerCannotWriteNotes, Cases.Playbook.Evaluate(new CaseFacts(null, events, new CaseContext { StoredErrorKind = ErrorKind.PermissionDenied })).Verdict);
        Assert.Equal(Verdict.NeedMoreInformation, Cases.Playbook.Evaluate(new CaseFacts(null, events)).Verdict);
    }

    [Fact]
    public void Evaluate_AgentsErrorText_IsClassifiedByItsWords()
    {
        var events = Cases.Said("errorText=(no message)", FactSource.Events);
        var facts = new CaseFacts(Cases.Said("errorText=Authentication failed"), events, new CaseContext { StoredErrorKind = ErrorKind.ServerError });
        Assert.Equal(ErrorKind.AuthenticationFailed, facts.ErrorKind);
        Assert.Equal(Verdict.Reconnect, Cases.Playbook.Evaluate(facts).Verdict);
    }

    [Theory]
    [InlineData("symptom=integration-not-visible", "moticsRole")]
    [InlineData("symptom=integration-not-visible;moticsRole=member", "")]
    [InlineData("symptom=key-not-accessible;ehr=cliniko", "keyAccess")]
    [InlineData("keyAccess=cannot-see-api-keys;ehr=nookal", "")]
    [InlineData("ehr=nookal;symptom=region-error", "nookalRegionMatches")]
    [InlineData("keyReentered=true;retriedAfterReentry=fails", "ehr")]
    [InlineData("keyReentered=true;retriedAfterReentry=fails;ehr=none", "ehr")]
    [InlineData("keyReentered=true;retriedAfterReentry=fails;ehr=cliniko", "clinikoSuffix")]
    [InlineData("keyReentered=true;retriedAfterReentry=fails;ehr=nookal", "nookalRegionMatches,nookalKeyType,nookalKeyEnabled,nookalLocationSelected")]
    [InlineData("keyReentered=true;retriedAfterReentry=fails;ehr=nookal;nookalKeyEnabled=true;symptom=notes-not-pushing", "nookalRegionMatches,nookalKeyType,nookalLocationSelected,nookalClinicalNotes")]
    [InlineData("symptom=disconnected", "ehr")]
    [InlineData("symptom=disconnected;ehr=cliniko", "")]
    [InlineData("", "symptom")]
    [InlineData("symptom=notes-not-pushing;ehr=cliniko", "patientSearch")]
    public void Evaluate_Asks_AreExactlyTheOpenFactsOfTheVerdict(string facts, string asks)
    {
        var evaluation = Cases.Evaluate(facts);
        Assert.Equal(asks, string.Join(',', evaluation.Asks));
        Assert.Equal(evaluation.Asks, evaluation.Missing);
        Assert.Equal(EscalationState.No, evaluation.Escalation);
    }

    [Fact]
    public void Evaluate_EscalationWithEverything_IsReady()
    {
        var evaluation = Cases.Evaluate(Complete);
        Assert.Equal((Verdict.Escalate, EscalationState.Ready), (evaluation.Verdict, evaluation.Escalation));
        Assert.Empty(evaluation.Missing);
    }

    [Theory]
    [InlineData("errorText", "errorText,screenshot")]
    [InlineData("patientSearch", "patientSearch")]
    [InlineData("usingCopyPaste", "usingCopyPaste")]
    public void Evaluate_EscalationWithoutOneThing_NamesIt(string left, string missing)
    {
        var facts = string.Join(';', Complete.Split(';').Where(pair => !pair.StartsWith(left, StringComparison.Ordinal)));
        var evaluation = Cases.Evaluate(facts);
        Assert.Equal((Verdict.Escalate, EscalationState.Incomplete), (evaluation.Verdict, evaluation.Escalation));
        Assert.Equal(missing, string.Join(',', evaluation.Missing));
    }

    [Fact]
    public void Evaluate_ScreenshotInsteadOfErrorText_IsReady()
    {
        var facts = string.Join(';', Complete.Split(';').Where(pair => !pair.StartsWith("errorText", StringComparison.Ordinal)));
        Assert.Equal(EscalationState.Ready, Cases.Evaluate(facts, new CaseContext { HasScreenshot = true }).Escalation);
    }

    [Theory]
    [InlineData("symptom=integration-not-visible;moticsRole=owner;ehr=nookal", "nookalRegion,keyReentered,patientSearch,usingCopyPaste")]
    [InlineData("keyAccess=admin-cannot-help", "ehr,keyReentered,patientSearch,usingCopyPaste")]
    [InlineData("symptom=server-error;repeatedFailures=3;ehr=cliniko;keyReentered=false;patientSearch=not-tried;usingCopyPaste=false", "errorText,screenshot")]
    public void Evaluate_OtherCriteria_NeedWhatTheyNeed(string facts, string missing) =>
        Assert.Equal(missing, string.Join(',', Cases.Evaluate(facts).Missing));

    [Fact]
    public void Missing_VerdictThatIsNoEscalation_LacksTheCriterion()
    {
        var facts = Cases.Of("symptom=disconnected;ehr=cliniko");
        Assert.Equal(
            ["criterion", "errorText", "screenshot", "keyReentered", "patientSearch", "usingCopyPaste"],
            EscalationChecklist.Missing(facts, Cases.Playbook.Evaluate(facts)));
    }

    [Theory]
    [InlineData("otherEhrActive=true;ehr=cliniko", "fix-one-ehr-only", "More than one EHR is switched on in Motics")]
    [InlineData("keyUnchanged=true;ehr=cliniko", "fix-new-cliniko-key", "The same key was entered again, and that key has failed already")]
    [InlineData("keyUnchanged=true;ehr=nookal", "fix-new-nookal-key", "The same key was entered again, and that key has failed already")]
    [InlineData("keyUnchanged=true", "fix-new-key", "The same key was entered again, and that key has failed already")]
    [InlineData("ehr=cliniko;clinikoSuffix=missing", "fix-cliniko-ending", "The key's ending is missing")]
    [InlineData("ehr=cliniko;clinikoSuffix=wrong-shard", "fix-cliniko-shard", "The key's ending does not belong to this clinic's Cliniko account")]
    [InlineData("ehr=nookal;nookalRegionMatches=false", "fix-choose-region", "The region in Motics does not match the clinic's Nookal site")]
    [InlineData("ehr=nookal;nookalKeyEnabled=false", "fix-enable-key", "The key is switched off in Nookal")]
    [InlineData("ehr=nookal;nookalLocationSelected=false", "fix-select-location", "The key does not cover this clinic's location")]
    [InlineData("ehr=nookal;patientSearch=one-location-missing", "fix-select-location", "The key does not cover this clinic's location")]
    [InlineData("ehr=nookal;nookalKeyType=v2-key;retriedAfterReentry=fails", "fix-v3-key", "It is an older v2 key, and it does not work")]
    [InlineData("ehr=nookal;nookalClinicalNotes=false;symptom=permission-error", "fix-clinical-notes", "The key has no access to Clinical Notes")]
    public void Evaluate_FixKey_GivesTheOneStepThatMendsTheDefectAndNamesIt(string facts, string step, string title)
    {
        var evaluation = Cases.Evaluate($"{facts};keyReentered=true");
        Assert.Equal(Verdict.FixKey, evaluation.Verdict);
        Assert.Equal(step, Assert.Single(evaluation.Steps).Id);
        Assert.Equal(title, evaluation.Title);
    }

    [Fact]
    public void Evaluate_OneMissingAndNoneRecognisedAtOnce_CreatesNobodyAndAsks()
    {
        var evaluation = Cases.Evaluate("symptom=one-patient-missing;errorText=no patients recognised;ehr=cliniko");
        Assert.Equal(Verdict.SinglePatient, evaluation.Verdict);
        Assert.DoesNotContain(evaluation.Steps, step => step.Id == "patient-create-one");
        Assert.Equal(["patientSearch"], evaluation.Asks);
        Assert.Contains("patient-create-one", Cases.Evaluate("symptom=one-patient-missing;ehr=cliniko").Steps.Select(step => step.Id));
    }

    [Theory]
    [InlineData("uk1", "The key ends in -uk1.")]
    [InlineData("au1", "The key ends in -au1; an old key may have no ending at all.")]
    [InlineData(null, "Most keys end in a hyphen and a few characters, such as -uk1: that ending belongs to the key.")]
    public void Evaluate_ReconnectCliniko_SaysHowThisClinicsKeyEnds(string? shard, string detail)
    {
        var evaluation = Cases.Evaluate("ehr=cliniko;symptom=disconnected", new CaseContext { ClinikoShard = shard });
        Assert.Equal(detail, evaluation.Steps.Single(step => step.Id == "cliniko-paste-key").Detail);
    }

    [Theory]
    [InlineData(NookalRegion.AuNz, "AU/NZ")]
    [InlineData(NookalRegion.Eu, "EU")]
    [InlineData(null, "AU/NZ, EU or US")]
    public void Evaluate_ReconnectNookal_SaysWhichRegion(NookalRegion? region, string words)
    {
        var evaluation = Cases.Evaluate("ehr=nookal;symptom=disconnected", new CaseContext { SiteRegion = region });
        Assert.EndsWith($": {words}", evaluation.Steps.Single(step => step.Id == "nookal-choose-region").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("symptom=disconnected", "Reconnect the EHR")]
    [InlineData("symptom=disconnected;ehr=nookal", "Reconnect Nookal")]
    [InlineData("ehr=semble;symptom=notes-not-pushing", "Semble does not have to be reconnected: check its own credentials")]
    public void Evaluate_Title_NamesTheEhr(string facts, string title) => Assert.Equal(title, Cases.Evaluate(facts).Title);

    [Fact]
    public void Fill_TextThatBeginsWithAPlaceholder_BeginsWithACapital() =>
        Assert.Equal("The EHR is away from the EHR", Cases.Playbook.Plain("{ehr} is away from {ehr}"));

    [Fact]
    public void Evaluate_AnyStepList_LeavesNoPlaceholderBehind() =>
        Assert.All(
            Cases.Playbook.StepLists.SelectMany(list => list.Steps).SelectMany(step => new[] { step.Text, step.Detail }).OfType<string>(),
            text => Assert.DoesNotContain('{', Cases.Playbook.Placeholders.Fill(text, Cases.Of(""))));
}
