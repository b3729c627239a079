using Bunit;
using Motics.Support.Core;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Replies;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Core.Triage.Replies;
using Motics.Support.Portal.Components.Tickets;
using Motics.Support.Portal.Components.Tickets.Opening;
using Motics.Support.Portal.Components.Triage;
using Motics.Support.Portal.Components.Triage.Replies;

namespace Motics.Support.Portal.Tests.Components.Triage;

public sealed class ReplyCardTests : PortalBunit
{
    private static readonly Person Anna = new("anna", "Anna");
    private static readonly ClinicReply Composed = new("Hello,\n\nthe whole of it.", "Hello, the short of it.");

    private readonly List<string> done = [];
    private TaskCompletionSource<bool> kept = Completed(true);
    private Refusal.Invalid? wrong;

    [Fact]
    public void Copy_OfEachForm_CopiesItsWordsAndIsToldWithItsForm()
    {
        var card = Card(View());
        Assert.Equal(Composed.Text, Copy(card).GetAttribute("data-copy"));
        Copy(card).TriggerEvent("oncopied", EventArgs.Empty);
        Button(card, "Short").Click();
        Assert.Equal(Composed.Brief, Copy(card).GetAttribute("data-copy"));
        Assert.Equal(Composed.Brief, card.Find("[data-testid=reply-text]").TextContent);
        Copy(card).TriggerEvent("oncopied", EventArgs.Empty);

        Assert.Equal(["copied Whole", "copied Brief"], done);
    }

    [Fact]
    public void Copy_Click_AloneSaysNothing()
    {
        var card = Card(View());
        Assert.Throws<MissingEventHandlerException>(() => Copy(card).Click());
        Assert.Empty(done);
    }

    [Fact]
    public void Reply_None_SaysThatThereIsNothingToSend()
    {
        var card = Card(View() with { Reply = null });
        Assert.Contains("nothing to send", card.Find("[data-testid=no-reply]").TextContent, StringComparison.Ordinal);
        Assert.Empty(card.FindAll("[data-copy]"));
    }

    [Fact]
    public void Edit_Kept_AsksOnceWhateverIsClickedAndGoesBackToTheWords()
    {
        kept = new();
        var card = Card(View());
        Button(card, "Edit…").Click();
        Assert.Equal(Composed.Text, card.Find("textarea").GetAttribute("value"));
        card.Find("textarea").Input("Mine.");
        Button(card, "Keep it").Click();
        Assert.True(Button(card, "Keep it").HasAttribute("disabled"));
        kept.SetResult(true);

        card.WaitForAssertion(() => Assert.Empty(card.FindAll("textarea")));
        Assert.Equal(["edit 5: Mine."], done);
    }

    [Fact]
    public void Edit_Refused_StaysOpenAndSaysWhy()
    {
        (kept, wrong) = (Completed(false), (Refusal.Invalid)Refusal.Field("text", "Reads as if the clinic should send us a key."));
        var card = Card(View());
        Button(card, "Edit…").Click();
        card.Find("textarea").Input("Send us your key.");
        Button(card, "Keep it").Click();

        Assert.Contains("should send us a key", card.Find(".problem").TextContent, StringComparison.Ordinal);
        Assert.Equal("Send us your key.", card.Find("textarea").GetAttribute("value"));
    }

    [Fact]
    public void Edit_ColleagueEditedTheReplyMeanwhile_AsksAgainstTheVersionThatWasSeen()
    {
        var card = Card(View());
        Button(card, "Edit…").Click();
        card.Find("textarea").Input("Mine.");
        card.Render(parameters => parameters.Add(part => part.View, View(9)));
        Button(card, "Keep it").Click();
        Button(card, "Edit…").Click();
        card.Find("textarea").Input("Mine, too.");
        card.Render(parameters => parameters.Add(part => part.View, View(10) with { Edited = Edited("Theirs.") }));
        Button(card, "Keep it").Click();

        Assert.Equal(["edit 9: Mine.", "edit 9: Mine, too."], done);
    }

    [Fact]
    public async Task Edit_Draft_IsThereAgain()
    {
        await using var drafts = new PageDrafts(new Dictionary<string, string> { [ReplyCard.DraftName] = "Half a sen" }, (name, text) => { done.Add($"{name}: {text}"); return Task.CompletedTask; }, Clock);
        var card = Card(View(), drafts);
        Assert.Equal("Half a sen", card.Find("textarea").GetAttribute("value"));
        await Button(card, "Leave it as it was").ClickAsync();

        Assert.Empty(card.FindAll("textarea"));
        Assert.Equal(["reply: "], done);
    }

