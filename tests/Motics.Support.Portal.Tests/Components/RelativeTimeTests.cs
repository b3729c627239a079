using Bunit;
using Motics.Support.Portal.Components.Shared;

namespace Motics.Support.Portal.Tests.Components;

public sealed class RelativeTimeTests : PortalBunit
{
    [Fact]
    public void RelativeTime_Rendered_HasMachineTimeAndExactTimeOnFocus()
    {
        var time = Render<RelativeTime>(parameters => parameters.Add(part => part.At, Start.AddMinutes(-19))).Find("time");

        Assert.Equal("19 min ago", time.TextContent);
        Assert.Equal("2026-11-24T09:12:00Z", time.GetAttribute("datetime"));
        Assert.Equal("Tue 24 Nov 2026, 09:12:00 UTC", time.GetAttribute("data-tip"));
        Assert.Equal("0", time.GetAttribute("tabindex"));
    }

    [Fact]
    public void RelativeTime_TimePasses_WordsFollow()
    {
        var part = Render<RelativeTime>(parameters => parameters.Add(part => part.At, Start.AddMinutes(-19)));

        Clock.Advance(TimeSpan.FromMinutes(2));

        part.WaitForAssertion(() => Assert.Equal("21 min ago", part.Find("time").TextContent));
    }

    [Fact]
    public void RelativeTime_SameWords_IsNotDrawnAgain()
    {
        var part = Render<RelativeTime>(parameters => parameters.Add(part => part.At, Start.AddHours(-5)));

        Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(1, part.RenderCount);
    }

    [Fact]
    public void RelativeTime_ClinicZoneKnown_HintHasItsTimeToo()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Australia/Sydney");
        var part = Render<RelativeTime>(parameters => parameters.Add(part => part.At, Start).AddCascadingValue("ClinicZone", zone));

        Assert.Equal("Tue 24 Nov 2026, 09:31:00 UTC\nTue 24 Nov, 20:31 at the clinic", part.Find("time").GetAttribute("data-tip"));
    }

    [Fact]
    public void TickingClock_LastListenerGone_StopsCalling()
    {
        using var clock = new TickingClock(Clock);
        var calls = 0;
        var listening = clock.Subscribe(() => calls++);
        Clock.Advance(TimeSpan.FromSeconds(10));
        listening.Dispose();
        Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(2, calls);
    }
}
