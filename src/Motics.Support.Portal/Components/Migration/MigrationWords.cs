using System.Globalization;
using Motics.Support.Core.Migration;
using Motics.Support.Core.Triage;
using Motics.Support.Portal.Components.Wording;

namespace Motics.Support.Portal.Components.Migration;

/// <summary>How the migration's numbers are named.</summary>
public static class MigrationWords
{
    /// <summary>"Wave 2" for a bare number, else its own name; "No wave known" for none.</summary>
    public static string Wave(string? wave) => string.IsNullOrEmpty(wave) ? "No wave known" : wave.All(char.IsAsciiDigit) ? $"Wave {wave}" : wave;

    /// <summary>The same where there is little room: "2".</summary>
    public static string BriefWave(string? wave) => string.IsNullOrEmpty(wave) ? "?" : wave;

    /// <summary>"44 to 61"; "44" where both are the same.</summary>
    public static string Range(int low, int high) => low == high ? Words.Number(low) : $"{Words.Number(low)} to {Words.Number(high)}";

    /// <summary>What holds an organisation up: the title of the rule that its events lead to.</summary>
    public static string Reason(Playbook playbook, string? reason)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        return (reason, RuleOf(playbook, reason)) switch
        {
            (null, _) => "The events do not tell",
            (_, null) => "A rule that this edition does not have",
            // Its title says what to do, not what holds them up.
            (_, { Verdict: Verdict.Reconnect }) => "A key has to be entered again",
            (_, { } rule) => playbook.Plain(rule.Title),
        };
    }

    /// <summary>The rule of this edition; null when it has none of that name.</summary>
    public static VerdictRule? RuleOf(Playbook playbook, string? reason)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        return playbook.Rules.FirstOrDefault(rule => rule.Id == reason);
    }

    /// <summary>"17 Nov".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

    /// <summary>"17 Nov 2026", in UTC.</summary>
    public static string Day(DateTimeOffset at) => at.ToUniversalTime().ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A bar of the distribution, as short as it must be: "2–4 d".</summary>
    public static string Brief(ReturnTime took) => took switch
    {
        ReturnTime.WithinHour => "<1 h",
        ReturnTime.WithinDay => "<1 d",
        ReturnTime.OneToTwoDays => "1–2 d",
        ReturnTime.TwoToFourDays => "2–4 d",
        ReturnTime.FourToSevenDays => "4–7 d",
        ReturnTime.OneToTwoWeeks => "1–2 w",
        ReturnTime.TwoToFourWeeks => "2–4 w",
        _ => ">4 w",
    };

    /// <summary>"40 min", "7 h", "3.7 days".</summary>
    public static string Span(double seconds) => seconds switch
    {
        < 90 => "a minute",
        < 7200 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0} min"),
        < 172_800 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 86_400:0.#} days"),
    };

    /// <summary>Of both, as in "58 %"; a dash where there is nothing to share.</summary>
    public static string Share(int part, int whole) => whole == 0 ? "–" : MigrationSentence.Percent((double)part / whole);

    /// <summary>Up to when something was counted, and how far that is behind: "Counted to 16:08 UTC, 15 min behind".</summary>
    public static string CountedTo(DateTimeOffset to, DateTimeOffset now) =>
        $"Counted to {to.ToUniversalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture)} UTC{(IsBehind(to, now) ? $", {Times.Span(now - to)} behind" : null)}";

    /// <summary>True when that is worth a warning.</summary>
    public static bool IsBehind(DateTimeOffset to, DateTimeOffset now) => now - to > TimeSpan.FromMinutes(2);
}
