using Bunit;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Tickets;
using Motics.Support.Portal.Components.Escalations;
using Motics.Support.Portal.Components.Tickets;
using Motics.Support.Portal.Components.Tickets.Opening;

namespace Motics.Support.Portal.Tests.Components;

/// <summary>What engineers ask in their own words, on the ticket's page, in the dialog and on the escalation's page.</summary>
public sealed class EngineersAskCardTests : PortalBunit
{
    private static readonly Person Eve = new("eve", "Eve Engineer");

    private static readonly EngineerQuestion Open = new(1, "Which browser do they use?", Start, Eve);

    private static readonly EngineerQuestion Answered = new(2, "Which computer?", Start, Eve) { Answer = "The new one", AnsweredAt = Start, AnsweredBy = new("sam", "Sam Agent") };

    private readonly List<(int Id, string? Answer)> given = [];

    [Fact]
    public void Card_OpenQuestion_HasATextBoxAndKeepsWhatIsTyped()
    {
        var card = Show(Open, Answered);

        Assert.Equal("1 of 2 answered", card.Find("header .sub").TextContent);
        Assert.Single(card.FindAll("textarea"));
        Assert.True(Button(card, "Save this answer").HasAttribute("disabled"));
        card.Find("textarea").Input("Firefox");
        Button(card, "Save this answer").Click();

        Assert.Equal([(1, "Firefox")], given);
    }

    [Fact]
    public void Card_AnsweredQuestion_ShowsTheAnswerAndCanBeChangedOrTakenBack()
    {
        var card = Show(Answered);

        Assert.Empty(card.FindAll("textarea"));
        Assert.Contains("The new one", card.Markup, StringComparison.Ordinal);
        Button(card, "Change the answer").Click();
        Assert.Equal("The new one", card.Find("textarea").GetAttribute("value"));
        Button(card, "Take my answer back").Click();

        Assert.Equal([(2, null)], given);
    }

    [Fact]
    public void EscalationsCard_ShowsQuestionAnswerAndWhoGaveIt()
    {
        var card = Render<AskedCard>(parameters => parameters.Add(shown => shown.Asked, [Open, Answered with { Settled = true }, Open with { Id = 3, Settled = true }]));

        Assert.Equal("1 of 3 answered", card.Find("header .sub").TextContent);
        Assert.Contains("Sam Agent", card.Find("[data-asked='2']").TextContent, StringComparison.Ordinal);
        Assert.Contains("Not answered yet", card.Find("[data-asked='1']").TextContent, StringComparison.Ordinal);
        Assert.Contains("Never answered", card.Find("[data-asked='3']").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<EngineersAskCard> Show(params EngineerQuestion[] asked) => Render<EngineersAskCard>(parameters => parameters
        .Add(card => card.EscalationNumber, 4)
        .Add(card => card.Asked, asked)
        .Add(card => card.Answer, (id, answer) => { given.Add((id, answer)); return Task.FromResult(true); }));

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<EngineersAskCard> card, string text) =>
        card.FindAll("button").Single(button => button.TextContent.StartsWith(text, StringComparison.Ordinal));
}
