using Motics.Support.Portal.Components.Wording;

namespace Motics.Support.Portal.Tests.Components;

public sealed class TimesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 31, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, "just now")]
    [InlineData(44, "just now")]
    [InlineData(46, "1 min ago")]
    [InlineData(19 * 60, "19 min ago")]
    [InlineData(3 * 3600, "3 h ago")]
    [InlineData(25 * 3600, "1 day ago")]
    [InlineData(6 * 86400, "6 days ago")]
    [InlineData(40 * 86400, "15 Oct")]
    [InlineData(400 * 86400, "20 Oct 2025")]
    [InlineData(-300, "in 5 min")]
    public void Ago_Age_IsSaidInOneUnit(int seconds, string expected) =>
        Assert.Equal(expected, Times.Ago(Now.AddSeconds(-seconds), Now));

    [Theory]
    [InlineData(0, "1 min")]
    [InlineData(7, "7 min")]
    [InlineData(61, "1 h")]
    [InlineData(1440, "1 day")]
    [InlineData(288 * 1440, "288 days")]
    [InlineData(1500 * 1440, "1,500 days")]
    public void Span_Length_IsSaidInOneUnit(int minutes, string expected) =>
        Assert.Equal(expected, Times.Span(TimeSpan.FromMinutes(minutes)));

    [Theory]
    [InlineData(0, "for 1 min")]
    [InlineData(7 * 60, "for 7 h")]
    [InlineData(27 * 1440, "for 27 days")]
    public void For_Length_IsSaidAsLasting(int minutes, string expected) =>
        Assert.Equal(expected, Times.For(Now.AddMinutes(-minutes), Now));

    [Fact]
    public void Exact_AnyOffset_IsInUtc() =>
        Assert.Equal("Tue 24 Nov 2026, 09:31:00 UTC", Times.Exact(Now.ToOffset(TimeSpan.FromHours(10))));

    [Theory]
    [InlineData("2026-11-24T09:05:00Z", "Tue 24 Nov, 09:05", "09:05")]
    [InlineData("2026-11-23T17:10:00Z", "Mon 23 Nov, 17:10", "Mon 17:10")]
    [InlineData("2026-02-03T11:20:00Z", "3 Feb, 11:20", "3 Feb 11:20")]
    [InlineData("2025-02-03T11:20:00Z", "3 Feb 2025, 11:20", "3 Feb 2025")]
    public void DateAndTime_Moment_IsAsShortAsItsAgeAllows(string at, string table, string margin)
    {
        var moment = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(table, Times.DateAndTime(moment, Now));
        Assert.Equal(margin, Times.Margin(moment, Now));
    }
}
