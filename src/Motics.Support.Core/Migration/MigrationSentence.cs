using System.Globalization;

namespace Motics.Support.Core.Migration;

/// <summary>The first sentence of the migration's page, written from the numbers alone: how many moved, work and do not, whether it gets better, when the rest will be back, what holds them up.</summary>
public static class MigrationSentence
{
    /// <summary>As many reasons as the sentence takes together.</summary>
    public const int FirstReasons = 3;

    private static readonly string[] Small = ["no", "one", "two", "three"];

    /// <summary>The whole of it; its parts read one after the other. Each number opens those of <paramref name="asked"/> that it counts.</summary>
    public static IReadOnlyList<SentencePart> Of(MigrationStanding now, MigrationQuery asked)
    {
        ArgumentNullException.ThrowIfNull(now);
        return now switch
        {
            { Matching: 0 } => [new("There is no organisation to count.")],
            { Moved: 0, Matching: 1 } => [new("The one organisation here was not moved, or there is nothing to reconnect.")],
            { Moved: 0 } => [new($"None of these {Number(now.Matching)} organisations was moved, or there is nothing to reconnect.")],
            { DoNotWork: 0 } => AllWork(now.Moved, asked),
            _ => [.. Counts(now, asked), .. Back(now, asked), .. Trend(now), new("."), .. Outlook(now), .. Reasons(now, asked)],
        };
    }

    /// <summary>The sentence as it is read aloud and copied.</summary>
    public static string Text(IEnumerable<SentencePart> parts) => string.Concat(parts.Select(part => part.Text));

    /// <summary>"74 %"; never 0 or 100 for what is a part.</summary>
    public static string Percent(double share) => share switch
    {
        <= 0 => "0 %",
        < 0.01 => "under 1 %",
        >= 1 => "100 %",
        > 0.99 => "over 99 %",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share * 100)} %"),
    };

    private static SentencePart[] AllWork(int moved, MigrationQuery asked) => moved switch
    {
        1 => [new("The "), new("one", MigrationNumbers.Moved(asked)), new(" clinic that was moved works.")],
        2 => [new("Both", MigrationNumbers.Moved(asked)), new(" clinics that were moved work.")],
        _ => [new("All "), new(Number(moved), MigrationNumbers.Moved(asked)), new(" that were moved work.")],
    };

    private static SentencePart[] Counts(MigrationStanding now, MigrationQuery asked) => now switch
    {
        { Moved: 1 } => [new("1", MigrationNumbers.Moved(asked)), new(" moved: it does not work.")],
        { Works: 0 } => [new(Number(now.Moved), MigrationNumbers.Moved(asked)), new(" moved: none of them works.")],
        _ =>
        [
            new(Number(now.Moved), MigrationNumbers.Moved(asked)), new(" moved: "),
            new(Number(now.Works), MigrationNumbers.In(asked, MigrationState.Connected)), new(now.Works == 1 ? " works, " : " work, "),
            new(Number(now.DoNotWork), MigrationNumbers.DoNotWork(asked)), new(now.DoNotWork == 1 ? " does not." : " do not."),
        ],
    };

    private static SentencePart[] Back(MigrationStanding now, MigrationQuery asked) => now switch
    {
        { NotBack: 0, Moved: 1 } => [new(" It worked once since the move, and stopped")],
        { NotBack: 0 } => [new(" Each of them worked at least once since its move")],
        { Moved: 1 } => [new(" It has not been back once")],
        _ => [new(" "), new(Number(now.NotBack), MigrationNumbers.Back(asked, false)), new(now.NotBack == 1 ? " has not been back once" : " have not been back once")],
    };

    // Of one clinic there is nothing to compare: it is out or it is not.
    private static IEnumerable<SentencePart> Trend(MigrationStanding now)
    {
        if (now.Moved == 1 || now.NotBackAWeekAgo is not { } before)
            yield break;
        var more = now.NotBack - before;
        if (more != 0)
            yield return new($", {Number(Math.Abs(more))} {(more < 0 ? "fewer" : "more")} than a week ago");
        else if (before > 0)
            yield return new(", as many as a week ago");
        if (more > 0 && now.MovedThisWeek > 0)
            yield return new($" ({(now.MovedThisWeek == 1 ? "1 was" : $"{Number(now.MovedThisWeek)} were")} moved since)");
        if (now.StopsAt is { } stops)
            yield return new($", {(more < 0 ? "but" : "and")} {Stops(stops)}");
    }

    private static string Stops((double Lowest, double Highest) at) => at.Highest - at.Lowest <= 0.05
        ? $"every wave that is over a week old stops at about {Percent((at.Lowest + at.Highest) / 2)}"
        : $"the waves that are over a week old stop between {Math.Round(at.Lowest * 100)} and {Percent(at.Highest)}";

    private static SentencePart[] Outlook(MigrationStanding now) => now.Outlook switch
    {
        null => [],
        _ when now.NotBack == 0 => [],
        MigrationOutlook.TooEarly => [new($" It is too early to say when {(now.NotBack == 1 ? "it" : "the rest")} will be back.")],
        MigrationOutlook.Ends ends => [new($" If nothing changes, {(now.NotBack == 1 ? "it" : "the last one")} is back {Between(ends.From, ends.To)}.")],
        MigrationOutlook.Stalls { Low: 0, High: 0 } stalls => [new($" If nothing changes, none of them is still out on {Day(stalls.At)}.")],
        MigrationOutlook.Stalls stalls => [new($" If nothing changes, {Range(stalls.Low, stalls.High)} still out on {Day(stalls.At)}.")],
        _ => [],
    };

    private static SentencePart[] Reasons(MigrationStanding now, MigrationQuery asked)
    {
        var reasons = now.FirstReasons.Count;
        if (reasons == 0 || now.HeldUp == 0)
            return [];
        var start = $" {char.ToUpperInvariant(Small[reasons][0])}{Small[reasons][1..]} {(reasons == 1 ? "reason holds" : "reasons hold")} ";
        if (now.DoNotWork == 1)
            return [new($"{start}it up.")];
        var held = MigrationNumbers.DoNotWork(asked) with { Reasons = now.FirstReasons };
        return now.HeldUp >= now.DoNotWork
            ? [new($"{start}up all of the "), new(Number(now.DoNotWork), held), new(".")]
            : [new($"{start}up "), new(Number(now.HeldUp), held), new($" of them ({Percent((double)now.HeldUp / now.DoNotWork)}).")];
    }

    private static string Range(int low, int high) => (low, high) switch
    {
        (1, 1) => "1 is",
        (0, 1) => "at most 1 is",
        (0, _) => $"at most {Number(high)} are",
        _ when low == high => $"{Number(low)} are",
        _ => $"{Number(low)} to {Number(high)} are",
    };

    private static string Between(DateOnly from, DateOnly to) => (from, to) switch
    {
        _ when from == to => $"on {Day(to)}",
        _ when (from.Month, from.Year) == (to.Month, to.Year) => string.Create(CultureInfo.InvariantCulture, $"between {from.Day} and {Day(to)}"),
        _ => $"between {Day(from)} and {Day(to)}",
    };

    private static string Day(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
