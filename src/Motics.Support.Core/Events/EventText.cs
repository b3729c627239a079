using Motics.Support.Core.Masking;

namespace Motics.Support.Core.Events;

/// <summary>How text that came from outside is kept.</summary>
public static class EventText
{
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// Masked, trimmed, with control characters (line breaks and tabs apart) made visible, and cut to a length with a sign, because a mask can be longer
    /// than what it stands for. Null for null.
    /// </summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public static string? Keep(string? text, int longest)
    {
        if (text is null)
            return null;
        return TextCut.Marked(TextMask.Mask(Visible(text.Trim())).Text, Math.Max(longest, TextCut.Sign.Length));
    }

    private static string Visible(string text)
    {
        foreach (var character in text)
        {
            if (IsHidden(character))
                return string.Create(text.Length, text, (kept, from) =>
                {
                    for (var index = 0; index < from.Length; index++)
                        kept[index] = IsHidden(from[index]) ? Replacement : from[index];
                });
        }
        return text;
    }

    private static bool IsHidden(char character) => char.IsControl(character) && character is not ('\n' or '\r' or '\t');
}
