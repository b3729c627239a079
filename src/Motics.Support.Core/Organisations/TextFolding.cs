using System.Globalization;
using System.Text;

namespace Motics.Support.Core.Organisations;

/// <summary>
/// Case and accents off, for search and sorting by name. Done by the program and stored, so that both engines find the same
/// (<c>design.md</c>, "Growing"). Letters that Unicode does not take apart are spelt out: ø is o, ß is ss.
/// </summary>
public static class TextFolding
{
    /// <summary>The folded form: lower case, no accents, white space collapsed. Empty for null.</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        var folded = new StringBuilder(text.Length);
        foreach (var rune in Whole(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
            Add(folded, rune);
        return folded.ToString().TrimEnd(' ');
    }

    // Half a character, or the one code that Unicode keeps for bytes in the wrong order, cannot be normalised.
    private static string Whole(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.Value == 0xFFFE ? Rune.ReplacementChar : rune));

    private static void Add(StringBuilder folded, Rune rune)
    {
        if (Rune.IsWhiteSpace(rune))
        {
            if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
            return;
        }
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Control or UnicodeCategory.Format)
            return;
        var lower = Rune.ToLowerInvariant(rune);
        folded.Append(Spelt(lower) ?? lower.ToString());
    }

    private static string? Spelt(Rune rune) => rune.Value switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        _ => null,
    };
}
