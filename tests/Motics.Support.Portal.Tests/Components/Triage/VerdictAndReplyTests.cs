using Bunit;
using Motics.Support.Core.Triage;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Triage;
using Motics.Support.Portal.Components.Triage.Replies;

namespace Motics.Support.Portal.Tests.Components.Triage;

public sealed class VerdictAndReplyTests : PortalBunit
{
    private static readonly VerdictShown Verdict = new()
    {
        Verdict = Core.Triage.Verdict.CheckKeyFirst,
        Title = "No patients are found: check the key first",
        Label = "Check the key first",
        Because = [new ReasonShown("No key saved since the migration", "events")],
        Source = "Help article",
        CheckedOn = new DateOnly(2026, 11, 20),
        RuleId = "check-key-first",
        PlaybookVersion = "2026-11-24.1",
    };

    [Fact]
    public void VerdictCard_Decided_SaysWhatWhyAndByWhichRule()
    {
        var card = Render<VerdictCard>(parameters => parameters.Add(card => card.Shown, Verdict));

        Assert.Equal("check-key-first", card.Find("[data-testid=triage-verdict]").GetAttribute("data-verdict"));
        Assert.Contains("No key saved since the migration", card.Find("[data-testid=triage-because]").TextContent, StringComparison.Ordinal);
        Assert.Contains("checked 20 Nov 2026", card.Markup, StringComparison.Ordinal);
        Assert.Equal("/playbook#check-key-first", card.Find("a").GetAttribute("href"));
    }

    [Fact]
    public void VerdictCard_JudgedByAnotherEdition_SaysSo()
    {
        Assert.DoesNotContain("was judged by", Render<VerdictCard>(parameters => parameters.Add(card => card.Shown, Verdict)).Markup, StringComparison.Ordinal);
        var card = Render<VerdictCard>(parameters => parameters.Add(card => card.Shown, Verdict with { EarlierVersion = "2026-11-01.3" }));

        Assert.Contains("was judged by 2026-11-01.3", card.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void VerdictCard_NoReasons_StillSaysWhy()
    {
        var card = Render<VerdictCard>(parameters => parameters.Add(card => card.Shown, Verdict with { Because = [], Verdict = Core.Triage.Verdict.NeedMoreInformation }));

        Assert.Contains("No answer and no event decides it yet", card.Find("[data-testid=triage-because]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void VerdictCard_NothingDecides_SaysWhatTheEventsTellAllTheSame()
    {
        string[] found = ["All 5 searches found somebody since the migration.", "What worked last was on 24 Nov 2026 09:30 UTC."];
        var open = Render<VerdictCard>(parameters => parameters.Add(card => card.Shown, Verdict with { Verdict = Core.Triage.Verdict.NeedMoreInformation }).Add(card => card.Found, found));
        Assert.Equal(found, open.FindAll("[data-testid=findings] li").Select(line => line.TextContent));

        var decided = Render<VerdictCard>(parameters => parameters.Add(card => card.Shown, Verdict).Add(card => card.Found, found));
        Assert.Empty(decided.FindAll("[data-testid=findings]"));
    }

    [Fact]
    public void VerdictCard_Advice_IsOneBlockOfDoNotAndOneOfTellThem()
    {
        var blocks = Render<AdviceBlocks>(parameters => parameters.Add(part => part.DoNot, "Do not ask for the key.").Add(part => part.Advice,
        [
            new(AdviceKind.ComeBackToReconnect, "Set a reminder.", false),
            new(AdviceKind.NothingWasDeleted, "Nothing was deleted.", false),
            new(AdviceKind.DoNotRecreatePatients, "Do not create the patients again.", true),
            new(AdviceKind.KeyShownOnce, "The key is shown once.", false),
        ]));

        Assert.Equal(["do-not", "tell-them"], blocks.FindAll(".callout").Select(callout => callout.GetAttribute("data-testid")));
        Assert.Equal(["Do not create the patients again.", "Do not ask for the key."], blocks.FindAll(".callout.dont p").Select(line => line.TextContent));
        Assert.Equal(
            ["Tell them: Nothing was deleted.", "The key is shown once.", "For you: Set a reminder."],
            blocks.FindAll("[data-testid=tell-them] p").Select(line => line.TextContent));
    }

    [Fact]
    public void VerdictCard_WithoutAdvice_HasNoBlock() =>
        Assert.Empty(Render<AdviceBlocks>(parameters => parameters.Add(part => part.Advice, [])).FindAll(".callout"));

    [Fact]
    public void ReplyText_Long_IsCutWithASignAndTheWayToTheRest()
    {
        var whole = string.Join("\n", Enumerable.Range(1, 30).Select(line => $"Line {line}"));
        var text = Render<ReplyText>(parameters => parameters.Add(part => part.Text, whole));
        Assert.Contains("folded", text.Find("[data-testid=reply-text]").ClassName, StringComparison.Ordinal);
        Assert.Equal(whole, text.Find("[data-testid=reply-text]").TextContent);

        text.Find("button").Click();
        Assert.DoesNotContain("folded", text.Find("[data-testid=reply-text]").ClassName, StringComparison.Ordinal);
        Assert.Equal(("Show less", "true"), (text.Find("button").TextContent, text.Find("button").GetAttribute("aria-expanded")));
    }

    [Fact]
    public void ReplyText_FitsIntoTheCard_IsNotCut()
    {
        var text = Render<ReplyText>(parameters => parameters.Add(part => part.Text, "Hello,\n\nyour connection has to be made once more."));
        Assert.Empty(text.FindAll("button, .folded"));
    }
}
