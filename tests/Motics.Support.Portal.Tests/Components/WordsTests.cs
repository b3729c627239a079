using System.Text.RegularExpressions;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Organisations;
using Motics.Support.Portal.Components.Wording;
using Motics.Support.Portal.Tests.Architecture;

namespace Motics.Support.Portal.Tests.Components;

public sealed partial class WordsTests
{
    [Theory]
    [InlineData(ErrorKind.AuthenticationFailed, Ehr.Nookal, "Nookal did not accept the key")]
    [InlineData(ErrorKind.AuthenticationFailed, null, "The EHR did not accept the key")]
    [InlineData(ErrorKind.RegionMismatch, Ehr.Nookal, "The region in Motics is not the one of the Nookal account")]
    public void WhatHappened_Kind_IsASentenceAboutThatEhr(ErrorKind kind, Ehr? ehr, string expected) =>
        Assert.Equal(expected, Words.WhatHappened(kind, ehr));

    [Fact]
    public void WhatHappened_EveryKind_SaysSomethingElse()
    {
        var sentences = Enum.GetValues<ErrorKind>().Select(kind => Words.WhatHappened(kind, Ehr.Cliniko)).ToList();

        Assert.Equal(sentences.Count, sentences.Distinct().Count());
    }

    [Theory]
    [InlineData(Ehr.Nookal, "au-nz", "Nookal AU/NZ")]
    [InlineData(Ehr.Cliniko, "uk1", "Cliniko uk1")]
    [InlineData(Ehr.Cliniko, null, "Cliniko")]
    [InlineData(Ehr.Meddbase, null, "Meddbase")]
    [InlineData(null, null, "EHR not known")]
    public void Place_OfAnEhr_IsNamedWithIt(Ehr? ehr, string? place, string expected) => Assert.Equal(expected, Words.Place(ehr, place));

    [Theory]
    [InlineData("Nookal was switched off", "Nookal was switched off")]
    [InlineData("Meddbase does not have to be reconnected", "Meddbase does not have to be reconnected")]
    [InlineData("Motics is not connected", "Motics is not connected")]
    [InlineData("EHR not known", "EHR not known")]
    [InlineData("No patients are found", "no patients are found")]
    [InlineData("Semblance of order", "semblance of order")]
    public void Lower_InASentence_LeavesNamesAsTheyAreWritten(string words, string expected) => Assert.Equal(expected, Words.Lower(words));

    [Fact]
    public void Fault_SwitchedOff_IsTheFaultOfNoKey() => Assert.All(
        new Ehr?[] { null, Ehr.Nookal, Ehr.Semble }, ehr => Assert.DoesNotContain("key", Words.Fault(ErrorKind.IntegrationDisabled, ehr), StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("keyReentered", "true", "Key re-entered", "Yes")]
    [InlineData("patientSearch", "none-recognised", "Patients found", "None at all")]
    [InlineData("repeatedFailures", "41", "Failures in 24 h", "41")]
    [InlineData("errorText", "true", "Exact error", "true")]
    [InlineData("someNewFact", "x", "Some new fact", "x")]
    public void OfFact_NameAndValue_AreWords(string fact, string value, string label, string words)
    {
        Assert.Equal(label, Words.OfFact(fact));
        Assert.Equal(words, Words.OfValue(fact, value));
    }

    [Fact]
    public void Of_Refusals_SayWhatToDoNext()
    {
        Assert.Contains("A colleague", Words.Of(new Refusal.Denied(Permission.ReadAudit)), StringComparison.Ordinal);
        Assert.Contains("Anna ticked a step", Words.Of(new Refusal.Stale(3, ["Anna ticked a step"])), StringComparison.Ordinal);
        Assert.Equal("Still missing: Exact error, Screenshot.", Words.Of(new Refusal.Incomplete(["errorText", "screenshot"])));
    }

    [Theory]
    [InlineData("ticket:1034", "Ticket #1034")]
    [InlineData("escalation:6", "E-6")]
    [InlineData("organisation:harbour:1", "Organisation harbour:1")]
    [InlineData("organisation:named", "Harbour Street")]
    [InlineData("ticket:7", "Ticket #7, Elm Park")]
    [InlineData("escalation:7", "E-7, Elm Park")]
    [InlineData("odd", "odd")]
    public void OfTarget_KindAndId_IsWhatPeopleCallIt(string target, string words) =>
        Assert.Equal(words, Words.OfTarget(target, new Dictionary<string, string> { ["organisation:named"] = "Harbour Street", ["ticket:7"] = "Elm Park", ["escalation:7"] = "Elm Park" }));

    [Theory]
    [InlineData("ana-1", "Ana")]
    [InlineData("bo-2", "bo-2")]
    [InlineData("token:motics-os", "Token motics-os")]
    [InlineData("system", "Motics Support")]
    public void OfActor_Id_IsTheNameWhereItIsKnown(string actor, string words) =>
        Assert.Equal(words, Words.OfActor(actor, new Dictionary<string, string> { ["ana-1"] = "Ana" }));

    [Fact]
    public void OfAction_EveryVerbThatIsWritten_HasWords()
    {
        var verbs = Sources.Of("src", ".cs").Where(file => !file.Path.Contains("Simulator", StringComparison.Ordinal))
            .SelectMany(file => Verb().Matches(file.Text).Select(match => match.Groups[1].Value)).Except(["organisation.updated", "organisation.migrated"]).Distinct().ToList();
        Assert.True(verbs.Count > 30, $"{verbs.Count} found");
        Assert.DoesNotContain(verbs, verb => Words.OfAction(verb) == verb);
        Assert.All(verbs, verb => Assert.Equal(verb, Words.ActionOf(Words.OfAction(verb))));
        Assert.Equal("new.verb", Words.ActionOf("new.verb"));
    }

    [GeneratedRegex("\"((?:ticket|escalation|error|incident|organisation|token)\\.[a-z]+[a-z.-]*)\"")]
    private static partial Regex Verb();

    [Theory]
    [InlineData("ticket.facts", "Gave answers")]
    [InlineData("new.verb", "new.verb")]
    public void OfAction_DottedVerb_IsASentenceOrItself(string action, string words) => Assert.Equal(words, Words.OfAction(action));
}
