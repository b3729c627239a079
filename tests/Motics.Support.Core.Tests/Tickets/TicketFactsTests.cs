using Motics.Support.Core.Tickets;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using static Motics.Support.Core.Tests.Tickets.TicketWorld;

namespace Motics.Support.Core.Tests.Tickets;

public sealed class TicketFactsTests
{
    // As long as may be, and longer once it is masked: each address becomes a longer word.
    private static readonly string OutgrowsItsMask = string.Concat(Enumerable.Repeat("a" + "@b.cc ", 4000 / 7));

    [Fact]
    public async Task Answer_WhoseMaskOutgrowsTheLimit_IsKeptWithASignAndKnown()
    {
        var view = Done(await world.SetAsync(await world.OpenAsync(), ("errorText", OutgrowsItsMask)));
        var kept = view.Ticket.Answers["errorText"].Value;
        Assert.Equal(FactCatalogue.LongestText, kept.Length);
        Assert.EndsWith("…", kept, StringComparison.Ordinal);
        Assert.StartsWith("[e-mail] [e-mail]", kept, StringComparison.Ordinal);
        Assert.Equal(kept, view.Case.Effective("errorText"));
        // Said again as it is shown, it is the same answer.
        Assert.Equal(kept, Done(await world.SetAsync(view, ("errorText", kept))).Ticket.Answers["errorText"].Value);
    }

    [Fact]
    public async Task Answer_LongText_IsShownCutBetweenCharacters()
    {
        var view = Done(await world.SetAsync(await world.OpenAsync(), ("errorText", new string('a', 59) + "🙂🙂🙂 said the screen")));
        var line = view.Activity.Single(line => line.Text.StartsWith("answered", StringComparison.Ordinal)).Text;
        Assert.Contains(new string('a', 59) + "…”", line, StringComparison.Ordinal);
        Assert.DoesNotContain(line, char.IsSurrogate);
    }

    private readonly TicketWorld world = new();

    [Fact]
    public async Task Answers_Set_AreMergedAndEvaluated()
    {
        var view = await world.OpenAsync(("symptom", "integration-not-visible"));
        var after = Done(await world.SetAsync(view, ("moticsRole", "member")));
        Assert.Equal("integration-not-visible", after.Case.Effective("symptom"));
        Assert.Equal(Verdict.CheckRole, after.Evaluation.Verdict);
        Assert.Equal(Verdict.CheckRole, after.Ticket.Verdict!.Verdict);
        Assert.Equal(view.Ticket.Version + 1, after.Ticket.Version);
    }

    [Fact]
    public async Task Answer_SetToNull_IsTakenBack()
    {
        var view = await world.OpenAsync(("symptom", "disconnected"), ("moticsRole", "owner"));
        var after = Done(await world.SetAsync(view, ("moticsRole", null)));
        Assert.Null(after.Case.Find("moticsRole"));
        Assert.Equal("disconnected", after.Case.Effective("symptom"));
        Assert.Contains(after.Activity, line => line is { Kind: TicketActivityKind.AnswerTakenBack, Text: "took back the answer Role in Motics: owner" });
    }

    [Fact]
    public async Task Answer_AgainstTheEvidence_KeepsBoth()
    {
        var view = await world.OpenAsync();
        Assert.Equal("cliniko", view.Case.Find("ehr")!.Events!.Value);
        var after = Done(await world.SetAsync(view, ("ehr", "nookal")));
        Assert.Equal("cliniko", after.Ticket.Answers["ehr"].Overruled!.Value);
        Assert.True(after.Case.Find("ehr")!.IsOverruled);
        Assert.Contains(after.Activity, line => line.Kind == TicketActivityKind.EvidenceOverruled);
    }

    [Fact]
    public async Task Answer_LikeTheEvidence_OverrulesNothing()
    {
        var view = await world.OpenAsync();
        var after = Done(await world.SetAsync(view, ("ehr", "cliniko")));
        Assert.Null(after.Ticket.Answers["ehr"].Overruled);
        Assert.DoesNotContain(after.Activity, line => line.Kind == TicketActivityKind.EvidenceOverruled);
    }

    [Fact]
    public async Task Answers_WithOneWrong_AreAllRefused()
    {
        var view = await world.OpenAsync();
        var refused = await world.SetAsync(view, ("moticsRole", "owner"), ("symptom", "weather"), ("colour", "blue"));
        Assert.Equal(["facts.symptom", "facts.colour"], Assert.IsType<Refusal.Invalid>(refused.Refusal).Errors.Select(error => error.Field));
        var now = await world.NowAsync(view.Ticket.Number);
        Assert.Equal(view.Ticket.Version, now.Ticket.Version);
        Assert.Null(now.Case.Find("moticsRole"));
    }

