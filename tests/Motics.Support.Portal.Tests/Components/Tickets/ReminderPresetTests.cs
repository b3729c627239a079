using Motics.Support.Portal.Components.Tickets;
using Motics.Support.Portal.Components.Tickets.Asking;

namespace Motics.Support.Portal.Tests.Components.Tickets;

public sealed class ReminderPresetTests
{
    private static readonly TimeZoneInfo Sydney = TimeZoneInfo.FindSystemTimeZoneById("Australia/Sydney");

    [Fact]
    public void ReminderPreset_TomorrowMorning_IsNineOnTheAgentsClock()
    {
        // Late on Tuesday in London is Wednesday morning in Sydney: tomorrow is Thursday there.
        var presets = ReminderPreset.All(new DateTimeOffset(2026, 11, 24, 22, 0, 0, TimeSpan.Zero), Sydney);

        Assert.Equal(new DateTimeOffset(2026, 11, 25, 22, 0, 0, TimeSpan.Zero), presets.Single(preset => preset.Label == "Tomorrow morning").At);
        Assert.Equal("Thu 26 Nov, 09:00", presets.Single(preset => preset.Label == "Tomorrow morning").Shown(Sydney));
    }

    [Theory]
    [InlineData("2026-11-29", 2)]
    [InlineData("2026-11-27", 3)]
    [InlineData("2026-11-30", 3)]
    public void ReminderPreset_Monday_IsOfferedUnlessItIsTomorrow(string today, int offered) =>
        Assert.Equal(offered, ReminderPreset.All(DateTimeOffset.Parse(today + "T10:00Z", System.Globalization.CultureInfo.InvariantCulture), TimeZoneInfo.Utc).Count);

    [Fact]
    public void ReminderPreset_AnHourThatTheClocksSkip_IsTakenAnHourLater() =>
        Assert.Equal(new DateTimeOffset(2026, 10, 3, 16, 30, 0, TimeSpan.Zero), ReminderPreset.InZone(new DateTime(2026, 10, 4, 2, 30, 0), Sydney));
}
