using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Core.Triage.Replies;
using Motics.Support.Core.Wording;
using static Motics.Support.Core.Tests.Triage.Clinics;

namespace Motics.Support.Core.Tests.Triage.Replies;

/// <summary>Verdict, advice and both forms of the reply of clinics as they are found: nothing is said that the same page shows to be otherwise.</summary>
public sealed class TrueWordsTests
{
    private const string MakesAKey = @"(?i)once more, which|connected to \w+ once more|make an API key|key only once|after the move";

    private static readonly DateTimeOffset Off = Cases.Now.AddDays(-2);

    /// <summary>Connected for months, never migrated, and nearly every search found somebody.</summary>
    private static readonly OrganisationDetail LongConnected = Connected(Worked(Operation.PatientSearch, 20), Worked(Operation.NotePush, 18)) with
    {
        MigratedAt = null,
        KeyHistory = [Key(176)],
        LastSuccessAt = Cases.Now.AddHours(-18),
    };

    private static readonly OrganisationDetail OffAndNeverReconnected = Of() with { Health = Health.Disabled, HealthSince = Off, SwitchedAt = Off, LastSuccessAt = Migrated.AddDays(-1) };

    private static readonly OrganisationDetail OffWithAKeyThatWorked = OffAndNeverReconnected with
    {
        Operations = [Worked(Operation.NotePush, 60)],
        KeyHistory = [Key(4)],
        LastSuccessAt = Cases.Now.AddHours(-60),
    };

