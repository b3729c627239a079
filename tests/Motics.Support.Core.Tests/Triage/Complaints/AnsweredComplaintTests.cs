using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Facts;
using static Motics.Support.Core.Tests.Triage.Clinics;

namespace Motics.Support.Core.Tests.Triage.Complaints;

/// <summary>A clinic that complains, and what its events say before and after that.</summary>
public sealed class AnsweredComplaintTests
{
    private static readonly DateTimeOffset Now = Cases.Now;

    private static Evaluation Evaluate(OrganisationDetail clinic, string said, double hoursAgo = 2) =>
        Cases.Playbook.Evaluate(CaseFacts.Of(clinic, Said(said, hoursAgo), Now));

    private static Dictionary<string, KnownFact> Said(string facts, double hoursAgo) =>
        Cases.Said(facts).ToDictionary(pair => pair.Key, pair => pair.Value with { At = Now.AddHours(-hoursAgo) });

    [Theory]
    [InlineData("symptom=notes-not-pushing", Operation.NotePush, true)]
    [InlineData("symptom=notes-not-pushing", Operation.PatientSearch, false)]
    [InlineData("symptom=permission-error", Operation.NotePush, true)]
    [InlineData("symptom=permission-error", Operation.Verify, false)]
    [InlineData("symptom=no-patients-recognised", Operation.PatientSearch, true)]
    [InlineData("symptom=no-patients-recognised", Operation.NotePush, false)]
    [InlineData("symptom=disconnected", Operation.PatientSearch, true)]
    [InlineData("symptom=disconnected", Operation.NotePush, true)]
    [InlineData("symptom=disconnected", Operation.Verify, true)]
    [InlineData("symptom=region-error", Operation.Verify, true)]
    [InlineData("errorText=timed out", Operation.PatientSearch, true)]
    [InlineData("errorText=patient not linked", Operation.PatientSearch, false)]
    [InlineData("errorText=patient not linked", Operation.NotePush, true)]
    [InlineData("symptom=server-error", Operation.PatientSearch, false)]
    [InlineData("symptom=server-error", Operation.NotePush, true)]
    [InlineData("symptom=notes-not-pushing;errorText=no patients recognised", Operation.NotePush, false)]
    public void Evaluate_SuccessAfterTheComplaint_ResolvesOnlyWhatItProves(string said, Operation worked, bool resolved)
    {
        var clinic = Connected(Worked(worked, 1)) with { KeyHistory = [Key(4)] };
        Assert.Equal(resolved, Evaluate(clinic, said).Verdict == Verdict.Resolved);
        // The same success before the complaint, or at its very moment, proves nothing.
        Assert.NotEqual(Verdict.Resolved, Evaluate(clinic, said, 0.5).Verdict);
        Assert.NotEqual(Verdict.Resolved, Evaluate(clinic, said, 1).Verdict);
    }

    [Theory]
    [InlineData("symptom=one-patient-missing")]
    [InlineData("symptom=worried-about-data")]
    [InlineData("symptom=integration-not-visible")]
    [InlineData("symptom=integration-not-visible;moticsRole=owner")]
    [InlineData("patientSearch=one-location-missing")]
    public void Evaluate_WhatNoEventCanAnswer_IsNeverResolvedByOne(string said)
    {
        var clinic = Connected(Worked(Operation.PatientSearch, 1), Worked(Operation.NotePush, 1), Worked(Operation.Verify, 1)) with { KeyHistory = [Key(0.05)] };
        Assert.NotEqual(Verdict.Resolved, Evaluate(clinic, said).Verdict);
    }

    [Fact]
    public void Evaluate_Resolved_NamesTheEventThatProvesIt()
    {
        var evaluation = Evaluate(Connected(Worked(Operation.PatientSearch, 0.5), Worked(Operation.NotePush, 1)) with { KeyHistory = [Key(4)] }, "symptom=notes-not-pushing");
        var reason = Assert.Single(evaluation.Because);
        Assert.Equal(("retriedAfterReentry", "works", Now.AddHours(-1)), (reason.Fact, reason.Value, reason.At));
        Assert.Equal("A note was pushed on 24 Nov 2026 09:00 UTC, after the clinic told of it on 24 Nov 2026 08:00 UTC", reason.Evidence);
    }

    [Fact]
    public void Evaluate_SymptomAndText_NeedBothProven()
    {
        var both = Connected(Worked(Operation.PatientSearch, 0.5), Worked(Operation.NotePush, 1)) with { KeyHistory = [Key(4)] };
        var evaluation = Evaluate(both, "symptom=notes-not-pushing;errorText=no patients recognised");
        Assert.Equal(Verdict.Resolved, evaluation.Verdict);
        Assert.Equal("A note was pushed on 24 Nov 2026 09:00 UTC; a search found somebody on 24 Nov 2026 09:30 UTC, after the clinic told of it on 24 Nov 2026 08:00 UTC", evaluation.Because[0].Evidence);
    }

    [Fact]
    public void Evaluate_AnsweredWhileSomethingElseIsRefused_DoesNotSayThatItWorks()
    {
        var clinic = Of(Worked(Operation.PatientSearch, 1), Failed(Operation.NotePush, ErrorKind.PermissionDenied, 0.5)) with
        {
            KeyHistory = [Key(4)],
            RecentSearches = [new(Now.AddHours(-1), 2, null)],
        };
        Assert.Equal("key-owner-cannot-write-notes", Evaluate(clinic, "symptom=no-patients-recognised").RuleId);
    }

