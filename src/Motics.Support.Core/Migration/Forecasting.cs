namespace Motics.Support.Core.Migration;

/// <summary>Organisations of one wave that were moved on one day and came back on one day, in UTC.</summary>
/// <param name="Wave">Null when none is known.</param>
/// <param name="Moved">Day of the migration.</param>
/// <param name="Back">Day of the first success after it; null while there is none.</param>
/// <param name="Organisations">How many.</param>
public sealed record MovedGroup(string? Wave, DateOnly Moved, DateOnly? Back, int Organisations);

/// <summary>
/// Works out a forecast: of those that were out so many days after their move, which share came back on that day, over the last 14 days that are over; drawn 3,000 times,
/// the share within what so few returns leave open, for those that are out now. A straight line would be wrong: every wave comes back fast and then hardly at all.
/// </summary>
public sealed class Forecasting
{
    /// <summary>Days that returns are counted over.</summary>
    public const int Window = 14;

    /// <summary>Fewer returns in them say nothing.</summary>
    public const int FewestReturns = 10;

    /// <summary>How far it looks, in days.</summary>
    public const int Horizon = 60;

    private const int Draws = 3000;
    private const int SpokenOf = 28;
    private const ulong Seed = 20261124;

    // Ages in days from which one share holds until the next: early days differ, late ones hardly.
    private static readonly int[] Ages = [0, 1, 2, 3, 4, 7, 14, 28];

    private readonly int[] returns = new int[Ages.Length];
    private readonly int[] outThen = new int[Ages.Length];
    private readonly int[] outNow = new int[Ages[^1] + 1];
    private readonly DateOnly today;

    private Forecasting(IReadOnlyList<MovedGroup> groups, DateOnly today)
    {
        this.today = today;
        foreach (var group in groups)
        {
            for (var day = today.AddDays(-Window); day < today; day = day.AddDays(1))
                Look(group, day);
            if (group.Back is null && group.Moved <= today)
                outNow[Math.Min(today.DayNumber - group.Moved.DayNumber, Ages[^1])] += group.Organisations;
        }
    }

    /// <summary>The forecast as of a day, from everything known before it and who is out on it.</summary>
    public static MigrationForecast Of(IReadOnlyList<MovedGroup> groups, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var forecasting = new Forecasting(groups, today);
        return forecasting.returns.Sum() < FewestReturns || forecasting.outNow.Sum() == 0 ? MigrationForecast.Early : forecasting.Draw();
    }

    private void Look(MovedGroup group, DateOnly day)
    {
        if (group.Moved > day || group.Back < day)
            return;
        var age = Bucket(day.DayNumber - group.Moved.DayNumber);
        outThen[age] += group.Organisations;
        returns[age] += group.Back == day ? group.Organisations : 0;
    }

    private MigrationForecast Draw()
    {
        var chance = new Draw(Seed);
        var (left, last) = (new int[Horizon][], new int[Draws]);
        for (var day = 0; day < Horizon; day++)
            left[day] = new int[Draws];
        for (var draw = 0; draw < Draws; draw++)
            last[draw] = DrawOne(chance, draw, left);
        foreach (var day in left)
            Array.Sort(day);
        Array.Sort(last);
        var band = left.Select((day, index) => new ForecastDay(today.AddDays(index), Low(day), High(day))).ToList();
        var ends = High(last) < Horizon;
        return new MigrationForecast(
            ends ? ForecastKind.BackBetween : ForecastKind.StillOut, today.AddDays(SpokenOf), band[SpokenOf].Low, band[SpokenOf].High,
            ends ? today.AddDays(Low(last)) : null, ends ? today.AddDays(High(last)) : null, band, MigrationForecast.MethodInWords);
    }

    // The day on which nobody is left; the horizon when somebody is.
    private int DrawOne(Draw chance, int draw, int[][] left)
    {
        var seen = Ages.Select((_, age) => outThen[age] == 0 ? (double?)null : chance.Share(returns[age], outThen[age])).ToArray();
        // An age that nobody has come to yet goes on as the one before.
        var shares = Ages.Select((_, age) => seen.Take(age + 1).LastOrDefault(share => share is not null) ?? seen.First(share => share is not null)!.Value).ToArray();
        var (still, end) = ((int[])outNow.Clone(), Horizon);
        for (var day = 0; day < Horizon; day++)
        {
            var older = new int[still.Length];
            for (var age = 0; age < still.Length; age++)
                older[Math.Min(age + 1, still.Length - 1)] += still[age] == 0 ? 0 : still[age] - chance.Successes(still[age], shares[Bucket(age)]);
            still = older;
            left[day][draw] = still.Sum();
            if (left[day][draw] == 0 && end == Horizon)
                end = day;
        }
        return end;
    }

    private static int Bucket(int age) => Array.FindLastIndex(Ages, from => from <= age);

    private static int Low(int[] sorted) => sorted[Draws / 10];

    private static int High(int[] sorted) => sorted[Draws - 1 - (Draws / 10)];
}