    [Fact]
    public void KeyWorked_NeverMigrated_HoldsAndNoPatientsAreFoundIsTriedAgainFirst()
    {
        Assert.True(CaseContext.Of(LongConnected, Cases.Now).KeyWorked);
        var (evaluation, reply) = Say(LongConnected, "symptom=no-patients-recognised");
        Assert.Equal((Verdict.CheckKeyFirst, "It has worked with this key: have them try the same thing again", "Try again first"), (evaluation.Verdict, evaluation.Title, evaluation.Label));
        Assert.Equal(["retry-as-before", "retry-as-before-tell"], evaluation.Steps.Select(step => step.Id));
        Assert.DoesNotContain("entered again", evaluation.Then, StringComparison.Ordinal);
        Assert.DoesNotMatch(MakesAKey, All(evaluation, reply));
        Assert.Contains("had worked before this", reply.Brief, StringComparison.Ordinal);
        Assert.Contains("do not create your patients again", reply.Brief, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("symptom=no-patients-recognised;retriedAfterReentry=fails")]
    [InlineData("symptom=no-patients-recognised;errorText=401 Unauthorized: the API key was not accepted")]
    public void KeyWorked_ThatFailsAgainOrIsRefused_IsCheckedWithTheSteps(string said)
    {
        var evaluation = Say(LongConnected, said).Evaluation;
        Assert.Equal((Verdict.CheckKeyFirst, "reconnect-cliniko"), (evaluation.Verdict, evaluation.StepList));
        Assert.Contains(evaluation.Advice, advice => advice.Kind == AdviceKind.KeyShownOnce);
    }

    [Fact]
    public void KeyWorked_NotesDoNotArrive_IsTriedAgainFirst()
    {
        var (evaluation, reply) = Say(LongConnected, "symptom=notes-not-pushing;patientSearch=not-tried");
        Assert.Equal((Verdict.Reconnect, "retry-old-key"), (evaluation.Verdict, evaluation.StepList));
        Assert.DoesNotMatch(MakesAKey, All(evaluation, reply));
    }

    [Theory]
    [InlineData("symptom=disconnected")]
    [InlineData("symptom=notes-not-pushing;patientSearch=not-tried")]
    [InlineData("symptom=no-patients-recognised")]
    public void SwitchedOff_AndNeverReconnected_IsSaidFirstEverywhere(string said)
    {
        var (evaluation, reply) = Say(OffAndNeverReconnected, said);
        Assert.Equal(("Cliniko was switched off in Motics on 22 Nov 2026 10:00 UTC: switch it on again, then see to its key", "Switch on, then reconnect"), (evaluation.Title, evaluation.Label));
        Assert.Equal("cliniko-switch-on", evaluation.Steps[0].Id);
        Assert.Contains("cliniko-add-key", evaluation.Steps.Select(step => step.Id));
        Assert.All(new[] { reply.Text, reply.Brief }, text =>
        {
            Assert.Contains("Cliniko was switched off in Motics on 22 Nov 2026 10:00 UTC, so nothing can go through. Please switch it on again first", text, StringComparison.Ordinal);
            Assert.DoesNotContain("expected after the move", text, StringComparison.Ordinal);
        });
        Assert.Contains("make one in Cliniko", reply.Brief, StringComparison.Ordinal);
    }

    [Fact]
    public void SwitchedOff_AndNobodyHasSaidAnything_BothAreTold()
    {
        var (evaluation, reply) = Say(OffAndNeverReconnected, "");
        Assert.Equal("Never reconnected since the migration to Motics OS. Cliniko was switched off in Motics on 22 Nov 2026 10:00 UTC", evaluation.Title);
        Assert.Contains("Please switch it on again first", reply.Brief, StringComparison.Ordinal);
    }

    [Fact]
    public void SwitchedOff_WhatASearchFindsIsNotAsked()
    {
        Assert.Equal(["patientSearch"], Say(OffAndNeverReconnected, "symptom=notes-not-pushing").Evaluation.Missing);
        Assert.DoesNotContain("When you search", Say(OffAndNeverReconnected, "symptom=notes-not-pushing").Reply.Text, StringComparison.Ordinal);
        var on = OffAndNeverReconnected with { Health = Health.NeedsKey, SwitchedAt = null };
        Assert.Contains("When you search", Say(on, "symptom=notes-not-pushing").Reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ehr=cliniko;symptom=integration-disabled")]
    [InlineData("ehr=nookal;nookalRegionMatches=false")]
    [InlineData("ehr=nookal;nookalKeyEnabled=false")]
    [InlineData("ehr=nookal;nookalClinicalNotes=false;symptom=permission-error")]
    [InlineData("ehr=cliniko;patientSearch=works;errorText=validation failed")]
    [InlineData("ehr=nookal;patientSearch=works;errorText=patient not linked")]
    public void KeyThatReachedUs_IsNotSaidToStay(string said)
    {
        Assert.Contains("key can stay as it is", Text(new CaseContext()), StringComparison.Ordinal);
        Assert.DoesNotMatch("can stay|leave the settings", Text(new CaseContext { KeyExposed = true }));

        string Text(CaseContext context) => ReplyComposer.Compose(Cases.Playbook, Cases.Of(said, context)) is { } reply ? reply.Text : "";
    }

    [Fact]
    public void KeyThatReachedUs_AndHadWorked_DoesNotLeaveTheSettingsAsTheyAre()
    {
        Assert.Contains("leave the settings as they are", Reply(false), StringComparison.Ordinal);
        Assert.DoesNotContain("leave the settings as they are", Reply(true), StringComparison.Ordinal);

        static string Reply(bool exposed)
        {
            var facts = CaseFacts.Of(LongConnected, Cases.Said("symptom=no-patients-recognised"), Cases.Now, new CaseTicket(KeyExposed: exposed));
            return ReplyComposer.Compose(Cases.Playbook, facts)!.Text;
        }
    }

    [Theory]
    [InlineData("symptom=integration-disabled")]
    [InlineData("symptom=notes-not-pushing;patientSearch=not-tried;errorText=integration disabled")]
    public void OnlySwitchedOff_NothingIsSaidOfANewKey(string said)
    {
        var clinic = OffWithAKeyThatWorked with { Operations = [Failed(Operation.NotePush, ErrorKind.IntegrationDisabled, 3, workedHoursAgo: 60)], MigratedAt = null };
        var (evaluation, reply) = Say(clinic, said);
        Assert.Equal("switch-on", evaluation.StepList);
        Assert.DoesNotMatch(MakesAKey, All(evaluation, reply));
    }

    public static TheoryData<string> EveryVerdict =>
    [
        "", "ehr=cliniko;providerIncident=confirmed", "ehr=semble;symptom=other", "symptom=integration-not-visible", "symptom=integration-not-visible;moticsRole=owner", "symptom=one-patient-missing",
        "ehr=cliniko;retriedAfterReentry=works", "symptom=worried-about-data", "symptom=key-not-accessible", "ehr=cliniko;patientSearch=works;errorText=validation failed",
        "ehr=cliniko;symptom=no-patients-recognised", "ehr=cliniko;symptom=server-error", "ehr=cliniko;symptom=disconnected", "ehr=nookal;nookalKeyEnabled=false",
        "ehr=cliniko;patientSearch=works;symptom=permission-error", "ehr=nookal;symptom=region-error", "ehr=cliniko;keyReentered=true", "ehr=cliniko;keyReentered=true;retriedAfterReentry=fails",
    ];

    [Fact]
    public void EveryVerdict_IsEveryVerdict() =>
        Assert.Equal(Enum.GetValues<Verdict>(), EveryVerdict.Select(row => Cases.Evaluate(row.Data).Verdict).Distinct().Order());

    [Theory]
    [MemberData(nameof(EveryVerdict))]
    public void WithEngineers_UnderAnyVerdict_TitleAndReplySaySo(string said)
    {
        var facts = Cases.Of(said, new CaseContext { WithEngineers = true });
        var evaluation = Cases.Playbook.Evaluate(facts);
        Assert.StartsWith("The engineers have it", evaluation.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("The engineers", Cases.Evaluate(said).Title, StringComparison.Ordinal);
        Assert.StartsWith("The engineers wait for answers", Cases.Evaluate(said, new CaseContext { WithEngineers = true, EngineersWait = true }).Title, StringComparison.Ordinal);
        var reply = ReplyComposer.Compose(Cases.Playbook, facts, evaluation, new() { Told = true, WithEngineers = true })!;
        Assert.Contains("We have handed this to our engineers", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Our engineers have it now", reply.Brief, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("symptom=integration-not-visible;moticsRole=owner")]
    [InlineData("keyAccess=admin-cannot-help")]
    [InlineData("ehr=cliniko;symptom=server-error;repeatedFailures=4")]
    public void Escalate_BeforeItIsHandedOver_SaysNothingThatHasNotHappened(string said)
    {
        var reply = ReplyComposer.Compose(Cases.Playbook, Cases.Of(said))!;
        Assert.All(new[] { reply.Text, reply.Brief }, text =>
        {
            Assert.Contains("This looks like one for our engineers", text, StringComparison.Ordinal);
            Assert.DoesNotMatch("have looked|handing|handed|have it", text);
        });
    }

    [Fact]
    public void VerifiedAlone_IsAskedToSearchOnceAndIsNotSaidToBeAllThereIs()
    {
        var reply = Answered(Worked(Operation.Verify, 0.5));
        Assert.All(new[] { reply.Text, reply.Brief }, text =>
        {
            Assert.Contains("the check went through", text, StringComparison.Ordinal);
            Assert.Contains("Please search for a patient once", text, StringComparison.Ordinal);
            Assert.DoesNotContain("nothing more", text, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData(Operation.PatientSearch, "finds patients")]
    [InlineData(Operation.NotePush, "a note has gone")]
    public void VerifiedAndTriedToo_NamesWhatWasTried(Operation tried, string words)
    {
        var reply = Answered(Worked(Operation.Verify, 0.5), Worked(tried, 0.7)).Text;
        Assert.Contains(words, reply, StringComparison.Ordinal);
        Assert.Contains("nothing more you need to do", reply, StringComparison.Ordinal);
        // What was tried before the clinic told of it proves nothing.
        Assert.Contains("the check went through", Answered(Worked(Operation.Verify, 0.5), Worked(tried, 3)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void NobodyHasToldAnything_IsAskedWhetherSomethingIsWrong()
    {
        var facts = Cases.Of("");
        var evaluation = Cases.Playbook.Evaluate(facts);
        Assert.Equal(["symptom"], evaluation.Missing);
        var first = ReplyComposer.Compose(Cases.Playbook, facts, evaluation, new())!;
        Assert.All(new[] { first.Text, first.Brief }, text =>
        {
            Assert.Contains("Does anything in Motics not work for you", text, StringComparison.Ordinal);
            Assert.DoesNotContain("What exactly do you see", text, StringComparison.Ordinal);
        });
        Assert.Contains("What exactly do you see", ReplyComposer.Compose(Cases.Playbook, facts, evaluation, new() { Told = true })!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ehr=cliniko;symptom=no-patients-recognised", false)]
    [InlineData("ehr=nookal;symptom=no-patients-recognised", false)]
    [InlineData("ehr=cliniko;symptom=no-patients-recognised;keyReentered=true", false)]
    [InlineData("ehr=cliniko;symptom=disconnected", true)]
    [InlineData("ehr=nookal;symptom=notes-not-pushing;patientSearch=none-recognised;errorText=authentication failed", true)]
    public void ComplaintOfSearching_IsNotToldToPushANote(string said, bool push)
    {
        var text = ReplyComposer.Compose(Cases.Playbook, Cases.Of(said))!.Text;
        Assert.Contains("search for the same patient", text, StringComparison.Ordinal);
        Assert.Equal(push, text.Contains("push the same note", StringComparison.Ordinal));
    }

    [Fact]
    public void EhrThatTheMigrationLeavesAlone_HasNothingToReconnect() => Assert.Equal("Nothing to reconnect", Labels.Of(Verdict.NotClinikoOrNookal));

    [Theory]
    [InlineData(null, "Hello. This")]
    [InlineData("Anna", "Hello Anna. This")]
    public void Brief_WrittenFirst_BeginsWithASentence(string? name, string begins)
    {
        var facts = Cases.Of("ehr=cliniko;symptom=server-error");
        Assert.StartsWith(begins, ReplyComposer.Compose(Cases.Playbook, facts, Cases.Playbook.Evaluate(facts), new() { Name = name })!.Brief, StringComparison.Ordinal);
    }

    /// <summary>Whatever else is found, nothing helps before it is on again.</summary>
    [Theory]
    [InlineData("symptom=integration-not-visible;moticsRole=owner")]
    [InlineData("symptom=key-not-accessible;keyAccess=admin-cannot-help")]
    [InlineData("symptom=one-patient-missing;patientSearch=one-missing")]
    [InlineData("symptom=notes-not-pushing;patientSearch=none-recognised;keyReentered=true;retriedAfterReentry=fails;clinikoSuffix=missing")]
    [InlineData("symptom=notes-not-pushing;patientSearch=none-recognised;keyReentered=true;retriedAfterReentry=fails")]
    [InlineData("symptom=permission-error;patientSearch=works")]
    public void SwitchedOff_WhateverElseIsFound_IsSaidOnceInBothForms(string said)
    {
        var reply = Say(OffWithAKeyThatWorked, said).Reply;
        Assert.All(new[] { reply.Text, reply.Brief }, text => Assert.Single(System.Text.RegularExpressions.Regex.Matches(text, "switched off in Motics on")));
        Assert.All(new[] { reply.Text, reply.Brief }, text => Assert.Matches("(?i)switch (it|Cliniko) on again", text));
        Assert.DoesNotContain("switched off", Say(OffWithAKeyThatWorked with { Health = Health.Failing, SwitchedAt = null, Operations = [Failed(Operation.NotePush, ErrorKind.Unknown, 3, workedHoursAgo: 60)] }, said).Reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void SwitchedOff_WithAKeyThatWasRefused_DoesNotSayThatItStays()
    {
        var key = Key(4) with { Outcome = KeyOutcome.Failed, OutcomeKind = ErrorKind.AuthenticationFailed, OutcomeAt = Cases.Now.AddDays(-3) };
        var clinic = OffAndNeverReconnected with { KeyHistory = [key], Operations = [Failed(Operation.NotePush, ErrorKind.AuthenticationFailed, 72)] };
        Assert.True(CaseContext.Of(clinic, Cases.Now).KeyFailed);
        var reply = Say(clinic, "symptom=notes-not-pushing;patientSearch=none-recognised").Reply;
        Assert.All(new[] { reply.Text, reply.Brief }, text =>
        {
            Assert.DoesNotContain("can stay", text, StringComparison.Ordinal);
            Assert.Contains("switched off in Motics", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void KeyWorked_NoteIsRefused_DoesNotGuessThatItsOwnerNeverCould()
    {
        var (evaluation, reply) = Say(LongConnected, "symptom=permission-error;patientSearch=works");
        Assert.Equal((Verdict.KeyOwnerCannotWriteNotes, "Cliniko refuses the note, though this key has worked: see what its owner may do"), (evaluation.Verdict, evaluation.Title));
        Assert.Equal("practitioner-make-key", evaluation.Steps[0].Id);
        Assert.All(new[] { reply.Text, reply.Brief }, text => Assert.DoesNotContain("no practitioner.", text.Split("Here is what to do")[0], StringComparison.Ordinal));
    }

    [Fact]
    public void Brief_NothingToDoButToAnswer_AsksEverything()
    {
        var reply = Say(Of() with { Ehr = Ehr.Nookal, MigratedAt = null, KeyHistory = [] }, "symptom=notes-not-pushing;patientSearch=none-recognised;keyReentered=true;retriedAfterReentry=fails;nookalRegionMatches=true;nookalKeyType=basic-key-v3").Reply;
        Assert.Contains("Enabled", reply.Brief, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("location", reply.Brief, StringComparison.OrdinalIgnoreCase);
    }

    private static ClinicReply Answered(params OperationState[] operations)
    {
        var told = Cases.Said("symptom=disconnected").ToDictionary(pair => pair.Key, pair => pair.Value with { At = Cases.Now.AddHours(-1) });
        var clinic = Connected(operations) with { KeyHistory = [Key(1)], LastSuccessAt = Cases.Now.AddHours(-0.5) };
        var facts = CaseFacts.Of(clinic, told, Cases.Now);
        var evaluation = Cases.Playbook.Evaluate(facts);
        Assert.Equal(Verdict.Resolved, evaluation.Verdict);
        return ReplyComposer.Compose(Cases.Playbook, facts, evaluation, ReplyCase.Of(facts, evaluation, clinic))!;
    }

    private static (Evaluation Evaluation, ClinicReply Reply) Say(OrganisationDetail clinic, string said)
    {
        var facts = CaseFacts.Of(clinic, Cases.Said(said), Cases.Now);
        var evaluation = Cases.Playbook.Evaluate(facts);
        return (evaluation, ReplyComposer.Compose(Cases.Playbook, facts, evaluation, ReplyCase.Of(facts, evaluation, clinic))!);
    }

    private static string All(Evaluation evaluation, ClinicReply reply) => string.Join('\n', evaluation.Advice.Select(advice => advice.Text)
        .Concat(evaluation.Steps.SelectMany(step => new[] { step.Text, step.Detail })).Concat([evaluation.Title, evaluation.Label, evaluation.Then, reply.Text, reply.Brief]));
}
