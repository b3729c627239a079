using Microsoft.Extensions.Time.Testing;
using Motics.Support.Core;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Portal.Components.Tickets;
using Motics.Support.Portal.Components.Tickets.Opening;

namespace Motics.Support.Portal.Tests.Components.Tickets;

public sealed class TicketHoldTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly Person Anna = new("anna", "Anna");

    private readonly FakeTimeProvider clock = new(Now);
    private readonly List<string> reported = [];
    private readonly TicketHold hold;
    private Outcome<TicketView> stored = View(3);

    public TicketHoldTests() => hold = new TicketHold(View(1), clock, (_, reference) => reported.Add(reference));

    public void Dispose() => hold.Dispose();

    [Fact]
    public async Task TicketHold_Kept_ShowsTheAnswerAndWhenItWasSaved()
    {
        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.True(await ChangeAsync((version, _) => Task.FromResult<Outcome<TicketView>>(View(version + 1))));
        Assert.Equal(2, hold.View.Ticket.Version);
        Assert.Equal(Now.AddSeconds(5), hold.SavedAt);
        Assert.False(hold.Saving);
    }

    [Fact]
    public async Task TicketHold_Stale_ShowsWhatCameBetweenAndKeepsTheChange()
    {
        Assert.False(await ChangeAsync((_, _) => Task.FromResult<Outcome<TicketView>>(new Refusal.Stale(3, ["Anna closed the ticket"]))));
        Assert.Equal("Key re-entered: no", hold.Held?.What);
        Assert.Equal(["Anna closed the ticket"], hold.CameBetween);
        Assert.Equal(3, hold.View.Ticket.Version);
        Assert.Null(hold.SavedAt);
    }

    [Fact]
    public async Task TicketHold_ChangeFails_StaysAsItIsAndSaysTheReferenceThatTheLogHas()
    {
        Assert.False(await ChangeAsync((_, _) => throw new IOException("The disk is full.")));

        Assert.Equal(hold.FailedReference, Assert.Single(reported));
        Assert.Equal("Key re-entered: no", hold.RefusedWhat);
        Assert.Equal((1, false), (hold.View.Ticket.Version, hold.Saving));

        Assert.True(await ChangeAsync((version, _) => Task.FromResult<Outcome<TicketView>>(View(version + 1))));
        Assert.Null(hold.FailedReference);
    }

    [Fact]
    public async Task TicketHold_AppliedAgain_AsksWithTheNewVersionAndForgetsWhatCameBetween()
    {
        var asked = new List<int>();
        await ChangeAsync((version, _) =>
        {
            asked.Add(version);
            return Task.FromResult<Outcome<TicketView>>(version == 1 ? new Refusal.Stale(3, ["Anna closed the ticket"]) : View(version + 1));
        });

        Assert.True(await hold.ChangeAsync(hold.Held!, _ => Task.FromResult(stored), TestContext.Current.CancellationToken));
        Assert.Equal([1, 3], asked);
        Assert.Null(hold.Held);
        Assert.Empty(hold.CameBetween);
    }

    [Fact]
    public async Task TicketHold_RefusedForAnotherReason_SaysWhatAndKeepsWhatIsShown()
    {
        Assert.False(await ChangeAsync((_, _) => Task.FromResult<Outcome<TicketView>>(new Refusal.Conflict("It is closed."))));
        Assert.IsType<Refusal.Conflict>(hold.Refused);
        Assert.Equal("Key re-entered: no", hold.RefusedWhat);
        Assert.Null(hold.Held);
        Assert.Equal(1, hold.View.Ticket.Version);
    }

    [Fact]
    public async Task TicketHold_TwoAtOnce_SendsTheSecondWithTheVersionOfTheFirst()
    {
        var first = new TaskCompletionSource<Outcome<TicketView>>();
        var asked = new List<int>();
        var one = ChangeAsync((version, _) => { asked.Add(version); return first.Task; });
        var two = ChangeAsync((version, _) => { asked.Add(version); return Task.FromResult<Outcome<TicketView>>(View(version + 1)); });
        Assert.Equal([1], asked);

        first.SetResult(View(2));

        Assert.True(await one);
        Assert.True(await two);
        Assert.Equal([1, 2], asked);
    }

    [Fact]
    public async Task TicketHold_HeldChange_SurvivesAnotherThatIsKept()
    {
        await ChangeAsync((_, _) => Task.FromResult<Outcome<TicketView>>(new Refusal.Stale(3, ["Anna closed the ticket"])));
        Assert.True(await ChangeAsync((version, _) => Task.FromResult<Outcome<TicketView>>(View(version + 1))));
        Assert.NotNull(hold.Held);
    }

    // What was typed for a change is needed until it was kept or given up, and not a moment longer.
    [Fact]
    public async Task TicketHold_Over_IsSaidOnceTheChangeIsKeptOrGivenUp()
    {
        var over = 0;
        Outcome<TicketView> answer = new Refusal.Stale(3, ["Anna closed the ticket"]);
        var fails = true;
        var request = new TicketChangeRequest("the subject", (_, _) => fails ? throw new IOException("The disk is full.") : Task.FromResult(answer), () => { over++; return Task.CompletedTask; });
        Task<bool> Ask() => hold.ChangeAsync(request, _ => Task.FromResult(stored), TestContext.Current.CancellationToken);

        Assert.False(await Ask());
        fails = false;
        Assert.False(await Ask());
        Assert.Equal(0, over);

        await hold.DropAsync();
        Assert.Equal((1, null), (over, hold.Held));

        answer = View(4);
        Assert.True(await Ask());
        Assert.Equal(2, over);
    }

    [Fact]
    public void TicketHold_Refresh_IgnoresAReadingThatWasOvertaken()
    {
        hold.Refresh(View(4));
        hold.Refresh(View(2));

        Assert.Equal(4, hold.View.Ticket.Version);
    }

    [Fact]
    public async Task TicketHold_MaskedKey_StaysToldUntilItIsPutAside()
    {
        await ChangeAsync((_, _) => Task.FromResult<Outcome<TicketView>>(View(2) with { KeyWasMasked = true }));
        await ChangeAsync((_, _) => Task.FromResult<Outcome<TicketView>>(View(3)));
        Assert.True(hold.KeyWasMasked);

        hold.PutAside();

        Assert.False(hold.KeyWasMasked);
    }

    private Task<bool> ChangeAsync(Func<int, CancellationToken, Task<Outcome<TicketView>>> run) =>
        hold.ChangeAsync(new TicketChangeRequest("Key re-entered: no", run), _ => Task.FromResult(stored), TestContext.Current.CancellationToken);

    internal static TicketView View(int version)
    {
        var organisation = new OrganisationDetail { Id = "harbour", Ehr = Ehr.Cliniko };
        var facts = CaseFacts.Of(organisation, null, Now);
        var evaluation = PlaybookLoader.Embedded.Evaluate(facts);
        return new TicketView
        {
            Ticket = new Ticket
            {
                Number = 1001,
                OrganisationId = "harbour",
                Subject = "No patients",
                Version = version,
                CreatedAt = Now,
                CreatedBy = Anna,
                UpdatedAt = Now,
                TouchedAt = Now,
            },
            Organisation = organisation,
            Case = facts,
            Evaluation = evaluation,
            Plan = NextQuestion.Plan(PlaybookLoader.Embedded, facts, evaluation),
            Reply = new("", ""),
        };
    }
}
