using System.Globalization;

namespace Motics.Support.Core.Organisations;

/// <summary>
/// The words of the search index: every run of one, two and three characters of a folded text, in hexadecimal, so that no
/// punctuation, blank or query syntax can mean anything to an engine. A text that contains another has all its runs.
/// </summary>
public static class OrganisationGrams
{
    private const int Longest = 3;

    // The text itself is compared afterwards, so more runs would only make the question longer.
    private const int MostAsked = 24;

    /// <summary>All runs of a text, separated by blanks: what the index keeps.</summary>
    public static string Kept(string folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        return string.Join(' ', Enumerable.Range(1, Longest).SelectMany(length => Runs(folded, length)).Distinct(StringComparer.Ordinal));
    }

    /// <summary>The runs that whatever contains this text must have, separated by blanks: the longest kind the text has.</summary>
    public static string Asked(string folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        return string.Join(' ', Runs(folded, Math.Min(Longest, folded.Length)).Distinct(StringComparer.Ordinal).Take(MostAsked));
    }

    private static IEnumerable<string> Runs(string text, int length) =>
        Enumerable.Range(0, Math.Max(0, text.Length - length + 1)).Select(start => Word(text.AsSpan(start, length)));

    private static string Word(ReadOnlySpan<char> run)
    {
        var word = "";
        foreach (var character in run)
        {
            word += ((int)character).ToString("x4", CultureInfo.InvariantCulture);
        }

        return word;
    }
}
