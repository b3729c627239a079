using Motics.Support.Core.Triage;

namespace Motics.Support.Core.Tests.Triage;

public sealed class AdviceTests
{
    [Theory]
    [InlineData("inClinicNow=true", AdviceKind.CopyPasteForNow, true)]
    [InlineData("inClinicNow=false", AdviceKind.CopyPasteForNow, false)]
    [InlineData("", AdviceKind.CopyPasteForNow, false)]
    [InlineData("worriedAboutLosingWork=true", AdviceKind.SaveTheNoteFirst, true)]
    [InlineData("worriedAboutLosingWork=false", AdviceKind.SaveTheNoteFirst, false)]
    [InlineData("migrated=true;symptom=disconnected", AdviceKind.NothingWasDeleted, true)]
    [InlineData("migrated=true;symptom=no-patients-recognised", AdviceKind.NothingWasDeleted, true)]
    [InlineData("migrated=true;keyReentered=true;otherEhrActive=true", AdviceKind.NothingWasDeleted, true)]
    [InlineData("migrated=true;symptom=key-not-accessible", AdviceKind.NothingWasDeleted, true)]
    [InlineData("migrated=true;ehr=nookal;symptom=region-error", AdviceKind.NothingWasDeleted, true)]
    [InlineData("migrated=true;keyReentered=true", AdviceKind.NothingWasDeleted, true)]
    [InlineData("migrated=true;symptom=worried-about-data", AdviceKind.NothingWasDeleted, true)]
    [InlineData("symptom=worried-about-data", AdviceKind.NothingWasDeleted, true)]
    [InlineData("migrated=false;symptom=worried-about-data", AdviceKind.NothingWasDeleted, true)]
    [InlineData("symptom=worried-about-data;ehr=semble", AdviceKind.NothingWasDeleted, true)]
    [InlineData("migrated=false;symptom=disconnected", AdviceKind.NothingWasDeleted, false)]
    [InlineData("symptom=disconnected", AdviceKind.NothingWasDeleted, false)]
    [InlineData("migrated=true;symptom=server-error", AdviceKind.NothingWasDeleted, false)]
    [InlineData("patientSearch=none-recognised", AdviceKind.DoNotRecreatePatients, true)]
    [InlineData("errorText=no patients recognised", AdviceKind.DoNotRecreatePatients, true)]
    [InlineData("symptom=no-patients-recognised;patientSearch=works", AdviceKind.DoNotRecreatePatients, false)]
    [InlineData("symptom=notes-not-pushing", AdviceKind.DoNotKeepRetrying, true)]
    [InlineData("symptom=server-error", AdviceKind.DoNotKeepRetrying, false)]
    [InlineData("ehr=cliniko;symptom=no-patients-recognised", AdviceKind.KeyShownOnce, true)]
    [InlineData("ehr=cliniko;symptom=disconnected", AdviceKind.KeyShownOnce, true)]
    [InlineData("ehr=cliniko;keyReentered=true;clinikoSuffix=missing", AdviceKind.KeyShownOnce, true)]
    [InlineData("ehr=cliniko;symptom=key-not-accessible", AdviceKind.KeyShownOnce, true)]
    [InlineData("ehr=nookal;symptom=disconnected", AdviceKind.KeyShownOnce, false)]
    [InlineData("ehr=cliniko;keyReentered=true", AdviceKind.KeyShownOnce, false)]
    [InlineData("usingCopyPaste=true", AdviceKind.ComeBackToReconnect, true)]
    [InlineData("usingCopyPaste=true;retriedAfterReentry=works", AdviceKind.ComeBackToReconnect, false)]
    [InlineData("usingCopyPaste=false", AdviceKind.ComeBackToReconnect, false)]
    public void Evaluate_Advice_RidesAlongExactlyWhenItApplies(string facts, AdviceKind kind, bool expected) =>
        Assert.Equal(expected, Cases.Evaluate(facts).Advice.Any(advice => advice.Kind == kind));

    [Fact]
    public void Evaluate_InClinicNow_PutsCopyAndPasteFirst()
    {
        var evaluation = Cases.Evaluate("inClinicNow=true;worriedAboutLosingWork=true;migrated=true;ehr=cliniko;symptom=no-patients-recognised;usingCopyPaste=true");
        Assert.Equal(
            [AdviceKind.CopyPasteForNow, AdviceKind.SaveTheNoteFirst, AdviceKind.DoNotRecreatePatients, AdviceKind.NothingWasDeleted, AdviceKind.KeyShownOnce, AdviceKind.ComeBackToReconnect],
            evaluation.Advice.Select(advice => advice.Kind));
    }

    [Theory]
    [InlineData("ehr=cliniko;symptom=disconnected")]
    [InlineData("ehr=cliniko;inClinicNow=true;worriedAboutLosingWork=true;symptom=worried-about-data")]
    [InlineData("")]
    public void Evaluate_KeyWasSentToUs_ItsReplacementComesFirst(string facts)
    {
        var evaluation = Cases.Evaluate(facts, new CaseContext { KeyExposed = true });
        var without = Cases.Evaluate(facts);

        Assert.Equal(AdviceKind.ReplaceExposedKey, evaluation.Advice[0].Kind);
        Assert.Equal("replace-exposed-key", evaluation.Steps[0].Id);
        Assert.NotNull(evaluation.Advice[0].ForClinic);
        Assert.Equal(without.Steps, evaluation.Steps.Skip(1));
        Assert.Equal(without.Advice, evaluation.Advice.Skip(1));
        Assert.Equal((without.Verdict, without.RuleId, without.Title), (evaluation.Verdict, evaluation.RuleId, evaluation.Title));
    }

    [Theory]
    [InlineData("inClinicNow=true;ehr=nookal", AdviceKind.CopyPasteForNow)]
    [InlineData("worriedAboutLosingWork=true;ehr=nookal", AdviceKind.SaveTheNoteFirst)]
    public void Advice_ToBeSaidFirst_HasWordsForTheClinic(string facts, AdviceKind kind)
    {
        var advice = Assert.Single(Cases.Evaluate(facts).Advice, advice => advice.Kind == kind);

        Assert.NotEqual(advice.Text, advice.ForClinic);
        Assert.Contains("Nookal", advice.ForClinic, StringComparison.Ordinal);
        Assert.DoesNotContain("{", advice.ForClinic, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("providerIncident=confirmed;symptom=authentication-failed", "Do not ask for the key")]
    [InlineData("symptom=one-patient-missing", "Do not have the key entered again")]
    [InlineData("symptom=disconnected", null)]
    public void Evaluate_VerdictThatForbids_SaysWhatNotToDo(string facts, string? words)
    {
        var doNot = Cases.Evaluate(facts).DoNot;
        if (words is null)
            Assert.Null(doNot);
        else
            Assert.StartsWith(words, doNot, StringComparison.Ordinal);
    }

    [Fact]
    public void Advice_AgainstSomething_IsAWarning() =>
        Assert.Equal(
            [AdviceKind.DoNotRecreatePatients, AdviceKind.DoNotKeepRetrying],
            Cases.Playbook.Advice.Where(advice => advice.IsWarning).Select(advice => advice.Kind));
}
