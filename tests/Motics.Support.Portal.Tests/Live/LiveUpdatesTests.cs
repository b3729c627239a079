using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Motics.Support.Data.Live;
using Motics.Support.Portal.Live;

namespace Motics.Support.Portal.Tests.Live;

public sealed class LiveUpdatesTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly LiveUpdates _live;

    public LiveUpdatesTests() => _live = new LiveUpdates(_clock, NullLogger<LiveUpdates>.Instance);

    [Fact]
    public void Subscriber_ManyChanges_IsCalledOnceAfterTheThrottle()
    {
        var calls = 0;
        using var subscription = Listen(LiveTopic.Organisation("harbour"), () => calls++);

        for (var change = 0; change < 50; change++)
        {
            _live.Hear([LiveTopic.Organisation("harbour")]);
        }

        Assert.Equal(0, calls);
        _clock.Advance(LiveUpdates.Throttle);
        Assert.Equal(1, calls);
    }

    [Fact]
    public void Subscriber_ChangeAfterACall_IsCalledAgain()
    {
        var calls = 0;
        using var subscription = Listen(LiveTopic.Ticket(7), () => calls++);

        _live.Hear([LiveTopic.Ticket(7)]);
        _clock.Advance(LiveUpdates.Throttle);
        _live.Hear([LiveTopic.Ticket(7)]);
        _clock.Advance(LiveUpdates.Throttle);

        Assert.Equal(2, calls);
    }

    [Fact]
    public void Subscriber_ChangeOfSomethingElse_IsNotCalled()
    {
        var calls = 0;
        using var subscription = Listen(LiveTopic.Organisation("harbour"), () => calls++);

        _live.Hear([LiveTopic.Organisation("bay")]);
        _live.Hear([LiveTopic.Ticket(7)]);
        _clock.Advance(LiveUpdates.Throttle);

        Assert.Equal(0, calls);
    }

    [Fact]
    public void SubscriberOfAnything_AnyChange_IsCalled()
    {
        var calls = 0;
        using var subscription = Listen(LiveTopic.Anything, () => calls++);

        _live.Hear([LiveTopic.Organisation("bay")]);
        _live.Hear([LiveTopic.Ticket(7)]);
        _live.Hear([LiveTopic.Escalation(1)]);
        _clock.Advance(LiveUpdates.Throttle);

        Assert.Equal(1, calls);
    }

    [Fact]
    public void SubscriberOfAnOrganisation_TroubleAtAProvider_IsCalled()
    {
        var calls = 0;
        using var subscription = Listen(LiveTopic.Organisation("harbour"), () => calls++);

        _live.Hear([LiveTopic.OfTarget("incident:down")!.Value]);
        _clock.Advance(LiveUpdates.Throttle);

        Assert.Equal(1, calls);
    }

    [Fact]
    public void SubscriberOfAnything_SomebodyComesOrGoes_IsNotCalled()
    {
        var calls = 0;
        using var subscription = Listen(LiveTopic.Anything, () => calls++);

        _live.Hear([LiveTopic.Presence("ticket:7")]);
        _clock.Advance(LiveUpdates.Throttle);

        Assert.Equal(0, calls);
    }

    [Fact]
    public void Subscription_Disposed_IsForgotten()
    {
        var calls = 0;
        var subscription = Listen(LiveTopic.Ticket(7), () => calls++);
        _live.Hear([LiveTopic.Ticket(7)]);

        subscription.Dispose();
        _clock.Advance(LiveUpdates.Throttle);

        Assert.Equal(0, calls);
        Assert.Equal(0, _live.TopicCount);
    }

    [Fact]
    public void Subscriber_ChangeWhileItRuns_IsCalledAgainAndNeverTwiceAtOnce()
    {
        var (running, most, calls) = (0, 0, 0);
        var gate = new TaskCompletionSource();
        using var subscription = _live.Subscribe(LiveTopic.Ticket(7), async () =>
        {
            most = Math.Max(most, ++running);
            calls++;
            await gate.Task;
            running--;
        });

        _live.Hear([LiveTopic.Ticket(7)]);
        _clock.Advance(LiveUpdates.Throttle);
        _live.Hear([LiveTopic.Ticket(7)]);
        _clock.Advance(LiveUpdates.Throttle);
        Assert.Equal(1, calls);
        gate.SetResult();
        _clock.Advance(LiveUpdates.Throttle);

        Assert.Equal((2, 1), (calls, most));
    }

    [Fact]
    public void Subscriber_ThatFails_IsCalledAgainNextTime()
    {
        var calls = 0;
        using var subscription = _live.Subscribe(LiveTopic.Ticket(7), () => ++calls == 1 ? throw new InvalidOperationException("broken page") : Task.CompletedTask);

        _live.Hear([LiveTopic.Ticket(7)]);
        _clock.Advance(LiveUpdates.Throttle);
        _live.Hear([LiveTopic.Ticket(7)]);
        _clock.Advance(LiveUpdates.Throttle);

        Assert.Equal(2, calls);
    }

    private IDisposable Listen(LiveTopic topic, Action heard) => _live.Subscribe(topic, () =>
    {
        heard();
        return Task.CompletedTask;
    });
}
