using Motics.Support.Core;

namespace Motics.Support.Simulator.Telling;

/// <summary>The dates that all clinics share, counted back from the moment at which the stories end.</summary>
public sealed class Almanac
{
    /// <summary>Waves that have been migrated; one more is still to come.</summary>
    public const int Waves = 4;

    private static readonly TimeSpan History = TimeSpan.FromDays(35);

    /// <param name="now">When the stories end; cut to the millisecond, as the console keeps times.</param>
    public Almanac(DateTimeOffset now)
    {
        Now = Moment.Kept(now);
        Start = Now - History;
        LastWave = Evening(Now.AddDays(-2), DayOfWeek.Tuesday);
        var afternoon = Evening(Now.AddDays(-11), DayOfWeek.Thursday).AddHours(-9);
        PastOutage = (afternoon, afternoon.AddHours(3.5));
    }

    public DateTimeOffset Now { get; }

    /// <summary>First day with ordinary traffic; what came before is set-up only.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>When the shard that is down now went down.</summary>
    public DateTimeOffset OutageSince => Now.AddMinutes(-43);

    /// <summary>When the slow shard began to be slow.</summary>
    public DateTimeOffset SlowSince => Now.AddMinutes(-26);

    /// <summary>The outage that is over.</summary>
    public (DateTimeOffset Since, DateTimeOffset Until) PastOutage { get; }

    private DateTimeOffset LastWave { get; }

    /// <summary>Start of a wave, from 1 to <see cref="Waves"/>: Tuesday evenings, a week apart.</summary>
    public DateTimeOffset StartOfWave(int wave) => LastWave.AddDays(-7 * (Waves - wave));

    /// <summary>Eight in the evening UTC on the last such weekday that is over at <paramref name="latest"/>.</summary>
    private static DateTimeOffset Evening(DateTimeOffset latest, DayOfWeek weekday)
    {
        var evening = new DateTimeOffset(latest.UtcDateTime.Date, TimeSpan.Zero).AddHours(20);
        while (evening > latest || evening.DayOfWeek != weekday)
            evening = evening.AddDays(-1);
        return evening;
    }
}
