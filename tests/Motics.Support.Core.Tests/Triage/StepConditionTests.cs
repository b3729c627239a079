using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Core.Triage.Replies;
using static Motics.Support.Core.Tests.Triage.Clinics;

namespace Motics.Support.Core.Tests.Triage;

/// <summary>Steps know the case: none for what is done, known or impossible.</summary>
public sealed class StepConditionTests
{
    private const string StillFails = "ehr=cliniko;keyReentered=true;retriedAfterReentry=fails;clinikoSuffix=present;symptom=authentication-failed";

    private static readonly string[] AboutKeys = ["cliniko-open-keys", "cliniko-add-key", "cliniko-copy-key", "cliniko-paste-key"];

    [Theory]
    [InlineData(StillFails, false, true)]
    [InlineData(StillFails + ";errorText=401 Unauthorized", false, false)]
    [InlineData(StillFails, true, false)]
    public void ErrorText_KnownOrInAPicture_IsNotAskedForByAStep(string facts, bool screenshot, bool step)
    {
        var evaluation = Cases.Evaluate(facts, new CaseContext { HasScreenshot = screenshot });
        Assert.Equal(Verdict.Escalate, evaluation.Verdict);
        Assert.Equal(step, evaluation.Steps.Any(shown => shown.Id == "error-exact-text"));
        Assert.Contains("error-hand-over", Ids(evaluation));
    }

    [Fact]
    public void Incident_OfTheProvider_HasNoStepForWhatTheConsoleDoes()
    {
        Assert.Equal(["incident-copy-paste"], Ids(Cases.Evaluate("ehr=cliniko;providerIncident=confirmed")));

        var copying = Cases.Evaluate("ehr=cliniko;providerIncident=confirmed;usingCopyPaste=true");

        Assert.Empty(copying.Steps);
        Assert.Null(copying.StepsTitle);
        Assert.Equal("provider-incident", copying.StepList);
        Assert.StartsWith("Leave it until the incident is over", copying.Then, StringComparison.Ordinal);
        Assert.NotNull(copying.DoNot);
    }

    [Theory]
    [InlineData(0.05, "wait-minutes", "Wait until 10:07 UTC, then do the same thing once more")]
    [InlineData(0.5, "wait-retry", "Do the same thing once more now")]
    public void Wait_AfterPassingTrouble_SaysUntilWhenAndIsGoneWhenTheTimeIsOver(double hoursAgo, string step, string text)
    {
        var evaluation = Evaluate(Of(Failed(Operation.NotePush, ErrorKind.Timeout, hoursAgo)));
        Assert.Equal(Verdict.WaitAndRetry, evaluation.Verdict);
        Assert.Equal([(step, text)], evaluation.Steps.Select(shown => (shown.Id, shown.Text)));
    }

    [Fact]
    public void Wait_WithTheClinicsZone_SaysItsTime()
    {
        var clinic = Of(Failed(Operation.NotePush, ErrorKind.Timeout, 0.05)) with { TimeZone = "Australia/Sydney" };
        Assert.Equal("Wait until 21:07 the clinic's time (10:07 UTC), then do the same thing once more", Assert.Single(Evaluate(clinic).Steps).Text);
    }

