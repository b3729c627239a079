using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Tests.Triage;

/// <summary>No value of a closed set reaches a person as its wire name.</summary>
public sealed class FactValueLabelsTests
{
    [Fact]
    public void Of_EveryValueOfEveryFact_HasWords() =>
        Assert.All(
            FactCatalogue.All.SelectMany(fact => fact.Values.Select(value => (fact.Name, Value: value))),
            known => Assert.NotNull(FactValueLabels.Of(known.Name, known.Value)));

    [Theory]
    [InlineData(FactNames.Symptom, "notes-not-pushing", "notes do not arrive")]
    [InlineData(FactNames.KeyAccess, "can-create-key", "can make a key")]
    [InlineData(FactNames.Ehr, "cliniko", "Cliniko")]
    [InlineData(FactNames.NookalKeyType, "space-api-key", "Space API Key")]
    [InlineData(FactNames.NookalRegion, "au-nz", "AU/NZ")]
    [InlineData(FactNames.RepeatedFailures, "3", "3")]
    [InlineData(FactNames.ErrorText, "true", "true")]
    public void InSentence_AnyValue_KeepsNamesAndFreeText(string fact, string value, string words) => Assert.Equal(words, FactValueLabels.InSentence(fact, value));
}
