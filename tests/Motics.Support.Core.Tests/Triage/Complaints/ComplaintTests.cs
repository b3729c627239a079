using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Facts;
using static Motics.Support.Core.Tests.Triage.Clinics;

namespace Motics.Support.Core.Tests.Triage.Complaints;

/// <summary>What counts as a complaint, since when, and what answers it (<c>triage.md</c>, "What the clinic says now beats what events said before").</summary>
public sealed class ComplaintTests
{
    private const ComplaintProof NewKey = ComplaintProof.AnySuccess | ComplaintProof.WithNewKey;

    private static readonly DateTimeOffset Now = Cases.Now;

    private static Dictionary<string, KnownFact> Said(string facts, double hoursAgo) =>
        Cases.Said(facts).ToDictionary(pair => pair.Key, pair => pair.Value with { At = Now.AddHours(-hoursAgo) });

    [Theory]
    [InlineData("symptom=disconnected", true)]
    [InlineData("symptom=other", true)]
    [InlineData("errorText=hm", true)]
    [InlineData("patientSearch=none-recognised", true)]
    [InlineData("patientSearch=one-missing", true)]
    [InlineData("patientSearch=one-location-missing", true)]
    [InlineData("patientSearch=works", false)]
    [InlineData("patientSearch=not-tried", false)]
    [InlineData("retriedAfterReentry=fails", true)]
    [InlineData("retriedAfterReentry=works", false)]
    [InlineData("retriedAfterReentry=not-tried", false)]
    [InlineData("keyAccess=cannot-see-api-keys", true)]
    [InlineData("keyAccess=admin-cannot-help", true)]
    [InlineData("keyAccess=has-key", false)]
    [InlineData("keyAccess=can-create-key", false)]
    [InlineData("inClinicNow=true;keyReentered=true;ehr=cliniko;repeatedFailures=9;otherEhrActive=true;nookalKeyEnabled=false;moticsRole=member;worriedAboutLosingWork=true", false)]
    [InlineData("", false)]
    public void Of_Answers_SomeComplain(string facts, bool complains) => Assert.Equal(complains, Complaint.Of(Cases.Said(facts)) is not null);

    [Fact]
    public void Of_SeveralAnswers_IsAsNewAsTheNewestThatComplains()
    {
        var answers = Said("symptom=notes-not-pushing", 5).Concat(Said("errorText=timeout", 3)).Concat(Said("keyReentered=true", 1)).ToDictionary();
        Assert.Equal(Now.AddHours(-3), Complaint.Of(answers)!.At);
        Assert.Equal(Now.AddHours(-2), Complaint.Of(answers, renewedAt: Now.AddHours(-2))!.At);
        Assert.Equal(Now.AddHours(-3), Complaint.Of(answers, renewedAt: Now.AddHours(-4))!.At);
        Assert.Null(Complaint.Of(Said("keyReentered=true", 1), renewedAt: Now));
    }

    [Theory]
    [InlineData("symptom=disconnected", new[] { ComplaintProof.AnySuccess })]
    [InlineData("symptom=integration-disabled", new[] { ComplaintProof.AnySuccess })]
    [InlineData("symptom=region-error", new[] { ComplaintProof.AnySuccess })]
    [InlineData("symptom=notes-not-pushing", new[] { ComplaintProof.NotePush })]
    [InlineData("symptom=permission-error", new[] { ComplaintProof.NotePush })]
    [InlineData("symptom=no-patients-recognised", new[] { ComplaintProof.PatientSearch })]
    [InlineData("symptom=one-patient-missing", new[] { ComplaintProof.None })]
    [InlineData("symptom=worried-about-data", new[] { ComplaintProof.None })]
    [InlineData("symptom=integration-not-visible", new[] { ComplaintProof.None })]
    [InlineData("symptom=key-not-accessible", new[] { NewKey })]
    [InlineData("symptom=server-error", new[] { ComplaintProof.NotePush })]
    [InlineData("symptom=other", new[] { ComplaintProof.NotePush })]
    [InlineData("errorText=patient not linked", new[] { ComplaintProof.NotePush })]
    [InlineData("errorText=permission denied", new[] { ComplaintProof.NotePush })]
    [InlineData("errorText=validation failed", new[] { ComplaintProof.NotePush })]
    [InlineData("errorText=timed out", new[] { ComplaintProof.AnySuccess })]
    [InlineData("errorText=HTTP 503", new[] { ComplaintProof.AnySuccess })]
    [InlineData("errorText=authentication failed", new[] { ComplaintProof.AnySuccess })]
    [InlineData("errorText=no patients recognised", new[] { ComplaintProof.PatientSearch })]
    [InlineData("errorText=what is this", new[] { ComplaintProof.NotePush })]
    [InlineData("patientSearch=none-recognised", new[] { ComplaintProof.PatientSearch })]
    [InlineData("patientSearch=one-location-missing", new[] { ComplaintProof.None })]
    [InlineData("keyAccess=admin-cannot-help", new[] { NewKey })]
    [InlineData("retriedAfterReentry=fails", new[] { ComplaintProof.NotePush })]
    [InlineData("retriedAfterReentry=fails;symptom=disconnected", new[] { ComplaintProof.AnySuccess })]
    [InlineData("symptom=notes-not-pushing;errorText=no patients recognised", new[] { ComplaintProof.NotePush, ComplaintProof.PatientSearch })]
    public void Of_WhatIsComplainedOf_SaysWhatProvesIt(string facts, ComplaintProof[] proofs) => Assert.Equal(proofs, Complaint.Of(Cases.Said(facts))!.Proofs);

