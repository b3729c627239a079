using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Motics.Support.Core.Tickets.Replies;

/// <summary>How a reporter is greeted: by first name, or by the name as it was given where no first name can be told from it.</summary>
public static partial class ReporterName
{
    private const int Longest = 40;
    private const int MostWords = 4;

    private static readonly HashSet<string> Titles = new(["dr", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "sir"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Nobody = new(
        ["anonymous", "anyone", "caller", "he", "key", "me", "n/a", "name", "no", "nobody", "none", "not", "send", "she", "somebody", "someone", "they", "token", "unknown", "us", "we", "you"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The name to greet with; null for a post, a place, the clinic's own name, a masked name, or anything else that is not plainly somebody's name.
    /// An e-mail address or a phone number is never one.
    /// </summary>
    /// <param name="reporter">As noted in the ticket; null when nobody was.</param>
    /// <param name="organisation">The clinic's name; null when not known.</param>
    public static string? ToGreet(string? reporter, string? organisation)
    {
        // "Anna Berg (front desk)", "Anna from reception"; but "Berg, Anna" could be either way round.
        var parts = Ends().Split(reporter ?? "", 2);
        var words = parts[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var rest = parts.Length > 1 ? parts[1].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) : [];
        if (words.Length is 0 or > MostWords || parts[0].Length > Longest || !words.All(IsName) || !words.Any(word => Letters(word) > 1)
            || !rest.All(word => PostWords.Contains(word.Trim('(', ')'))) || IsClinic(words, organisation))
        {
            return null;
        }

        var titled = Titles.Contains(words[0].Trim('.'));
        if (titled && words.Length == 1)
        {
            return null;
        }

        // After a title, or where the first word is an initial, only the whole is a name.
        return Capital(titled || Letters(words[0]) == 1 ? string.Join(' ', words) : words[0]);
    }

    // Letters with what may stand between them: "A. B…" is a name that was shortened.
    private static bool IsName(string word) =>
        Letters(word) > 0 && !Nobody.Contains(word.Trim('.')) && (Letters(word) == 1 || !PostWords.Contains(word))
        && word.EnumerateRunes().All(rune => Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark || rune.Value is '\'' or '’' or '-' or '.');

    private static int Letters(string word) => word.EnumerateRunes().Count(Rune.IsLetter);

    private static bool IsClinic(string[] words, string? organisation) =>
        string.Join(' ', words) is var name && organisation is not null
        && (words.Length > 1 ? organisation.StartsWith(name, StringComparison.OrdinalIgnoreCase) : organisation.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static string Capital(string name) => char.ToUpper(name[0], CultureInfo.InvariantCulture) + name[1..];

    [GeneratedRegex(@"\s*[,(/|;]\s*|\s+[-–—]\s+|\s+(?:from|at|of|in)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Ends();
}
