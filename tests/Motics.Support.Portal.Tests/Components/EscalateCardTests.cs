using Bunit;
using Motics.Support.Portal.Components.Triage;

namespace Motics.Support.Portal.Tests.Components;

public sealed class EscalateCardTests : PortalBunit
{
    private int escalated;

    [Fact]
    public void EscalateCard_Complete_CanBeHandedOver()
    {
        var card = Show(true, []);

        card.Find("[data-testid=escalate]").Click();

        Assert.Equal(1, escalated);
        Assert.Empty(card.FindAll("[data-testid=escalation-missing]"));
    }

    [Fact]
    public void EscalateCard_Incomplete_IsShutAndEachMissingThingLeadsToItsQuestion()
    {
        var card = Show(true, ["errorText", "screenshot", "keyReentered"]);

        Assert.True(card.Find("[data-testid=escalate]").HasAttribute("disabled"));
        Assert.Equal(
            ["/tickets/7?ask=errorText", "/tickets/7?ask=screenshot", "/tickets/7?ask=keyReentered"],
            card.FindAll("[data-testid=escalation-missing] a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void EscalateCard_OtherVerdict_IsShutEvenWithNothingElseMissing()
    {
        var card = Show(false, ["criterion"]);

        Assert.True(card.Find("[data-testid=escalate]").HasAttribute("disabled"));
        Assert.Contains("something to try first", card.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void EscalateCard_WhoMayNot_CannotThoughComplete() =>
        Assert.True(Show(true, [], mayEscalate: false).Find("[data-testid=escalate]").HasAttribute("disabled"));

    [Fact]
    public void EscalateCard_Override_IsForLeadsOnly()
    {
        Assert.DoesNotContain("all the same", Show(true, ["errorText"]).Markup, StringComparison.Ordinal);
        Assert.Contains("all the same", Show(true, ["errorText"], mayOverride: true).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void EscalateCard_AlreadyOpen_LinksThereAndHasNoButton()
    {
        var card = Show(true, [], open: 12);

        Assert.Equal("/escalations/12", card.Find("a").GetAttribute("href"));
        Assert.Empty(card.FindAll("[data-testid=escalate]"));
    }

    [Fact]
    public void EscalateCard_SentBackWithQuestions_SaysSoAndNotThatItIsWithTheEngineers()
    {
        var card = Show(true, [], open: 12, wantsAnswers: true);

        Assert.Contains("back with questions", card.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("is with the engineers", card.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void EscalateCard_EngineersAreDone_TryingAgainComesFirst()
    {
        var card = Show(true, [], resolved: 12);

        Assert.Equal("/escalations/12", card.Find("a").GetAttribute("href"));
        Assert.Contains("try again first", card.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("pri", card.Find("[data-testid=escalate]").ClassList);
    }

    private IRenderedComponent<EscalateCard> Show(bool verdict, IReadOnlyList<string> missing, bool mayEscalate = true, bool mayOverride = false, long? open = null, bool wantsAnswers = false, long? resolved = null) =>
        Render<EscalateCard>(parameters => parameters
            .Add(card => card.VerdictSaysEscalate, verdict)
            .Add(card => card.Missing, missing)
            .Add(card => card.Needed, 7)
            .Add(card => card.Known, 5)
            .Add(card => card.MayEscalate, mayEscalate)
            .Add(card => card.MayOverride, mayOverride)
            .Add(card => card.OpenNumber, open)
            .Add(card => card.WantsAnswers, wantsAnswers)
            .Add(card => card.ResolvedNumber, resolved)
            .Add(card => card.HrefOf, fact => $"/tickets/7?ask={fact}")
            .Add(card => card.Escalate, () => escalated++));
}