    [Fact]
    public void Edited_UnderAnotherVerdict_SaysSoAndOffersTheNewOne()
    {
        var card = Card(View() with { Edited = Edited("Mine.") with { RuleId = "another" } });
        Assert.Equal("Mine.", Copy(card).GetAttribute("data-copy"));
        Assert.Contains("The verdict has changed since this was edited", card.Find("[data-testid=reply-outdated]").TextContent, StringComparison.Ordinal);
        Button(card, "It still fits").Click();
        Button(card, "Take the new one").Click();

        Assert.Equal(["edit 5: Mine.", "edit 5: "], done);
    }

    [Fact]
    public void Edited_FromTheWordsOfNow_IsNotCalledOutdatedAndCanBeTakenBack()
    {
        var card = Card(View() with { Edited = Edited("Mine.") });
        Assert.Empty(card.FindAll("[data-testid=reply-outdated]"));
        Button(card, "Take the composed one again").Click();
        Assert.Equal(["edit 5: "], done);
    }

    [Fact]
    public void Copied_OffersToWaitOnceWhateverIsClicked()
    {
        kept = new();
        var card = Card(View() with { Copied = new(Start, ReplyForm.Brief, 5, Anna) });
        Assert.Contains("Copied (short) by you", card.Find("[data-testid=reply-copied]").TextContent, StringComparison.Ordinal);
        Button(card, "In 2 hours").Click();
        Assert.True(Button(card, "In 2 hours").HasAttribute("disabled"));
        Assert.True(Button(card, "Without a reminder").HasAttribute("disabled"));
        kept.SetResult(true);

        card.WaitForAssertion(() => Assert.False(Button(card, "Tomorrow").HasAttribute("disabled")));
        Button(card, "Without a reminder").Click();
        Assert.Equal([$"wait {Start.AddHours(2):O}", "wait "], done);
    }

    [Fact]
    public void Reader_WhoMayNotWrite_CopiesAndChangesNothing()
    {
        var card = Card(View() with { Copied = new(Start, ReplyForm.Whole, 5, Anna) }, mayWrite: false);
        Assert.NotNull(Copy(card));
        Assert.DoesNotContain(card.FindAll("button"), button => button.TextContent is "Edit…" or "In 2 hours");
    }

    private static TaskCompletionSource<bool> Completed(bool result)
    {
        var source = new TaskCompletionSource<bool>();
        source.SetResult(result);
        return source;
    }

    private static AngleSharp.Dom.IElement Copy(IRenderedComponent<ReplyCard> card) => card.Find("[data-testid=copy-reply]");

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<ReplyCard> card, string words) => card.FindAll("button").Single(button => button.TextContent == words);

    private IRenderedComponent<ReplyCard> Card(TicketView view, PageDrafts? drafts = null, bool mayWrite = true) => Render<ReplyCard>(parameters => parameters
        .Add(part => part.View, view)
        .Add(part => part.MyId, Anna.Id)
        .Add(part => part.MayWrite, mayWrite)
        .Add(part => part.Drafts, drafts)
        .Add(part => part.Copied, form => { done.Add($"copied {form}"); return Task.CompletedTask; })
        .Add(part => part.Edit, async (text, version) => { done.Add($"edit {version}: {text}"); return (await kept.Task, wrong); })
        .Add(part => part.Wait, async at => { done.Add($"wait {at:O}"); await kept.Task; }));

    private static EditedReply Edited(string text) => new(text, View().Evaluation.RuleId, EditedReply.MarkOf(Composed), Start, Anna);

    private static TicketView View(int version = 5)
    {
        var organisation = new OrganisationDetail { Id = "harbour", Ehr = Ehr.Cliniko };
        var facts = CaseFacts.Of(organisation, null, Start);
        var evaluation = PlaybookLoader.Embedded.Evaluate(facts);
        return new TicketView
        {
            Ticket = new Ticket { Number = 1001, OrganisationId = "harbour", Subject = "No patients", Version = version, CreatedAt = Start, CreatedBy = Anna, UpdatedAt = Start, TouchedAt = Start },
            Organisation = organisation,
            Case = facts,
            Evaluation = evaluation,
            Plan = NextQuestion.Plan(PlaybookLoader.Embedded, facts, evaluation),
            Reply = Composed,
        };
    }
}
