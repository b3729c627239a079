using Motics.Support.Core.Migration;

namespace Motics.Support.Core.Tests.Migration;

public sealed class MigrationSentenceTests
{
    private static readonly MigrationStanding Demo = new()
    {
        Matching = 306,
        Moved = 280,
        Works = 168,
        NotBack = 79,
        NotBackAWeekAgo = 144,
        MovedThisWeek = 77,
        StopsAt = (0.71, 0.73),
        Outlook = new MigrationOutlook.Stalls(new(2026, 12, 18), 44, 61),
        FirstReasons = ["fix-key", "reconnect", "repeated-key-error"],
        HeldUp = 83,
    };

    [Fact]
    public void Of_Many_SaysHowManyHowItGoesAndWhatHoldsThemUp() => Assert.Equal(
        "280 moved: 168 work, 112 do not. 79 have not been back once, 65 fewer than a week ago, but every wave that is over a week old stops at about 72 %. "
        + "If nothing changes, 44 to 61 are still out on 18 Dec. Three reasons hold up 83 of them (74 %).",
        Text(Demo));

    [Fact]
    public void Of_Many_EachCountOfOrganisationsOpensThem()
    {
        var asked = new MigrationQuery { Wave = "2" };

        var opened = MigrationSentence.Of(Demo, asked).Where(part => part.Opens is not null).Select(part => $"{part.Text} {part.Opens!.Write().Write()}");

        Assert.Equal(
            [
                $"280 {MigrationNumbers.Moved(asked).Write().Write()}",
                "168 migrationState=connected&wave=2",
                $"112 {MigrationNumbers.DoNotWork(asked).Write().Write()}",
                $"79 {MigrationNumbers.Back(asked, false).Write().Write()}",
                $"83 {(MigrationNumbers.DoNotWork(asked) with { Reasons = ["fix-key", "reconnect", "repeated-key-error"] }).Write().Write()}",
            ],
            opened);
    }

