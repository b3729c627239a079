using Motics.Support.Core.Access;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Tests.Tickets;
using Motics.Support.Core.Tickets;
using static Motics.Support.Core.Tests.Tickets.TicketWorld;

namespace Motics.Support.Core.Tests.Escalations;

/// <summary>Engineers ask in their own words: how the question reaches agent and clinic, and how the answer comes back.</summary>
public sealed class EngineerQuestionTests
{
    private const string First = "Which browser do they use?";
    private const string Second = "Does it happen on a second computer too?";

    private readonly TicketWorld world = new();

    [Fact]
    public async Task Question_InOwnWords_ReachesTheAgentAndTheReply()
    {
        var asked = Done(await AskAsync(await SubmitAsync(), First, Second));

        Assert.Equal(EscalationStatus.NeedsInfo, asked.Escalation.Status);
        Assert.Equal([(1, First), (2, Second)], asked.Escalation.Asked.Select(question => (question.Id, question.Text)));
        Assert.Equal($"asked again about: Patients found; asked: “{First}” “{Second}”", asked.Log.Single(entry => entry.Kind == EscalationLogKind.Asked).Text);
        var ticket = await TicketAsync();
        Assert.Equal([First, Second], ticket.EngineersAsk.Select(question => question.Text));
        Assert.Equal((TicketStatus.Open, "patientSearch"), (ticket.Ticket.Status, ticket.NextQuestion!.Fact.Name));
        Assert.Contains(First, ticket.Reply!.Text, StringComparison.Ordinal);
        Assert.Contains(Second, ticket.Reply!.Text, StringComparison.Ordinal);
        Assert.Contains($"sent escalation E-1 back, asking about: Patients found; asking: “{First}” “{Second}”", ticket.Activity.Select(entry => entry.Text));
    }

    [Fact]
    public async Task Question_WithoutAnyFact_IsEnough()
    {
        await SubmitAsync();
        Assert.Equal("questions", Field(await world.EscalationDesk.PatchAsync(1, 1, new() { Status = EscalationStatus.NeedsInfo, Ask = [], Questions = [] }, Eve, Cancel)));
        var asked = Done(await world.EscalationDesk.PatchAsync(1, 1, new() { Status = EscalationStatus.NeedsInfo, Ask = [First] }, Eve, Cancel));
        Assert.Empty(asked.Escalation.Questions);
        Assert.Equal([First], (await TicketAsync()).EngineersAsk.Select(question => question.Text));
    }

    [Fact]
    public async Task Answers_AreGivenOneByOne_AndTheOtherStaysOpen()
    {
        var asked = Done(await AskAsync(await SubmitAsync(), First, Second));
        Done(await world.Desk.SetFactsAsync(1001, null, Facts(("patientSearch", "not-tried")), Sam, Cancel));
        Assert.Equal(["asked-1", "asked-2"], Missing(await SendAsync()));

        var mail = "anna" + "@" + "clinic.example";
        var answered = Done(await world.EscalationDesk.AnswerAsync(1001, null, 2, $"Yes, ask {mail}", Sam, Cancel));

        Assert.Equal([First], answered.EngineersAsk.Where(question => question.IsOpen).Select(question => question.Text));
        Assert.DoesNotContain(Second, answered.Reply!.Text, StringComparison.Ordinal);
        Assert.Contains(answered.Activity, entry => entry.Kind == TicketActivityKind.AnswerGiven && entry.Text == $"answered “{Second}”: Yes, ask [e-mail] (asked by the engineers)");
        var seen = Done(await world.EscalationDesk.FindAsync(1, Eve, Cancel));
        Assert.Equal((null, "Yes, ask [e-mail]", "sam"), (seen.Escalation.Asked[0].Answer, seen.Escalation.Asked[1].Answer, seen.Escalation.Asked[1].AnsweredBy!.Id));
        Assert.Equal($"answered “{Second}”: Yes, ask [e-mail]", seen.Log[^1].Text);
        Assert.Equal(["asked-1"], Missing(await SendAsync()));
        Assert.Equal(asked.Escalation.PacketJson, seen.Escalation.PacketJson);
    }