    [Fact]
    public async Task Name_ThatIsNoFact_IsNeverRepeated()
    {
        var view = await world.OpenAsync();
        var refused = await world.SetAsync(view, ("MS0xMjM0NTY3ODkwYWJjZGVm" + "-uk1", "x"));
        Assert.Equal("facts.?", Field(refused));
    }

    [Fact]
    public async Task Answer_GivenAgainUnchanged_IsNoChange()
    {
        var view = await world.OpenAsync(("moticsRole", "owner"));
        var saves = world.Tickets.Saves;
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var after = Done(await world.SetAsync(view, ("moticsRole", "owner")));
        Assert.Equal(view.Ticket.Version, after.Ticket.Version);
        Assert.Equal(saves, world.Tickets.Saves);
    }

    [Fact]
    public async Task Verdict_WhenItChanges_IsARunWithTheFactsItSaw()
    {
        var view = await world.OpenAsync(("symptom", "integration-not-visible"));
        Done(await world.SetAsync(view, ("inClinicNow", "true")));
        Assert.Single(world.Tickets.Runs);
        Done(await world.SetAsync(view, ("moticsRole", "owner")));
        Assert.Equal(2, world.Tickets.Runs.Count);
        var run = world.Tickets.Runs[1];
        Assert.Equal(("escalate", "integration-not-visible"), (run.Verdict, run.Criterion));
        Assert.Contains("moticsRole", run.Facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verdict_WhenEventsChangeIt_IsShownAtOnceWithoutAWrite()
    {
        var view = await world.OpenAsync(("symptom", "authentication-failed"));
        Assert.Equal(Verdict.Reconnect, view.Evaluation.Verdict);
        world.Clinic = world.Clinic! with { Ehr = Core.Organisations.Ehr.Semble };
        var now = await world.NowAsync(view.Ticket.Number);
        Assert.Equal(Verdict.NotClinikoOrNookal, now.Evaluation.Verdict);
        Assert.Equal(view.Ticket.Version, now.Ticket.Version);
    }

    [Fact]
    public async Task Step_Ticked_SaysWhoWhenAndInWhichWords()
    {
        var view = await world.OpenAsync(("symptom", "authentication-failed"));
        var step = view.Evaluation.Steps[0];
        world.Clock.Advance(TimeSpan.FromMinutes(3));
        var after = Done(await world.Desk.TickStepAsync(view.Ticket.Number, null, step.Id, true, Kim, Cancel));
        var ticked = after.Ticket.Checklist[step.Id];
        Assert.Equal((step.Text, "kim", world.Clock.GetUtcNow()), (ticked.Text, ticked.By.Id, ticked.At));
    }

    [Fact]
    public async Task Step_Unticked_IsLogged()
    {
        var view = await world.OpenAsync(("symptom", "authentication-failed"));
        var step = view.Evaluation.Steps[0];
        Done(await world.Desk.TickStepAsync(view.Ticket.Number, null, step.Id, true, Sam, Cancel));
        var after = Done(await world.Desk.TickStepAsync(view.Ticket.Number, null, step.Id, false, Kim, Cancel));
        Assert.Empty(after.Ticket.Checklist);
        Assert.Contains(after.Activity, line => line.Kind == TicketActivityKind.StepUnticked && line.By.Id == "kim" && line.Text.Contains("Sam Agent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Step_TickedBefore_CanBeUntickedUnderAnotherVerdict()
    {
        var view = await world.OpenAsync(("symptom", "authentication-failed"));
        var step = view.Evaluation.Steps[0];
        Done(await world.Desk.TickStepAsync(view.Ticket.Number, null, step.Id, true, Sam, Cancel));
        Done(await world.SetAsync(view, ("ehr", "semble")));
        Assert.Empty(Done(await world.Desk.TickStepAsync(view.Ticket.Number, null, step.Id, false, Sam, Cancel)).Ticket.Checklist);
    }

    [Fact]
    public async Task Step_OfNoVerdict_IsRefused()
    {
        var view = await world.OpenAsync(("symptom", "authentication-failed"));
        Assert.Equal("stepId", Field(await world.Desk.TickStepAsync(view.Ticket.Number, null, "dance", true, Sam, Cancel)));
    }
}