    [Theory]
    [InlineData("symptom=server-error")]
    [InlineData("symptom=other")]
    [InlineData("errorText=what is this")]
    [InlineData("retriedAfterReentry=fails")]
    public void Of_VagueComplaint_IsProvenByTheOperationThatFails(string facts)
    {
        Assert.Equal([ComplaintProof.PatientSearch], Complaint.Of(Cases.Said(facts), Of(Failed(Operation.PatientSearch, ErrorKind.ServerError, 1)))!.Proofs);
        Assert.Equal([ComplaintProof.NotePush], Complaint.Of(Cases.Said(facts), Of(Worked(Operation.PatientSearch, 1)))!.Proofs);
        Assert.Equal([ComplaintProof.AnySuccess], Complaint.Of(Cases.Said(facts), Of(Failed(Operation.Other, ErrorKind.ServerError, 1)))!.Proofs);
        Assert.Equal(
            [ComplaintProof.PatientSearch, ComplaintProof.NotePush],
            Complaint.Of(Cases.Said(facts), Of(Failed(Operation.PatientSearch, ErrorKind.ServerError, 1), Failed(Operation.NotePush, ErrorKind.ServerError, 1)))!.Proofs);
    }

    [Fact]
    public void Of_TextOfAFailedPush_IsProvenByAPush() =>
        Assert.Equal([ComplaintProof.NotePush], Complaint.Of(Cases.Said("errorText=timed out"), Of(Failed(Operation.NotePush, ErrorKind.Timeout, 1, "timed out")))!.Proofs);

    [Fact]
    public void Of_OpeningInTrouble_IsAComplaintFromThen()
    {
        var opened = Now.AddHours(-2);
        Assert.Equal([ComplaintProof.AnySuccess], Complaint.Of(null, null, new(opened, true, null))!.Proofs);
        Assert.Equal([ComplaintProof.PatientSearch], Complaint.Of(null, null, new(opened, false, Operation.PatientSearch))!.Proofs);
        Assert.Equal([ComplaintProof.AnySuccess], Complaint.Of(null, null, new(opened, false, null))!.Proofs);
        var pushing = Complaint.Of(null, null, new(opened, false, Operation.NotePush))!;
        Assert.Equal((opened, true), (pushing.At, pushing.AboutPushing));
        Assert.Equal(Now.AddHours(-1), Complaint.Of(null, null, new(opened, true, null), Now.AddHours(-1))!.At);
    }

    [Theory]
    [InlineData(Operation.NotePush, "symptom=no-patients-recognised", new[] { ComplaintProof.PatientSearch })]
    [InlineData(Operation.NotePush, "symptom=one-patient-missing", new[] { ComplaintProof.None })]
    [InlineData(Operation.PatientSearch, "symptom=notes-not-pushing", new[] { ComplaintProof.NotePush })]
    [InlineData(Operation.NotePush, "symptom=disconnected", new[] { ComplaintProof.AnySuccess, ComplaintProof.NotePush })]
    [InlineData(Operation.NotePush, "symptom=permission-error", new[] { ComplaintProof.NotePush })]
    [InlineData(Operation.NotePush, "errorText=no patients recognised", new[] { ComplaintProof.PatientSearch, ComplaintProof.NotePush })]
    public void Of_SymptomChosenAfterTheOpening_TakesItsPlaceWhereItIsAnotherTrouble(Operation failing, string chosen, ComplaintProof[] proofs)
    {
        var complaint = Complaint.Of(Said(chosen, 1), null, new(Now.AddHours(-2), false, failing))!;
        Assert.Equal(Now.AddHours(-1), complaint.At);
        Assert.Equal(proofs, complaint.Proofs);
        Assert.Equal(proofs.Contains(ComplaintProof.NotePush) && (failing == Operation.NotePush || chosen == "symptom=notes-not-pushing"), complaint.AboutPushing);
    }

    [Fact]
    public void Of_SymptomFromBeforeTheOpening_StandsBesideIt()
    {
        var pushing = new OpeningComplaint(Now.AddHours(-2), false, Operation.NotePush);
        Assert.Equal([ComplaintProof.PatientSearch, ComplaintProof.NotePush], Complaint.Of(Said("symptom=no-patients-recognised", 3), null, pushing)!.Proofs);
        // The words that a ticket is opened with say what it is about.
        Assert.Equal([ComplaintProof.PatientSearch], Complaint.Of(Said("symptom=no-patients-recognised", 2), null, pushing)!.Proofs);
    }
}
