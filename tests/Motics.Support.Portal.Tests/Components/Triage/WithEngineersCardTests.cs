using Bunit;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Triage;
using Motics.Support.Portal.Components.Triage;

namespace Motics.Support.Portal.Tests.Components.Triage;

/// <summary>While the engineers have it: how it stands, what they asked, what the agent can do meanwhile.</summary>
public sealed class WithEngineersCardTests : PortalBunit
{
    private static readonly Person Eve = new("eve", "Eve Engineer");

    private static readonly EscalationItem Sent = new(
        new() { Number = 12, TicketNumber = 1001, OrganisationId = "harbour", Verdict = Verdict.Escalate, SubmittedAt = Start, SubmittedBy = new("sam", "Sam Agent"), UpdatedAt = Start }, "Notes");

    private int reminded;

    [Fact]
    public void Card_Sent_SaysWhoSentItAndThatNobodyHasItAndHasNothingToHandOver()
    {
        var card = Show(Sent);

        Assert.Equal("/escalations/12", card.Find("a").GetAttribute("href"));
        Assert.Contains("by you. No engineer has taken it yet", Text(card), StringComparison.Ordinal);
        Assert.Contains("Copy with preserved line breaks", Text(card), StringComparison.Ordinal);
        Assert.Empty(card.FindAll("[data-testid=escalate]"));
        Assert.Equal("notes", card.Find("[data-jump]").GetAttribute("data-jump"));
        card.FindAll("button")[^1].Click();
        Assert.Equal(1, reminded);
    }

    [Fact]
    public void Card_AskedBack_SaysThatTheyWaitWithoutAskingOnceMoreAndWhatWasAskedBefore()
    {
        var before = new EngineerQuestion(1, "Which browser?", Start, Eve) { Answer = "Firefox", AnsweredAt = Start, AnsweredBy = Eve, Settled = true };
        var card = Show(Sent with { Status = EscalationStatus.NeedsInfo, Engineer = Eve, Questions = ["patientSearch"], Asked = [before, new(2, "Which computer?", Start, Eve)] }, ["patientSearch"]);

        Assert.Contains("Eve Engineer has it", Text(card), StringComparison.Ordinal);
        Assert.Contains("They wait for answers; what they ask stands at the top of the page.", Text(card), StringComparison.Ordinal);
        Assert.DoesNotContain("Which computer?", Text(card), StringComparison.Ordinal);
        Assert.Contains("Firefox", card.Find("details").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Card_CopyingAlready_DoesNotTellItAgain()
    {
        var card = Show(Sent, copying: true);

        Assert.Contains("copies and pastes its notes meanwhile", Text(card), StringComparison.Ordinal);
        Assert.DoesNotContain("preserved line breaks", Text(card), StringComparison.Ordinal);
    }

    private IRenderedComponent<WithEngineersCard> Show(EscalationItem row, IReadOnlyList<string>? askedAgain = null, bool copying = false) => Render<WithEngineersCard>(parameters => parameters
        .Add(card => card.Escalation, row)
        .Add(card => card.AskedAgain, askedAgain ?? [])
        .Add(card => card.Copying, copying)
        .Add(card => card.MyId, "sam")
        .Add(card => card.MayWrite, true)
        .Add(card => card.Remind, () => reminded++));

    private static string Text(IRenderedComponent<WithEngineersCard> card) => string.Join(' ', card.Find("section").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
