using Bunit;
using Microsoft.Extensions.Logging.Abstractions;
using Motics.Support.Portal.Components.Layout;
using Motics.Support.Portal.Live;

namespace Motics.Support.Portal.Tests.Components;

public sealed class EventPulseTests : PortalBunit
{
    [Fact]
    public void LiveChip_NoEventEver_SaysSo() => Assert.Equal("No events yet", Words(Render<LiveChip>()));

    [Fact]
    public void LiveChip_JustStarted_KnowsTheNewestEventFromBefore()
    {
        NewestEvent = Start.AddSeconds(-40);

        Assert.Equal("Events live, 40 s ago", Words(Render<LiveChip>()));
    }

    [Fact]
    public void LiveChip_EventsCome_FollowsThem()
    {
        NewestEvent = Start.AddSeconds(-40);
        var chip = Render<LiveChip>();
        NewestEvent = Start.AddSeconds(3);

        Clock.Advance(TimeSpan.FromSeconds(10));

        chip.WaitForAssertion(() => Assert.Equal("Events live, 7 s ago", Words(chip)));
    }

    [Fact]
    public void LiveChip_LongSilence_Warns()
    {
        NewestEvent = Start.AddMinutes(-9);
        var chip = Render<LiveChip>();

        Assert.Equal("No events for 9 min", Words(chip));
        Assert.Contains("warn", chip.Find(".chip").ClassList);
    }

    [Fact]
    public async Task EventPulse_ManyPagesAsk_ReadsOnce()
    {
        var reads = 0;
        var pulse = new EventPulse(_ => { reads++; return Task.FromResult<DateTimeOffset?>(Start); }, Clock, NullLogger<EventPulse>.Instance);
        await pulse.NowAsync();
        await pulse.NowAsync();
        Assert.Equal(1, reads);

        Clock.Advance(EventPulse.Age);
        await pulse.NowAsync();

        Assert.Equal(2, reads);
    }

    [Fact]
    public async Task EventPulse_DatabaseDoesNotAnswer_ClaimsNothing()
    {
        var pulse = new EventPulse(_ => throw new InvalidOperationException("database is gone"), Clock, NullLogger<EventPulse>.Instance);

        Assert.False((await pulse.NowAsync()).Known);
    }

    private static string Words(IRenderedComponent<LiveChip> chip) => chip.Find(".chip-words").TextContent;
}
