namespace Motics.Support.Core.Migration;

/// <summary>How long it took from the migration to the first success after it: the bars of the distribution, and a filter.</summary>
public enum ReturnTime { WithinHour, WithinDay, OneToTwoDays, TwoToFourDays, FourToSevenDays, OneToTwoWeeks, TwoToFourWeeks, Longer }

/// <summary>Where the bars begin and end.</summary>
public static class ReturnTimes
{
    private static readonly TimeSpan[] Ends =
        [TimeSpan.FromHours(1), TimeSpan.FromDays(1), TimeSpan.FromDays(2), TimeSpan.FromDays(4), TimeSpan.FromDays(7), TimeSpan.FromDays(14), TimeSpan.FromDays(28)];

    /// <summary>Where a bar begins, within.</summary>
    public static TimeSpan Start(this ReturnTime time) => time == 0 ? TimeSpan.Zero : Ends[(int)time - 1];

    /// <summary>Where it ends, not within; null for the last.</summary>
    public static TimeSpan? End(this ReturnTime time) => time == ReturnTime.Longer ? null : Ends[(int)time];
}
