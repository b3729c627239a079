namespace Motics.Support.Core.Tickets.Replies;

/// <summary>Shortens a person's name for lists, where it is not needed whole: "Anna Berg" is "A. B…".</summary>
public static class ReporterMask
{
    private const int LongestPlace = 4;

    /// <summary>Initials of the first two words, or null for nothing. One word keeps its first letter only; a place or a post stays whole.</summary>
    public static string? Shorten(string? reporter)
    {
        var whole = (reporter ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (whole.Length is > 0 and <= LongestPlace && whole.All(PostWords.Contains))
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
