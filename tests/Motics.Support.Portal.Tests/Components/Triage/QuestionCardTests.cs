using Bunit;
using Microsoft.AspNetCore.Components;
using Motics.Support.Core.Triage;
using Motics.Support.Portal.Components.Triage;
using Motics.Support.Portal.Components.Triage.Asking;

namespace Motics.Support.Portal.Tests.Components.Triage;

public sealed class QuestionCardTests : PortalBunit
{
    private static readonly KnownFact Shown = new("none-recognised", FactSource.Events, null, "0 of 17 searches found anybody");

    private static readonly QuestionShown Question = new()
    {
        Fact = "patientSearch",
        Text = "Are no patients found at all, or is one missing?",
        Form = AnswerForm.Choice,
        Options = [new("none-recognised", "None at all", "every search comes back empty"), new("one-missing", "One patient"), new("works", "Search works")],
        Number = 3,
        More = 2,
    };

    [Fact]
    public void QuestionCard_Open_IsARadioGroupWithNothingChosen()
    {
        var card = Show(Question);

        Assert.Equal("radiogroup", card.Find(".opts").GetAttribute("role"));
        Assert.All(card.FindAll("[role=radio]"), option => Assert.Equal("false", option.GetAttribute("aria-checked")));
        Assert.Equal(["0", "-1", "-1"], card.FindAll("[role=radio]").Select(option => option.GetAttribute("tabindex")));
        Assert.Contains("Question 3", card.Markup, StringComparison.Ordinal);
        Assert.Contains("about 2 more", card.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void QuestionCard_ProvenByEvents_HasTheAnswerChosenWithItsEvidence()
    {
        var card = Show(Question with { Known = Shown, Evidence = Shown });

        Assert.Equal("none-recognised", card.Find("[aria-checked=true]").GetAttribute("data-value"));
        Assert.Contains("0 of 17 searches found anybody", card.Find(".evidence").TextContent, StringComparison.Ordinal);
        Assert.Contains("change the answer if the clinic says otherwise", card.Find(".evidence").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void QuestionCard_AgentSaysOtherwise_ShowsBothSides()
    {
        var said = new KnownFact("works", FactSource.Agent, null);
        var card = Show(Question with { Known = said, Evidence = Shown });

        Assert.Equal("works", card.Find("[aria-checked=true]").GetAttribute("data-value"));
        Assert.Contains("both are kept", card.Find(".evidence").TextContent, StringComparison.Ordinal);
        Assert.Contains("0 of 17 searches found anybody", card.Find(".evidence").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void QuestionCard_Click_GivesTheAnswerInWireForm()
    {
        var given = new List<string?>();
        var card = Show(Question, given);

        card.Find("[data-value=one-missing]").Click();

        Assert.Equal(["one-missing"], given);
    }

    [Fact]
    public void QuestionCard_AnsweredByAgent_CanBeTakenBack()
    {
        var given = new List<string?>();
        var card = Show(Question with { Known = new KnownFact("works", FactSource.Agent, null) }, given);

        card.FindAll("button").Single(button => button.TextContent.Contains("Take my answer back", StringComparison.Ordinal)).Click();

        Assert.Equal([null], given);
    }

    [Fact]
    public void QuestionCard_Text_IsSavedTrimmedAndOnlyWhenThereIsSome()
    {
        var given = new List<string?>();
        var card = Show(Question with { Fact = "errorText", Form = AnswerForm.Text, Options = [] }, given);
        var save = card.FindAll("button").Single(button => button.TextContent.Contains("Save this answer", StringComparison.Ordinal));
        Assert.True(save.HasAttribute("disabled"));

        card.Find("textarea").Input("  401 Unauthorized ");
        card.FindAll("button").Single(button => button.TextContent.Contains("Save this answer", StringComparison.Ordinal)).Click();

        Assert.Equal(["401 Unauthorized"], given);
    }

    [Fact]
    public void QuestionCard_KeyInText_IsMaskedWithinTheKeystroke()
    {
        var key = "MS0xMjM0NTY3ODkwMTIzNDU2Nzg5" + "-abcdefghijklmnopqrstuvwxyz012345" + "-uk1";
        var card = Show(Question with { Fact = "errorText", Form = AnswerForm.Text, Options = [] });

        card.Find("textarea").Input($"It does not take {key}");

        Assert.DoesNotContain("abcdefghijklmnopqrstuvwxyz", card.Markup, StringComparison.Ordinal);
        Assert.Contains("must replace that key", card.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void QuestionCard_Busy_TakesNoSecondAnswer()
    {
        var card = Show(Question, busy: true);

        Assert.All(card.FindAll("[role=radio]"), option => Assert.True(option.HasAttribute("disabled")));
    }

    private IRenderedComponent<QuestionCard> Show(QuestionShown question, List<string?>? given = null, bool busy = false) =>
        Render<QuestionCard>(parameters => parameters
            .Add(card => card.Question, question)
            .Add(card => card.Busy, busy)
            .Add(card => card.Keep, EventCallback.Factory.Create(this, () => { }))
            .Add(card => card.Answer, value => given?.Add(value)));
}
