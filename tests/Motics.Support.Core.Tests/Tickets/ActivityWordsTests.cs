using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Changes;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Tests.Tickets;

/// <summary>What colleagues read in a ticket's log.</summary>
public sealed class ActivityWordsTests
{
    [Theory]
    [InlineData(FactNames.Symptom, "no-patients-recognised", "What the clinic sees: no patients recognised")]
    [InlineData(FactNames.Ehr, "cliniko", "EHR: Cliniko")]
    [InlineData(FactNames.NookalRegion, "au-nz", "Nookal region: AU/NZ")]
    [InlineData(FactNames.KeyReentered, "false", "Key re-entered: no")]
    [InlineData(FactNames.ErrorText, "re-try failed", "Exact error: re-try failed")]
    public void Said_AnyFact_UsesNoWireName(string fact, string value, string words) => Assert.Equal(words, FactWords.Said(fact, value));

    [Fact]
    public void Whole_LongErrorText_IsNotCut()
    {
        var message = new string('x', 500);
        Assert.Equal($"Exact error: {message}", FactWords.Whole(FactNames.ErrorText, message));
    }
}
