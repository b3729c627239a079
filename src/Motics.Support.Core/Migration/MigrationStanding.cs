namespace Motics.Support.Core.Migration;

/// <summary>The numbers that the first sentence is made of.</summary>
public sealed record MigrationStanding
{
    /// <summary>Organisations that match, moved or not.</summary>
    public required int Matching { get; init; }

    /// <summary>Of these, those that the migration has moved; those that it asks nothing of are not counted.</summary>
    public required int Moved { get; init; }

    /// <summary>Connected now.</summary>
    public required int Works { get; init; }

    /// <summary>Without a success since their move.</summary>
    public required int NotBack { get; init; }

    /// <summary>The same at this time seven days ago; null when nobody was moved by then.</summary>
    public int? NotBackAWeekAgo { get; init; }

    /// <summary>Moved in these seven days.</summary>
    public int MovedThisWeek { get; init; }

    /// <summary>The share, 0 to 1, at which the waves stop coming back, lowest and highest; null while not every one of them stopped.</summary>
    public (double Lowest, double Highest)? StopsAt { get; init; }

    /// <summary>What is to be expected if nothing changes; null when nobody is out.</summary>
    public MigrationOutlook? Outlook { get; init; }

    /// <summary>The most frequent of the reasons that hold up those that do not work, at most <see cref="MigrationSentence.FirstReasons"/>. Where the events lead to none, there is none.</summary>
    public IReadOnlyList<string> FirstReasons { get; init; } = [];

    /// <summary>How many these hold up together.</summary>
    public int HeldUp { get; init; }

    public int DoNotWork => Moved - Works;

    public int Stopped => DoNotWork - NotBack;

    /// <summary>What a summary says of it.</summary>
    public static MigrationStanding Of(MigrationSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var moved = MigrationStates.Moved.Sum(state => summary.MigrationStates.GetValueOrDefault(state));
        var weekAgo = DateOnly.FromDateTime(summary.CountedTo.UtcDateTime).AddDays(-7);
        var reasons = summary.Reasons.Where(reason => reason.Reason is not null).Take(MigrationSentence.FirstReasons).ToList();
        return new()
        {
            Matching = summary.MigrationStates.Values.Sum(),
            Moved = moved,
            Works = summary.MigrationStates.GetValueOrDefault(MigrationState.Connected),
            NotBack = summary.TimeToReconnect.NotBack,
            NotBackAWeekAgo = summary.ByDay.TakeWhile(day => day.Day <= weekAgo).Any(day => day.Migrated > 0 || day.Waiting > 0) ? summary.ByDay.FirstOrDefault(day => day.Day == weekAgo)?.Waiting : null,
            MovedThisWeek = summary.ByDay.Where(day => day.Day > weekAgo).Sum(day => day.Migrated),
            StopsAt = WaveStop.Of(summary.Comeback),
            Outlook = OutlookOf(summary.Forecast),
            FirstReasons = [.. reasons.Select(reason => reason.Reason!)],
            HeldUp = reasons.Sum(reason => reason.Organisations),
        };
    }

    private static MigrationOutlook OutlookOf(MigrationForecast forecast) => forecast switch
    {
        { Kind: ForecastKind.BackBetween, From: { } from, To: { } to } => new MigrationOutlook.Ends(from, to),
        { Kind: ForecastKind.StillOut, At: { } at, Low: { } low, High: { } high } => new MigrationOutlook.Stalls(at, low, high),
        _ => new MigrationOutlook.TooEarly(),
    };
}

/// <summary>When the rest will be back if nothing changes: one of three.</summary>
public abstract record MigrationOutlook
{
    private MigrationOutlook() { }

    /// <summary>The last one is back between these days.</summary>
    public sealed record Ends(DateOnly From, DateOnly To) : MigrationOutlook;

    /// <summary>So many are still out on that day.</summary>
    public sealed record Stalls(DateOnly At, int Low, int High) : MigrationOutlook;

    /// <summary>Too few came back lately to say.</summary>
    public sealed record TooEarly : MigrationOutlook;
}