    [Fact]
    public async Task Answers_Sent_AreSettledAndStayWithTheEscalation()
    {
        await SubmitAsync();
        Done(await world.EscalationDesk.PatchAsync(1, 1, new() { Status = EscalationStatus.NeedsInfo, Ask = [First] }, Eve, Cancel));
        Done(await world.EscalationDesk.AnswerAsync(1001, null, 1, "Firefox", Sam, Cancel));

        var sent = Done(await SendAsync());

        Assert.Equal((EscalationStatus.Submitted, "Firefox", "sent the answers"), (sent.Escalation.Status, sent.Escalation.Asked[0].Answer, sent.Log[^1].Text));
        Assert.Empty((await TicketAsync()).EngineersAsk);
        Assert.IsType<Refusal.Conflict>((await world.EscalationDesk.AnswerAsync(1001, null, 1, "Safari", Sam, Cancel)).Refusal);
        var again = Done(await world.EscalationDesk.PatchAsync(1, sent.Escalation.Version, new() { Status = EscalationStatus.NeedsInfo, Ask = [Second] }, Eve, Cancel));
        Assert.Equal([(1, false), (2, true)], again.Escalation.Asked.Select(question => (question.Id, question.IsOpen)));
        Assert.Equal([Second], (await TicketAsync()).EngineersAsk.Select(question => question.Text));
        Assert.Contains("`Firefox` (Sam Agent", EscalationMarkdown.WithQuestions(again.Escalation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ChangedOrTakenBack_StandsInBothLogs()
    {
        Done(await AskAsync(await SubmitAsync(), First));
        Done(await world.EscalationDesk.AnswerAsync(1001, null, 1, "Firefox", Sam, Cancel));
        Done(await world.EscalationDesk.AnswerAsync(1001, null, 1, "Safari", Sam, Cancel));
        var back = Done(await world.EscalationDesk.AnswerAsync(1001, null, 1, null, Sam, Cancel));
        Assert.True(back.EngineersAsk[0].IsOpen);
        var log = Done(await world.EscalationDesk.FindAsync(1, Eve, Cancel)).Log.Where(entry => entry.Kind == EscalationLogKind.Answered).Select(entry => entry.Text);
        Assert.Equal([$"answered “{First}”: Firefox", $"changed the answer to “{First}”: Safari", $"took back the answer to “{First}”"], log);
        Assert.Equal(2, back.Activity.Count(entry => entry.Kind == TicketActivityKind.AnswerGiven && entry.Text.Contains(First, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Please send us the API key.")]
    [InlineData("Can you paste your key here?")]
    public async Task Question_AskingForAKey_IsRefusedByName(string text)
    {
        var refused = await AskAsync(await SubmitAsync(), First, text);
        Assert.Equal("ask[1]", Field(refused));
        Assert.Equal(EscalationStatus.Submitted, Done(await world.EscalationDesk.FindAsync(1, Eve, Cancel)).Escalation.Status);
    }

    [Fact]
    public async Task Questions_EmptyTooLongTooManyOrMisplaced_AreRefusedByName()
    {
        var escalation = await SubmitAsync();
        Assert.Equal("ask[0]", Field(await AskAsync(escalation, "  ")));
        Assert.Equal("ask[0]", Field(await AskAsync(escalation, new string('x', 501))));
        Assert.Equal("ask", Field(await AskAsync(escalation, "1", "2", "3", "4", "5", "6")));
        Assert.Equal("ask", Field(await world.EscalationDesk.PatchAsync(1, 1, new() { Status = EscalationStatus.Accepted, Ask = [First] }, Eve, Cancel)));
        Done(await AskAsync(escalation, First));
        Assert.Equal("answer", Field(await world.EscalationDesk.AnswerAsync(1001, null, 1, " ", Sam, Cancel)));
        Assert.Equal("answer", Field(await world.EscalationDesk.AnswerAsync(1001, null, 1, new string('x', 4001), Sam, Cancel)));
        Assert.IsType<Refusal.NotFound>((await world.EscalationDesk.AnswerAsync(1001, null, 7, "x", Sam, Cancel)).Refusal);
        Assert.IsType<Refusal.NotFound>((await world.EscalationDesk.AnswerAsync(1, null, 1, "x", Sam, Cancel)).Refusal);
    }

    [Fact]
    public async Task Answer_HoldingAKey_IsMaskedAndSaidSo()
    {
        Done(await AskAsync(await SubmitAsync(), First));
        var key = string.Concat(Enumerable.Repeat("MS0xMjM0NTY3ODkw", 3)) + "-uk1";
        var answered = Done(await world.EscalationDesk.AnswerAsync(1001, null, 1, $"It is {key}", Sam, Cancel));
        Assert.True(answered.KeyWasMasked);
        Assert.DoesNotContain(key, answered.EngineersAsk[0].Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ToAPastVersionOrWithoutPermission_IsRefused()
    {
        Done(await AskAsync(await SubmitAsync(), First));
        Assert.IsType<Refusal.Stale>((await world.EscalationDesk.AnswerAsync(1001, 1, 1, "x", Sam, Cancel)).Refusal);
        Assert.Equal(Permission.WriteTickets, Assert.IsType<Refusal.Denied>((await world.EscalationDesk.AnswerAsync(1001, null, 1, "x", Nobody, Cancel)).Refusal).Needed);
        Assert.True((await TicketAsync()).EngineersAsk[0].IsOpen);
    }

    [Fact]
    public async Task Answer_WhileSomebodyIsFaster_IsTriedAgainOnTheNewerTicket()
    {
        Done(await AskAsync(await SubmitAsync(), First));
        world.Escalations.BeforeWrite = async () => Done(await world.Desk.AddNoteAsync(1001, "Called them.", Kim, Cancel));
        var answered = Done(await world.EscalationDesk.AnswerAsync(1001, null, 1, "Firefox", Sam, Cancel));
        Assert.Equal(("Firefox", 1), (answered.EngineersAsk[0].Answer, answered.Notes.Count));
    }

    [Fact]
    public async Task Resolved_WithoutAnAnswer_AsksNobodyAnyMore()
    {
        var asked = Done(await AskAsync(await SubmitAsync(), First));
        var resolved = Done(await world.EscalationDesk.PatchAsync(1, asked.Escalation.Version, new() { Status = EscalationStatus.Resolved }, Eve, Cancel));
        Assert.False(resolved.Escalation.Asked[0].IsOpen);
        var ticket = await TicketAsync();
        Assert.Empty(ticket.EngineersAsk);
        Assert.DoesNotContain(First, ticket.Reply!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Askable_LeavesOutWhatEventsAnswerAndTheOtherEhr()
    {
        await SubmitAsync();
        var before = Done(await world.EscalationDesk.AskableAsync(1, Eve, Cancel));
        Assert.Contains("patientSearch", before);
        Assert.DoesNotContain("ehr", before);
        Assert.DoesNotContain("migrated", before);
        Assert.DoesNotContain("nookalKeyType", before);
        Assert.Contains("clinikoSuffix", before);

        world.Clinic = world.Clinic! with
        {
            KeyHistory = [new() { SavedAt = world.Clock.GetUtcNow(), Fingerprint = "fp-1", Suffix = "uk1" }],
            RecentSearches = [new(world.Clock.GetUtcNow(), 4, null)],
        };

        var after = Done(await world.EscalationDesk.AskableAsync(1, Eve, Cancel));
        Assert.DoesNotContain("clinikoSuffix", after);
        Assert.DoesNotContain("keyReentered", after);
        Assert.Contains("moticsRole", after);
    }

    private Task<Outcome<EscalationView>> AskAsync(EscalationView view, params string[] texts) =>
        world.EscalationDesk.PatchAsync(1, view.Escalation.Version, new() { Status = EscalationStatus.NeedsInfo, Questions = ["patientSearch"], Ask = texts }, Eve, Cancel);

    private async Task<Outcome<EscalationView>> SendAsync() =>
        await world.EscalationDesk.PatchAsync(1, Done(await world.EscalationDesk.FindAsync(1, Sam, Cancel)).Escalation.Version, new() { Status = EscalationStatus.Submitted }, Sam, Cancel);

    private async Task<EscalationView> SubmitAsync()
    {
        await world.OpenReadyAsync();
        return Done(await world.EscalationDesk.SubmitAsync(1001, false, null, Sam, Cancel));
    }

    private Task<TicketView> TicketAsync() => world.NowAsync(1001);

    private static IReadOnlyList<string> Missing(Outcome<EscalationView> outcome) => Assert.IsType<Refusal.Incomplete>(outcome.Refusal).Missing;
}
