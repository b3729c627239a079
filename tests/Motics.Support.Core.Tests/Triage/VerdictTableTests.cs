using Motics.Support.Core.Triage;

namespace Motics.Support.Core.Tests.Triage;

/// <summary>Every row of the verdict table in <c>triage.md</c>, both sides of its condition.</summary>
public sealed class VerdictTableTests
{
    [Theory]
    // 1
    [InlineData("providerIncident=confirmed;symptom=authentication-failed;ehr=cliniko", "provider-incident")]
    [InlineData("providerIncident=suspected;symptom=notes-not-pushing;ehr=nookal", "provider-incident")]
    [InlineData("providerIncident=suspected;symptom=authentication-failed;ehr=cliniko", "reconnect")]
    [InlineData("providerIncident=none;symptom=authentication-failed;ehr=cliniko", "reconnect")]
    // 2
    [InlineData("ehr=meddbase;symptom=authentication-failed", "not-cliniko-or-nookal")]
    [InlineData("ehr=semble", "not-cliniko-or-nookal")]
    [InlineData("ehr=meddbase;providerIncident=confirmed", "provider-incident")]
    // 3, 4
    [InlineData("symptom=integration-not-visible", "check-role")]
    [InlineData("symptom=integration-not-visible;moticsRole=observer", "check-role")]
    [InlineData("symptom=integration-not-visible;moticsRole=member", "check-role")]
    [InlineData("symptom=integration-not-visible;moticsRole=owner", "integration-not-visible")]
    [InlineData("symptom=integration-not-visible;moticsRole=co-owner", "integration-not-visible")]
    [InlineData("symptom=integration-not-visible;moticsRole=admin", "integration-not-visible")]
    // 5
    [InlineData("patientSearch=one-missing", "single-patient")]
    [InlineData("symptom=one-patient-missing", "single-patient")]
    [InlineData("symptom=one-patient-missing;patientSearch=not-tried", "single-patient")]
    [InlineData("symptom=one-patient-missing;patientSearch=works", "single-patient")]
    [InlineData("symptom=one-patient-missing;patientSearch=works;retriedAfterReentry=works", "single-patient")]
    [InlineData("symptom=one-patient-missing;patientSearch=one-location-missing;ehr=nookal", "fix-key")]
    [InlineData("symptom=one-patient-missing;patientSearch=none-recognised;keyReentered=false", "check-key-first")]
    [InlineData("symptom=one-patient-missing;errorText=authentication failed", "reconnect")]
    // 6
    [InlineData("retriedAfterReentry=works;symptom=disconnected", "resolved")]
    // 7
    [InlineData("symptom=worried-about-data", "reassure")]
    [InlineData("symptom=worried-about-data;patientSearch=none-recognised", "check-key-first")]
    [InlineData("symptom=worried-about-data;errorText=authentication failed", "reconnect")]
    // 8, 9
    [InlineData("keyAccess=admin-cannot-help", "key-not-accessible")]
    [InlineData("keyAccess=cannot-see-api-keys", "get-key-access")]
    [InlineData("symptom=key-not-accessible", "get-key-access")]
    // 10
    [InlineData("symptom=server-error;repeatedFailures=3", "repeated-provider-error")]
    [InlineData("errorText=timeout;repeatedFailures=7", "repeated-provider-error")]
    [InlineData("symptom=server-error;repeatedFailures=2", "wait-and-retry")]
    // 11
    [InlineData("patientSearch=works;errorText=patient not linked", "fix-note-target")]
    // 12
    [InlineData("symptom=no-patients-recognised", "check-key-first")]
    [InlineData("patientSearch=none-recognised;keyReentered=false", "check-key-first")]
    [InlineData("symptom=no-patients-recognised;patientSearch=one-location-missing;ehr=nookal", "fix-key")]
    // 13
    [InlineData("symptom=server-error", "wait-and-retry")]
    // 14
    [InlineData("symptom=disconnected", "reconnect")]
    [InlineData("symptom=missing-api-key;keyReentered=false", "reconnect")]
    [InlineData("symptom=notes-not-pushing;patientSearch=not-tried", "reconnect")]
    [InlineData("symptom=notes-not-pushing;patientSearch=one-location-missing", "reconnect")]
    [InlineData("symptom=notes-not-pushing;patientSearch=works", "need-more-information")]
    [InlineData("symptom=notes-not-pushing", "need-more-information")]
    [InlineData("symptom=key-not-accessible;keyAccess=has-key", "reconnect")]
    [InlineData("symptom=key-not-accessible;keyAccess=can-create-key", "reconnect")]
    // 15
    [InlineData("keyReentered=true;otherEhrActive=true", "fix-key")]
    [InlineData("keyReentered=true;keyUnchanged=true;ehr=cliniko", "fix-key")]
    [InlineData("keyReentered=true;ehr=cliniko;clinikoSuffix=missing", "fix-key")]
    [InlineData("keyReentered=true;ehr=cliniko;clinikoSuffix=wrong-shard", "fix-key")]
    [InlineData("keyReentered=true;ehr=nookal;clinikoSuffix=wrong-shard", "retry-and-confirm")]
    [InlineData("keyReentered=true;ehr=nookal;nookalRegionMatches=false", "fix-key")]
    [InlineData("keyReentered=true;ehr=cliniko;nookalRegionMatches=false", "retry-and-confirm")]
    [InlineData("keyReentered=true;ehr=nookal;nookalKeyEnabled=false", "fix-key")]
    [InlineData("keyReentered=true;ehr=nookal;nookalLocationSelected=false", "fix-key")]
    [InlineData("keyReentered=true;ehr=nookal;patientSearch=one-location-missing", "fix-key")]
    [InlineData("keyReentered=true;ehr=nookal;nookalKeyType=v2-key;retriedAfterReentry=fails", "fix-key")]
    [InlineData("keyReentered=true;ehr=nookal;nookalKeyType=v2-key", "retry-and-confirm")]
    [InlineData("keyReentered=true;ehr=nookal;nookalClinicalNotes=false;symptom=notes-not-pushing", "fix-key")]
    [InlineData("keyReentered=true;ehr=nookal;nookalClinicalNotes=false;symptom=permission-error", "fix-key")]
    [InlineData("keyReentered=true;ehr=nookal;nookalClinicalNotes=false", "retry-and-confirm")]
    // 16
    [InlineData("ehr=cliniko;patientSearch=works;symptom=permission-error", "key-owner-cannot-write-notes")]
    [InlineData("ehr=cliniko;patientSearch=works;symptom=notes-not-pushing;keyReentered=true;retriedAfterReentry=fails", "key-owner-cannot-write-notes")]
    [InlineData("ehr=nookal;patientSearch=works;symptom=permission-error", "need-more-information")]
    // 17
    [InlineData("ehr=nookal;symptom=region-error", "verify-region")]
    [InlineData("ehr=cliniko;symptom=region-error", "need-more-information")]
    // 18
    [InlineData("keyReentered=true", "retry-and-confirm")]
    [InlineData("keyReentered=true;retriedAfterReentry=not-tried", "retry-and-confirm")]
    // 19
    [InlineData("keyReentered=true;retriedAfterReentry=fails", "verify-key-details")]
    [InlineData("keyReentered=true;retriedAfterReentry=fails;ehr=none", "verify-key-details")]
    [InlineData("keyReentered=true;retriedAfterReentry=fails;ehr=cliniko", "verify-key-details")]
    [InlineData("keyReentered=true;retriedAfterReentry=fails;ehr=nookal", "verify-key-details")]
    // 20
    [InlineData("keyReentered=true;retriedAfterReentry=fails;ehr=cliniko;clinikoSuffix=present;patientSearch=none-recognised", "no-patients-after-reconnect")]
    // 21
    [InlineData("keyReentered=true;retriedAfterReentry=fails;ehr=cliniko;clinikoSuffix=present;symptom=authentication-failed;repeatedFailures=3", "repeated-key-error")]
    // 22
    [InlineData("keyReentered=true;retriedAfterReentry=fails;ehr=cliniko;clinikoSuffix=present;symptom=authentication-failed;repeatedFailures=2", "still-failing-after-reentry")]
    [InlineData("keyReentered=true;retriedAfterReentry=fails;ehr=nookal;nookalRegionMatches=true;nookalKeyType=space-api-key;nookalKeyEnabled=true;nookalLocationSelected=true", "still-failing-after-reentry")]
    // 23
    [InlineData("", "need-more-information")]
    public void Evaluate_RowOfTheTable_RuleWins(string facts, string rule) => Assert.Equal(rule, Cases.Evaluate(facts).RuleId);

