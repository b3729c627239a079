namespace Motics.Support.Core.Tickets;

/// <summary>Shortens a person's name for lists, where it is not needed whole: "Anna Berg" is "A. B…".</summary>
public static class ReporterMask
{
    private const int LongestPlace = 4;

    /// <summary>Words of places and posts at a clinic. A text of nothing else names nobody: "Front desk", "Practice manager".</summary>
    private static readonly HashSet<string> Places = new(
        [
            "a", "accounts", "admin", "administrator", "and", "assistant", "at", "bookkeeper", "clinic", "co-owner", "desk", "front", "head", "manager", "of", "office", "our",
            "owner", "physio", "physiotherapist", "practice", "practitioner", "reception", "receptionist", "staff", "team", "the", "therapist",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Initials of the first two words, or null for nothing. One word keeps its first letter only; a place or a post stays whole.</summary>
    public static string? Shorten(string? reporter)
    {
        var whole = (reporter ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (whole.Length is > 0 and <= LongestPlace && whole.All(Places.Contains))
        {
            return string.Join(' ', whole);
        }

        var words = whole.Select(Initial).OfType<string>().Take(2).ToList();
        return words.Count switch { 0 => null, 1 => words[0] + "…", _ => $"{words[0]}. {words[1]}…" };
    }

    private static string? Initial(string word)
    {
        var letter = word.EnumerateRunes().FirstOrDefault(System.Text.Rune.IsLetter);
        return letter.Value == 0 ? null : letter.ToString();
    }
}
