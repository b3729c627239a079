using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Tests.Triage;

public sealed class NextQuestionTests
{
    private static QuestionPlan Plan(string agent, string events = "") =>
        NextQuestion.Plan(Cases.Playbook, new CaseFacts(Cases.Said(agent), Cases.Said(events, FactSource.Events)));

    [Theory]
    [InlineData("", "inClinicNow")]
    [InlineData("inClinicNow=false", "symptom")]
    [InlineData("inClinicNow=false;symptom=no-patients-recognised", "ehr")]
    [InlineData("inClinicNow=false;symptom=integration-not-visible;ehr=cliniko", "moticsRole")]
    [InlineData("inClinicNow=false;symptom=key-not-accessible;ehr=cliniko;patientSearch=not-tried;keyReentered=false", "keyAccess")]
    [InlineData("inClinicNow=false;symptom=notes-not-pushing;ehr=cliniko", "patientSearch")]
    [InlineData("inClinicNow=false;symptom=no-patients-recognised;ehr=cliniko;patientSearch=none-recognised", "keyReentered")]
    [InlineData("inClinicNow=false;symptom=no-patients-recognised;ehr=cliniko;patientSearch=none-recognised;keyReentered=true", "retriedAfterReentry")]
    public void Plan_Next_IsTheSmallestQuestionThatDecides(string facts, string next) => Assert.Equal(next, Plan(facts).Next?.Fact.Name);

    [Fact]
    public void Plan_WhatEventsAnswer_IsNotAskedButCanBeOverruled()
    {
        var plan = Plan("inClinicNow=false;symptom=no-patients-recognised", "ehr=cliniko;patientSearch=none-recognised;keyReentered=false");
        Assert.DoesNotContain(plan.Next?.Fact.Name, new[] { "ehr", "patientSearch", "keyReentered" });
        var known = plan.Relevant.Single(state => state.Question.Fact.Name == "patientSearch");
        Assert.Equal(("none-recognised", null), (known.Fact!.Events!.Value, known.Fact.Agent));
        Assert.NotEmpty(known.Question.Options);
    }

    [Theory]
    [InlineData("", "", true, "symptom")]
    [InlineData("", "providerIncident=confirmed", true, "inClinicNow")]
    [InlineData("", "retriedAfterReentry=fails", false, "inClinicNow")]
    [InlineData("symptom=notes-not-pushing", "", true, "inClinicNow")]
    [InlineData("symptom=notes-not-pushing;retriedAfterReentry=works", "", true, "patientSearch")]
    public void Plan_ConnectionThatWorks_AsksWhatTheySeeBeforeWhetherTheWayOutIsNeeded(string said, string shown, bool connected, string expected)
    {
        var facts = new CaseFacts(Cases.Said(said), Cases.Said($"ehr=cliniko;{shown}", FactSource.Events), new CaseContext { IsConnected = connected });
        Assert.Equal(expected, NextQuestion.Plan(Cases.Playbook, facts).Next?.Fact.Name);
    }

    [Fact]
    public void Plan_ConfirmedIncident_AsksNothingAboutKeys()
    {
        var plan = Plan("inClinicNow=true;symptom=disconnected", "ehr=cliniko;providerIncident=confirmed");
        Assert.Null(plan.Next);
        Assert.Equal(0, plan.AboutMore);
    }

    [Fact]
    public void Plan_Escalation_AsksForWhatTheHandOverMisses()
    {
        var facts = "inClinicNow=false;symptom=authentication-failed;ehr=cliniko;keyReentered=true;retriedAfterReentry=fails;clinikoSuffix=present;patientSearch=not-tried;"
            + "keyAccess=has-key;repeatedFailures=0;otherEhrActive=false;keyUnchanged=false";
        var plan = Plan(facts);
        Assert.Equal("errorText", plan.Next?.Fact.Name);
        Assert.Equal(1, plan.AboutMore);
        Assert.Equal("usingCopyPaste", Plan($"{facts};errorText=401").Next?.Fact.Name);
        Assert.Null(Plan($"{facts};errorText=401;usingCopyPaste=true").Next);
    }

    [Fact]
    public void Plan_AnsweredInTurn_EndsForEverySymptom()
    {
        foreach (var symptom in Kebab.All<Symptom>())
        {
            foreach (var ehr in new[] { "cliniko", "nookal", "meddbase" })
            {
                foreach (var last in new[] { false, true })
                {
                    var asked = Walk($"symptom={symptom};ehr={ehr}", last);
                    Assert.InRange(asked.Count, 1, 16);
                    Assert.Equal(asked.Count, asked.Distinct().Count());
                }
            }
        }
    }

    [Fact]
    public void Plan_FactOfAnotherEhr_IsNotAskedAndNotListed()
    {
        var plan = Plan("inClinicNow=false;symptom=disconnected;ehr=cliniko;keyReentered=true;retriedAfterReentry=fails;nookalKeyEnabled=false");
        Assert.Equal("clinikoSuffix", plan.Next?.Fact.Name);
        Assert.DoesNotContain(plan.Relevant, state => state.Question.Fact.Name.StartsWith("nookal", StringComparison.Ordinal));
    }

    // Answers every question with its first or last value until nothing more is asked.
    private static List<string> Walk(string facts, bool last)
    {
        var asked = new List<string>();
        while (Plan(facts).Next is { } next && asked.Count < 30)
        {
            asked.Add(next.Fact.Name);
            var answers = next.Options.Count > 0 ? next.Options.Select(option => option.Value).ToList() : [next.Fact.Type == FactType.Number ? "0" : "it failed"];
            facts += $";{next.Fact.Name}={(last ? answers[^1] : answers[0])}";
        }
        return asked;
    }
}