    [Theory]
    [InlineData("integration-not-visible", EscalationCriterion.IntegrationNotVisible)]
    [InlineData("key-not-accessible", EscalationCriterion.KeyNotAccessible)]
    [InlineData("repeated-provider-error", EscalationCriterion.RepeatedError)]
    [InlineData("repeated-key-error", EscalationCriterion.RepeatedError)]
    [InlineData("no-patients-after-reconnect", EscalationCriterion.NoPatientsAfterReconnect)]
    [InlineData("still-failing-after-reentry", EscalationCriterion.StillFailingAfterReentry)]
    public void Rules_ThatEscalate_HaveTheirCriterion(string rule, EscalationCriterion criterion)
    {
        var found = Cases.Playbook.Rules.Single(candidate => candidate.Id == rule);
        Assert.Equal((Verdict.Escalate, criterion), (found.Verdict, found.Criterion));
    }

    [Fact]
    public void Rules_OfOtherVerdicts_AreNamedLikeTheirVerdict()
    {
        Assert.All(
            Cases.Playbook.Rules.Where(rule => rule.Verdict != Verdict.Escalate && rule.Id is not ("verify-region" or "connected" or "never-reconnected")),
            rule => Assert.Equal(Kebab.Name(rule.Verdict), rule.Id));
    }

    [Fact]
    public void Rules_All_AreThoseOfTheTable() => Assert.Equal(TableOracle.Numbers.Length, Cases.Playbook.Rules.Count);
}
