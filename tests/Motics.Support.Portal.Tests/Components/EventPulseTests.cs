using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Motics.Support.Portal.Components.Layout;
using Motics.Support.Portal.Live;

namespace Motics.Support.Portal.Tests.Components;

public sealed class EventPulseTests : PortalBunit
{
    private LiveUpdates Live => Services.GetRequiredService<LiveUpdates>();

    [Fact]
    public void LiveChip_NothingCameYet_DoesNotClaimThatEventsAreLive() =>
        Assert.Equal("Waiting for events", Render<LiveChip>().Find(".chip-words").TextContent);

    [Fact]
    public void LiveChip_EventsCame_SaysHowLongAgo()
    {
        var chip = Render<LiveChip>();
        Live.OrganisationsChanged(["harbour"]);

        Clock.Advance(TimeSpan.FromSeconds(10));

        chip.WaitForAssertion(() => Assert.Equal("Events live, 10 s ago", chip.Find(".chip-words").TextContent));
    }

    [Fact]
    public void LiveChip_LongSilence_Warns()
    {
        var chip = Render<LiveChip>();
        Live.OrganisationsChanged(["harbour"]);

        Clock.Advance(TimeSpan.FromMinutes(9));

        chip.WaitForAssertion(() => Assert.Equal("No events for 9 min", chip.Find(".chip-words").TextContent));
        Assert.Contains("warn", chip.Find(".chip").ClassList);
    }

    [Fact]
    public void EventPulse_TicketChanged_IsNoEvent()
    {
        using var pulse = new EventPulse(Live, Clock);
        Live.TicketChanged(1043);

        Assert.Null(pulse.LastAt);
    }
}