    [Fact]
    public void Wait_ByTheAgentsWordAlone_CountsFromTheMomentItWasSaid()
    {
        var now = Evaluate(null, "ehr=cliniko;symptom=server-error");
        Assert.Equal("Wait until 10:10 UTC, then do the same thing once more", now.Steps[0].Text);
        Assert.Equal("wait-retry", Evaluate(null, "ehr=cliniko;errorText=503 Service Unavailable", Cases.Now.AddMinutes(11)).Steps[0].Id);
        Assert.Equal("Wait about ten minutes, then do the same thing once more", Cases.Playbook.Evaluate(new CaseFacts(null, Cases.Said("ehr=cliniko;symptom=server-error", FactSource.Events))).Steps[0].Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ehr=cliniko;keyReentered=true;retriedAfterReentry=fails")]
    [InlineData("ehr=nookal;keyReentered=true;retriedAfterReentry=fails;nookalRegionMatches=true")]
    [InlineData("ehr=nookal;symptom=region-error")]
    public void AskingTheNextQuestion_IsNoStep(string facts)
    {
        var evaluation = Cases.Evaluate(facts);
        Assert.Empty(evaluation.Steps);
        Assert.NotEmpty(evaluation.Asks);
    }

    [Fact]
    public void Close_HasOnlyWhatIsLeft()
    {
        Assert.Equal(["close-ticket"], Ids(Cases.Evaluate("ehr=cliniko;symptom=disconnected;retriedAfterReentry=works")));
        var seen = new CaseFacts(Cases.Said("ehr=cliniko"), Cases.Said("retriedAfterReentry=works", FactSource.Events));
        Assert.Equal(["close-tell", "close-ticket"], Ids(Cases.Playbook.Evaluate(seen)));
    }

    [Fact]
    public void SwitchedOff_AloneIsSwitchedOnAndNoKeyIsMade()
    {
        var off = Cases.Now.AddDays(-2);
        var clinic = Of(Failed(Operation.NotePush, ErrorKind.IntegrationDisabled, 3)) with { Health = Health.Disabled, HealthSince = off, SwitchedAt = off, LastSuccessAt = off.AddHours(-1) };

        var evaluation = Evaluate(clinic, "symptom=integration-disabled");

        Assert.Equal((Verdict.Reconnect, "Cliniko was switched off in Motics on 22 Nov 2026 10:00 UTC", "Switch Cliniko on again"), (evaluation.Verdict, evaluation.Title, evaluation.StepsTitle));
        Assert.Equal(["switch-on-enable", "switch-on-retry"], Ids(evaluation));
        Assert.DoesNotContain("key", evaluation.Steps[0].Text, StringComparison.OrdinalIgnoreCase);
        var reply = ReplyComposer.Compose(Cases.Playbook, Facts(clinic, "symptom=integration-disabled", Cases.Now))!.Text;
        Assert.Contains("the key can stay", reply, StringComparison.Ordinal);
        Assert.DoesNotMatch("after the move|once more", reply + string.Concat(evaluation.Advice.Select(advice => advice.Text)));
    }

    [Fact]
    public void SwitchedOff_AndNeverReconnected_IsSwitchedOnAndThenAKeyIsMade()
    {
        var clinic = Of(Failed(Operation.NotePush, ErrorKind.IntegrationDisabled, 3)) with { Health = Health.Disabled, SwitchedAt = Cases.Now.AddDays(-2) };
        var evaluation = Evaluate(clinic, "symptom=integration-disabled");
        Assert.Equal("cliniko-switch-on", evaluation.Steps[0].Id);
        Assert.All(AboutKeys, step => Assert.Contains(step, Ids(evaluation)));
        Assert.DoesNotContain("can stay as it is", ReplyComposer.Compose(Cases.Playbook, Facts(clinic, "symptom=integration-disabled", Cases.Now))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void SwitchedOff_WhileTheKeyFailedToo_IsSwitchedOnFirstAndThenAKeyIsMade()
    {
        var failing = Failed(Operation.NotePush, ErrorKind.IntegrationDisabled, 3);
        failing = failing with { Unmended = [.. failing.Unmended, new(ErrorKind.AuthenticationFailed, Migrated, Migrated, 2, Error(ErrorKind.AuthenticationFailed, Migrated))] };
        var evaluation = Evaluate(Of(failing) with { Health = Health.Disabled, SwitchedAt = Cases.Now.AddDays(-2) });
        Assert.Equal("cliniko-switch-on", evaluation.Steps[0].Id);
        Assert.All(AboutKeys, step => Assert.Contains(step, Ids(evaluation)));
    }

    [Fact]
    public void NotSwitchedOff_AKeyThatFailed_HasNoSwitchingStep()
    {
        var evaluation = Evaluate(Of(Failed(Operation.NotePush, ErrorKind.AuthenticationFailed, 3)) with { Health = Health.NeedsKey, SwitchedAt = Cases.Now.AddDays(-2) });
        Assert.DoesNotContain(evaluation.Steps, step => step.Id.Contains("switch", StringComparison.Ordinal));
        Assert.All(AboutKeys, step => Assert.Contains(step, Ids(evaluation)));
    }

    [Fact]
    public void SwitchedOff_ByTheClinicsWordAlone_IsSwitchedOn()
    {
        var evaluation = Cases.Evaluate("ehr=nookal;symptom=integration-disabled");
        Assert.Equal((Verdict.Reconnect, "Nookal is switched off in Motics", "switch-on-enable"), (evaluation.Verdict, evaluation.Title, evaluation.Steps[0].Id));
    }

    [Fact]
    public void SwitchedOff_WithNothingElseKnown_IsAFindingOfItsOwn()
    {
        var clinic = Of() with { Health = Health.Disabled, HealthSince = Migrated, SwitchedAt = Migrated, LastSuccessAt = Migrated };
        var suggested = SuggestedVerdict.For(Cases.Playbook, CaseFacts.Of(clinic, null, Cases.Now));
        Assert.Equal(["switch-on-enable", "switch-on-retry"], Ids(suggested!));
        Assert.Null(SuggestedVerdict.For(Cases.Playbook, CaseFacts.Of(Of() with { LastSuccessAt = Migrated }, null, Cases.Now)));
    }

    [Theory]
    [InlineData(Ehr.Semble, false, "nothing-fails")]
    [InlineData(Ehr.Meddbase, false, "nothing-fails")]
    [InlineData(Ehr.Semble, true, "check-semble")]
    [InlineData(Ehr.Meddbase, true, "check-meddbase")]
    public void EhrWithoutKeys_IsToldToCheckItsCredentialsOnlyWhereSomethingFails(Ehr ehr, bool fails, string list)
    {
        var clinic = (fails ? Of(Failed(Operation.NotePush, ErrorKind.AuthenticationFailed, 3)) : Of(Worked(Operation.NotePush, 3))) with { Ehr = ehr, Health = Health.NotApplicable, KeyHistory = [Key(4)] };
        var evaluation = Evaluate(clinic);
        Assert.Equal((Verdict.NotClinikoOrNookal, list), (evaluation.Verdict, evaluation.StepList));
        Assert.Equal(fails ? ["ehr", "errorText"] : ["ehr"], evaluation.Because.Select(reason => reason.Fact));
        var reply = ReplyComposer.Compose(Cases.Playbook, Facts(clinic, "", Cases.Now))!;
        Assert.Equal(fails, reply.Text.Contains("what fails has another cause", StringComparison.Ordinal));
        Assert.Equal(fails ? list : "check-semble", Evaluate(clinic with { Ehr = fails ? ehr : Ehr.Semble }, "symptom=notes-not-pushing").StepList);
        Assert.DoesNotMatch(@"(?i)\bkeys?\b", reply.Text + reply.Brief + evaluation.Title + string.Concat(evaluation.Steps.Select(step => step.Text)));
    }

    [Fact]
    public void Engineers_WhileTheyHaveIt_NothingIsHandedOverAgain()
    {
        var held = Evaluate(null, StillFails, ticket: new CaseTicket(WithEngineers: true));
        Assert.Equal((Verdict.Escalate, "The engineers have it"), (held.Verdict, held.Title));
        Assert.Equal(["engineers-copy-paste"], Ids(held));
        Assert.Equal("It comes back to you when they are done.", held.Then);
        Assert.Empty(Evaluate(null, StillFails + ";usingCopyPaste=true", ticket: new CaseTicket(WithEngineers: true)).Steps);
    }

    [Theory]
    [InlineData(StillFails)]
    [InlineData("symptom=integration-not-visible;moticsRole=owner")]
    [InlineData("keyAccess=admin-cannot-help")]
    [InlineData("ehr=cliniko;symptom=server-error;repeatedFailures=4")]
    public void Engineers_WhenTheyAreDone_TheClinicTriesAgain(string facts)
    {
        var done = Evaluate(null, facts, ticket: new CaseTicket(ClinicTriesAgain: true));
        Assert.Equal(("The engineers are done: the clinic tries again", "The clinic tries again"), (done.Title, done.StepsTitle));
        Assert.Equal(["engineers-try-again"], Ids(done));
        Assert.Contains("hand-over", string.Concat(Ids(Evaluate(null, facts))), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Ids(Evaluation evaluation) => evaluation.Steps.Select(step => step.Id);

    private static CaseFacts Facts(OrganisationDetail? clinic, string said, DateTimeOffset now, CaseTicket? ticket = null) => CaseFacts.Of(clinic, Cases.Said(said), now, ticket);

    private static Evaluation Evaluate(OrganisationDetail? clinic, string said = "", DateTimeOffset? now = null, CaseTicket? ticket = null) =>
        Cases.Playbook.Evaluate(Facts(clinic, said, now ?? Cases.Now, ticket));
}
