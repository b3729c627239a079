using Bunit;
using Motics.Support.Core.Triage;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Triage;

namespace Motics.Support.Portal.Tests.Components;

public sealed class VerdictAndReplyTests : PortalBunit
{
    private static readonly VerdictShown Verdict = new()
    {
        Verdict = Core.Triage.Verdict.CheckKeyFirst,
        Title = "No patients are found: check the key first",
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

        Assert.Contains("Nothing is known yet", card.Find("[data-testid=triage-because]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void AdviceCallouts_Warnings_ComeBeforeEverythingElse()
    {
        var callouts = Render<AdviceCallouts>(parameters => parameters.Add(part => part.Advice,
        [
            new(AdviceKind.NothingWasDeleted, "Nothing was deleted.", false),
            new(AdviceKind.DoNotRecreatePatients, "Do not create the patients again.", true),
        ]));

        Assert.Equal(["do-not-recreate-patients", "nothing-was-deleted"], callouts.FindAll(".callout").Select(callout => callout.GetAttribute("data-advice")));
        Assert.True(callouts.FindAll(".callout")[0].ClassList.Contains("dont"));
    }

    [Fact]
    public void ReplyCard_Copy_CopiesTheWholeReply()
    {
        const string text = "Hello,\n\nyour connection has to be made once more.";
        var card = Render<ReplyCard>(parameters => parameters.Add(card => card.Text, text));

        Assert.Equal(text, card.Find("[data-testid=copy-reply]").GetAttribute("data-copy"));
        Assert.Contains("made once more", card.Find(".reply-text").TextContent, StringComparison.Ordinal);
    }
}
