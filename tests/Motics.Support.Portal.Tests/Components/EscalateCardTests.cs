using Bunit;
using Motics.Support.Portal.Components.Triage;

namespace Motics.Support.Portal.Tests.Components;

public sealed class EscalateCardTests : PortalBunit
{
    private int escalated;
    private int stillFails;

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
    public void EscalateCard_EngineersAreDone_TheClinicTriesAgainAndNothingIsCountedAsMissing()
    {
        var card = Show(true, ["errorText"], resolved: 12, triesAgain: true);

        Assert.Equal("/escalations/12", card.Find("a").GetAttribute("href"));
        Assert.Contains("the clinic tries again", card.Markup, StringComparison.Ordinal);
        Assert.Empty(card.FindAll("[data-testid=escalation-missing]"));
        Assert.Empty(card.FindAll("header .chip"));
        card.Find("button").Click();
        Assert.Equal((1, 0), (stillFails, escalated));
    }

    [Fact]
    public void EscalateCard_FailedAgainAfterTheEngineers_SaysWhatIsMissingOnceMore()
    {
        var card = Show(true, ["errorText"], resolved: 12);

        Assert.Contains("hand it over anew", card.Markup, StringComparison.Ordinal);
        Assert.Single(card.FindAll("[data-testid=escalation-missing] a"));
    }

    [Fact]
    public void EscalateCard_EhrOfItsOwnCredentials_SpeaksOfNoKey()
    {
        var card = Show(false, ["criterion", "keyReentered"], neverNeeded: true);

        Assert.Contains("its own credentials", card.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("key", card.Find("section").TextContent, StringComparison.OrdinalIgnoreCase);
    }

    private IRenderedComponent<EscalateCard> Show(bool verdict, IReadOnlyList<string> missing, bool mayEscalate = true, bool mayOverride = false, long? resolved = null, bool triesAgain = false, bool neverNeeded = false) =>
        Render<EscalateCard>(parameters => parameters
            .Add(card => card.VerdictSaysEscalate, verdict)
            .Add(card => card.Missing, missing)
            .Add(card => card.Needed, 7)
            .Add(card => card.Known, 5)
            .Add(card => card.MayEscalate, mayEscalate)
            .Add(card => card.MayOverride, mayOverride)
            .Add(card => card.ResolvedNumber, resolved)
            .Add(card => card.TriesAgain, triesAgain)
            .Add(card => card.NeverNeeded, neverNeeded)
            .Add(card => card.HrefOf, fact => $"/tickets/7?ask={fact}")
            .Add(card => card.StillFails, () => stillFails++)
            .Add(card => card.Escalate, () => escalated++));
}