    [Theory]
    [InlineData("symptom=key-not-accessible")]
    [InlineData("keyAccess=cannot-see-api-keys")]
    [InlineData("keyAccess=admin-cannot-help")]
    public void Evaluate_NobodyCouldGetAtAKey_AKeySavedSinceSaysOtherwiseAndItsSuccessProvesIt(string said)
    {
        var before = Of(Worked(Operation.PatientSearch, 0.5)) with { KeyHistory = [Key(1)] };
        Assert.NotEqual(Verdict.Resolved, Evaluate(before, said).Verdict);
        var saved = Of() with { KeyHistory = [Key(1 / 24.0)] };
        Assert.Equal("has-key", CaseFacts.Of(saved, Said(said, 2), Now).Effective(FactNames.KeyAccess));
        Assert.Equal(Verdict.RetryAndConfirm, Evaluate(saved, said).Verdict);
        Assert.Equal(Verdict.Resolved, Evaluate(saved with { Operations = [Worked(Operation.Verify, 0.5)] }, said).Verdict);
        Assert.NotEqual(Verdict.Resolved, Evaluate(saved with { Operations = [Worked(Operation.Verify, 1.5)] }, said).Verdict);
    }

    [Fact]
    public void Evaluate_AgentSaidItStillFails_NewerProofCountsAndBothAreKept()
    {
        var evaluation = Evaluate(Connected(Worked(Operation.NotePush, 1)) with { KeyHistory = [Key(4)] }, "symptom=notes-not-pushing;retriedAfterReentry=fails");
        Assert.Equal(Verdict.Resolved, evaluation.Verdict);
        Assert.Equal([("works", FactSource.Events, false), ("fails", FactSource.Agent, true)], evaluation.Because.Select(reason => (reason.Value, reason.From, reason.Overruled)));
        Assert.NotEqual(Verdict.Resolved, Evaluate(Connected(Worked(Operation.NotePush, 3)) with { KeyHistory = [Key(4)] }, "symptom=notes-not-pushing;retriedAfterReentry=fails").Verdict);
    }

    [Fact]
    public void Evaluate_AgentSaysItWorks_CountsUntilTheTicketIsReopened()
    {
        var answers = Said("symptom=disconnected;retriedAfterReentry=works", 2);
        var clinic = Connected(Worked(Operation.NotePush, 3));
        Assert.Equal(Verdict.Resolved, Cases.Playbook.Evaluate(CaseFacts.Of(clinic, answers, Now)).Verdict);
        var reopened = new CaseTicket(Complaint.Of(answers, clinic, renewedAt: Now.AddHours(-1)));
        var evaluation = Cases.Playbook.Evaluate(CaseFacts.Of(clinic, answers, Now, reopened));
        Assert.NotEqual(Verdict.Resolved, evaluation.Verdict);
        Assert.Equal(Verdict.Resolved, Cases.Playbook.Evaluate(CaseFacts.Of(Connected(Worked(Operation.NotePush, 0.5)), answers, Now, reopened)).Verdict);
    }

    [Fact]
    public void PatientSearch_AfterAComplaintAboutFinding_CountsOnlyNewerSearchesAsWorking()
    {
        SearchResult[] searches = [new(Now.AddHours(-1), 3, null), new(Now.AddHours(-3), 4, null), new(Now.AddHours(-4), 0, null)];
        var clinic = Connected(Worked(Operation.PatientSearch, 1)) with { RecentSearches = searches };
        string? Effective(OrganisationDetail organisation, string said) => CaseFacts.Of(organisation, Said(said, 2), Now).Effective(FactNames.PatientSearch);
        Assert.Equal("works", Effective(clinic, "symptom=no-patients-recognised"));
        Assert.Null(Effective(clinic with { RecentSearches = searches[1..] }, "symptom=no-patients-recognised"));
        Assert.Null(Effective(clinic with { RecentSearches = searches[1..] }, "symptom=one-patient-missing"));
        Assert.Equal("works", Effective(clinic with { RecentSearches = searches[1..] }, "symptom=notes-not-pushing"));
        Assert.Equal("works", Effective(clinic, "patientSearch=none-recognised"));
        Assert.Equal("none-recognised", Effective(clinic with { RecentSearches = searches[1..] }, "patientSearch=none-recognised"));
        Assert.Equal("one-missing", Effective(clinic, "patientSearch=one-missing"));
    }

    [Fact]
    public void Evaluate_ComplaintOfNow_IsNotAnsweredByASenderWhoseClockIsAhead() =>
        Assert.NotEqual(Verdict.Resolved, Evaluate(Connected(Worked(Operation.NotePush, -0.1)), "symptom=disconnected", 0).Verdict);

    [Fact]
    public void Evaluate_ConnectedAndNoComplaint_IsNeverResolved()
    {
        var clinic = Connected(Worked(Operation.PatientSearch, 0.1), Worked(Operation.NotePush, 0.1)) with { KeyHistory = [Key(4)] };
        foreach (var said in new[] { "", "inClinicNow=true", "keyReentered=true", "patientSearch=works", "usingCopyPaste=true" })
            Assert.Equal("connected", Evaluate(clinic, said).RuleId);
        Assert.Equal(Verdict.Resolved, Evaluate(clinic, "retriedAfterReentry=works").Verdict);
    }

    [Fact]
    public void Evaluate_KeptComplaint_RemembersWhichOperationFailedThen()
    {
        var answers = Said("symptom=other", 2);
        var then = Of(Failed(Operation.PatientSearch, ErrorKind.ServerError, 3));
        var now = Connected(Worked(Operation.PatientSearch, 1));
        Assert.Equal(Verdict.Resolved, Cases.Playbook.Evaluate(CaseFacts.Of(now, answers, Now, new CaseTicket(Complaint.Of(answers, then)))).Verdict);
        Assert.NotEqual(Verdict.Resolved, Cases.Playbook.Evaluate(CaseFacts.Of(now, answers, Now)).Verdict);
    }
}
