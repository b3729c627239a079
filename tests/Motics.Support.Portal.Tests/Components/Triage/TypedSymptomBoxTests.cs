using Bunit;
using Microsoft.AspNetCore.Components;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Portal.Components.Triage;
using Motics.Support.Portal.Components.Triage.Asking;

namespace Motics.Support.Portal.Tests.Components.Triage;

public sealed class TypedSymptomBoxTests : PortalBunit
{
    private static readonly QuestionShown Question = new()
    {
        Fact = FactNames.Symptom,
        Text = "What does the clinic see?",
        Form = AnswerForm.Choice,
        Options = [.. PlaybookLoader.Embedded.QuestionFor(FactNames.Symptom)!.Options.Select(option => new QuestionOption(option.Value, option.Label, option.Hint))],
        Number = 1,
    };

    private readonly List<string?> given = [];
    private int keys;

    [Fact]
    public void Words_ThatArePlain_SayHowTheyAreUnderstoodAndEnterAnswers()
    {
        var card = Show();

        card.Find("#symptom-words").Input("can't find any patients");

        Assert.StartsWith("Understood as: No patients are found.", card.Find("[data-testid=symptom-reads]").TextContent, StringComparison.Ordinal);
        Assert.Equal("no-patients-recognised", card.Find(".opt.meant").GetAttribute("data-value"));
        Assert.Empty(given);
        card.Find("form").Submit();
        Assert.Equal(["no-patients-recognised"], given);
    }

    [Theory]
    [InlineData("it does not work", "Not plain enough to choose for you: choose below.")]
    [InlineData("HTTP 429 too many requests", "That reads as an error message: paste it under “Paste an error message”, and choose below what they see.")]
    public void Words_ThatAreNotPlain_SayThatAndAnswerNothing(string words, string said)
    {
        var card = Show();

        card.Find("#symptom-words").Input(words);
        card.Find("form").Submit();

        Assert.Equal(said, card.Find("[data-testid=symptom-reads]").TextContent);
        Assert.Empty(card.FindAll(".opt.meant"));
        Assert.True(card.Find("form button").HasAttribute("disabled"));
        Assert.Empty(given);
        Assert.Equal(15, card.FindAll("[role=radio]").Count);
    }

    [Fact]
    public void Words_WithAKey_AreMasked()
    {
        var card = Show();

        card.Find("#symptom-words").Input("can't find patients " + string.Concat(Enumerable.Repeat("Ab1", 14)) + "-au1");

        Assert.DoesNotContain("Ab1Ab1", card.Find("#symptom-words").GetAttribute("value"), StringComparison.Ordinal);
        Assert.Contains("must replace that key", card.Find("form [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal(1, keys);
        card.Find("#symptom-words").Input("can't find patients");
        Assert.Equal(1, keys);
    }

    [Fact]
    public void AnotherQuestion_HasNoPlaceForWords() =>
        Assert.Empty(Render<QuestionCard>(parameters => parameters.Add(card => card.Question, Question with { Fact = FactNames.PatientSearch })).FindAll("#symptom-words"));

    private IRenderedComponent<QuestionCard> Show() => Render<QuestionCard>(parameters => parameters
        .Add(card => card.Question, Question)
        .Add(card => card.KeySeen, () => keys++)
        .Add(card => card.Answer, EventCallback.Factory.Create<string?>(this, given.Add)));
}