    [Fact]
    public void Of_HundredThousand_SeparatesThousands() => Assert.StartsWith(
        "100,000 moved: 60,000 work, 40,000 do not. 31,000 have not been back once, 1,000 more than a week ago (25,000 were moved since).",
        Text(new() { Matching = 120_000, Moved = 100_000, Works = 60_000, NotBack = 31_000, NotBackAWeekAgo = 30_000, MovedThisWeek = 25_000 }),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 0, "There is no organisation to count.")]
    [InlineData(1, 0, "The one organisation here was not moved, or there is nothing to reconnect.")]
    [InlineData(26, 0, "None of these 26 organisations was moved, or there is nothing to reconnect.")]
    [InlineData(4, 1, "The one clinic that was moved works.")]
    [InlineData(4, 2, "Both clinics that were moved work.")]
    [InlineData(280, 280, "All 280 that were moved work.")]
    public void Of_NothingWrong_SaysSoAndNoMore(int matching, int moved, string expected) =>
        Assert.Equal(expected, Text(new() { Matching = matching, Moved = moved, Works = moved, NotBack = 0, NotBackAWeekAgo = 3, StopsAt = (0.7, 0.7), Outlook = new MigrationOutlook.TooEarly() }));

    [Fact]
    public void Of_OneThatNeverWorked_SpeaksOfOne() => Assert.Equal(
        "1 moved: it does not work. It has not been back once. It is too early to say when it will be back. One reason holds it up.",
        Text(new() { Matching = 1, Moved = 1, Works = 0, NotBack = 1, NotBackAWeekAgo = 1, Outlook = new MigrationOutlook.TooEarly(), FirstReasons = ["reconnect"], HeldUp = 1 }));

    [Fact]
    public void Of_OneThatStopped_IsNotCalledNeverBack() => Assert.Equal(
        "1 moved: it does not work. It worked once since the move, and stopped. One reason holds it up.",
        Text(new() { Matching = 1, Moved = 1, Works = 0, NotBack = 0, NotBackAWeekAgo = 0, FirstReasons = ["reconnect"], HeldUp = 1 }));

    [Fact]
    public void Of_Seven_UsesTheSingularWhereItIsOne() => Assert.Equal(
        "7 moved: 6 work, 1 does not. 1 has not been back once, 2 fewer than a week ago. If nothing changes, it is back between 30 Nov and 4 Dec. One reason holds it up.",
        Text(new() { Matching = 7, Moved = 7, Works = 6, NotBack = 1, NotBackAWeekAgo = 3, Outlook = new MigrationOutlook.Ends(new(2026, 11, 30), new(2026, 12, 4)), FirstReasons = ["reconnect"], HeldUp = 1 }));

    [Fact]
    public void Of_SevenOfWhichNoneWorks_HasNoNumberForNone() => Assert.Equal(
        "7 moved: none of them works. 7 have not been back once, as many as a week ago. Two reasons hold up all of the 7.",
        Text(new() { Matching = 9, Moved = 7, Works = 0, NotBack = 7, NotBackAWeekAgo = 7, FirstReasons = ["reconnect", "fix-key"], HeldUp = 7 }));

    [Fact]
    public void Of_AllWereBackOnce_SaysItOfThoseThatStopped() => Assert.Equal(
        "7 moved: 5 work, 2 do not. Each of them worked at least once since its move. Two reasons hold up all of the 2.",
        Text(new() { Matching = 7, Moved = 7, Works = 5, NotBack = 0, NotBackAWeekAgo = 0, Outlook = new MigrationOutlook.TooEarly(), FirstReasons = ["reconnect", "fix-key"], HeldUp = 2 }));

    [Fact]
    public void Of_MovedLessThanAWeekAgo_ComparesWithNothing() =>
        Assert.DoesNotContain("week ago", Text(Demo with { NotBackAWeekAgo = null }), StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 3, "If nothing changes, at most 3 are still out on 18 Dec.")]
    [InlineData(0, 1, "If nothing changes, at most 1 is still out on 18 Dec.")]
    [InlineData(1, 1, "If nothing changes, 1 is still out on 18 Dec.")]
    [InlineData(44, 44, "If nothing changes, 44 are still out on 18 Dec.")]
    [InlineData(0, 0, "If nothing changes, none of them is still out on 18 Dec.")]
    [InlineData(1044, 2061, "If nothing changes, 1,044 to 2,061 are still out on 18 Dec.")]
    public void Of_Stalling_SaysTheRange(int low, int high, string expected) =>
        Assert.Contains(expected, Text(Demo with { Outlook = new MigrationOutlook.Stalls(new(2026, 12, 18), low, high) }), StringComparison.Ordinal);

    [Theory]
    [InlineData(9, 20, "the last one is back between 9 and 20 Dec.")]
    [InlineData(9, 9, "the last one is back on 9 Dec.")]
    public void Of_Ending_SaysBetweenWhichDays(int from, int to, string expected) =>
        Assert.Contains(expected, Text(Demo with { Outlook = new MigrationOutlook.Ends(new(2026, 12, from), new(2026, 12, to)) }), StringComparison.Ordinal);

    [Fact]
    public void Of_WavesThatStopApart_SaysBetweenWhich() =>
        Assert.Contains("but the waves that are over a week old stop between 55 and 80 %.", Text(Demo with { StopsAt = (0.55, 0.8) }), StringComparison.Ordinal);

    [Theory]
    [InlineData(0.004, "under 1 %")]
    [InlineData(0.996, "over 99 %")]
    [InlineData(1, "100 %")]
    [InlineData(0, "0 %")]
    [InlineData(0.744, "74 %")]
    public void Percent_PartOfAWhole_IsNeverRoundedToAllOrNothing(double share, string expected) => Assert.Equal(expected, MigrationSentence.Percent(share));

    private static string Text(MigrationStanding standing) => MigrationSentence.Text(MigrationSentence.Of(standing, new MigrationQuery()));
}
