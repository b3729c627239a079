using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Shared.Times;
using Motics.Support.Portal.Components.Wording;

namespace Motics.Support.Portal.Tests.Components;

public sealed class RelativeTimeTests : PortalBunit
{
    private ViewerZone Viewer => Services.GetRequiredService<ViewerZone>();

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
    public void RelativeTime_ViewerElsewhere_IsInTheirTimeWithTheClinicsAndUtcInTheHint()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Australia/Sydney");
        Viewer.Use("America/New_York");
        var part = Render<RelativeTime>(parameters => parameters.Add(part => part.At, Start).Add(part => part.Say, Times.DateAndTime).AddCascadingValue("ClinicZone", zone));

        Assert.Equal("Tue 24 Nov, 04:31", part.Find("time").TextContent);
        Assert.Equal("Tue 24 Nov 2026, 04:31:00 your time\nTue 24 Nov, 20:31 at the clinic\nTue 24 Nov 2026, 09:31:00 UTC", part.Find("time").GetAttribute("data-tip"));
        Assert.Equal("2026-11-24T09:31:00Z", part.Find("time").GetAttribute("datetime"));
    }

    [Fact]
    public void RelativeTime_ZoneBecomesKnown_FollowsAtOnce()
    {
        var part = Render<RelativeTime>(parameters => parameters.Add(part => part.At, Start.AddHours(-10)).Add(part => part.Say, Times.Margin));
        var relative = Render<RelativeTime>(parameters => parameters.Add(part => part.At, Start.AddHours(-10)));
        Assert.Equal("Mon 23:31", part.Find("time").TextContent);

        Viewer.Use("Australia/Adelaide");

        part.WaitForAssertion(() => Assert.Equal("10:01", part.Find("time").TextContent));
        relative.WaitForAssertion(() => Assert.Contains("10:01:00 your time", relative.Find("time").GetAttribute("data-tip"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Europe/Berlin", "your time, UTC+1")]
    [InlineData("Australia/Adelaide", "your time, UTC+10:30")]
    [InlineData("America/St_Johns", "your time, UTC−3:30")]
    [InlineData("Etc/UTC", "times in UTC")]
    [InlineData("Nowhere/Land", "times in UTC")]
    [InlineData("../../etc/passwd", "times in UTC")]
    [InlineData("", "times in UTC")]
    [InlineData(null, "times in UTC")]
    public void ViewerZone_Name_IsTakenWhenItIsKnown(string? name, string note)
    {
        Viewer.Use(name);

        Assert.Equal(note, Render<ZoneNote>().Find("span").TextContent);
    }

    // The timer's thread is one of the pool: what is thrown there ends the process.
    [Fact]
    public void TickingClock_ListenerThatThrows_StopsNeitherTheClockNorTheOthers()
    {
        using var clock = new TickingClock(Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<TickingClock>.Instance);
        var calls = 0;
        using var broken = clock.Subscribe(() => throw new InvalidOperationException("x"));
        using var listening = clock.Subscribe(() => calls++);
        Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(2, calls);
    }

    [Fact]
    public void TickingClock_LastListenerGone_StopsCalling()
    {
        using var clock = new TickingClock(Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<TickingClock>.Instance);
        var calls = 0;
        var listening = clock.Subscribe(() => calls++);
        Clock.Advance(TimeSpan.FromSeconds(10));
        listening.Dispose();
        Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(2, calls);
    }
}
