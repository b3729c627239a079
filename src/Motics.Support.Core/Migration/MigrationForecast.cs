namespace Motics.Support.Core.Migration;

/// <summary>Which of its three sentences a forecast says.</summary>
public enum ForecastKind
{
    /// <summary>Under 10 returns in 14 days.</summary>
    TooEarly,

    /// <summary>The last one is back between two days: 9 in 10 draws end within 60 days.</summary>
    BackBetween,

    /// <summary>It stalls: so many are still out on a day.</summary>
    StillOut,
}

/// <summary>
/// When the rest will be back if nothing changes: returns per day by age since the move, drawn 3,000 times. Between low and high lie eight in ten draws.
/// Waves to come are never in it.
/// </summary>
/// <param name="Kind">Which sentence it says.</param>
/// <param name="At">The day that <paramref name="Low"/> and <paramref name="High"/> speak of; null while it is too early.</param>
/// <param name="Low">How many are still out at the end of that day, in the tenth of a hundred draws; null while it is too early.</param>
/// <param name="High">In the ninetieth; null while it is too early.</param>
/// <param name="From">The last one is back on this day at the earliest; null unless <see cref="ForecastKind.BackBetween"/>.</param>
/// <param name="To">On this day at the latest; null unless <see cref="ForecastKind.BackBetween"/>.</param>
/// <param name="Band">Still out at the end of each day that comes, today first; empty while it is too early.</param>
/// <param name="Method">How it is worked out, in a sentence.</param>
public sealed record MigrationForecast(ForecastKind Kind, DateOnly? At, int? Low, int? High, DateOnly? From, DateOnly? To, IReadOnlyList<ForecastDay> Band, string Method)
{
    /// <summary>How it is worked out, for people.</summary>
    public const string MethodInWords =
        "Of the clinics that were out so many days after their move, the share that came back on that day, from the last 14 days on; drawn 3,000 times for those that are out now, of which the outer tenths are left off. Waves to come are not in it.";

    /// <summary>Too few came back to say anything.</summary>
    public static MigrationForecast Early { get; } = new(ForecastKind.TooEarly, null, null, null, null, null, [], MethodInWords);
}

/// <summary>A day to come: between how many are still out at its end.</summary>
public sealed record ForecastDay(DateOnly Day, int Low, int High);
