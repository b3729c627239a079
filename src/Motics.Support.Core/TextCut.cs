using System.Globalization;

namespace Motics.Support.Core;

/// <summary>
/// The one place where text is cut. A cut stands between characters as people see them: it splits no surrogate pair, which no database and no
/// JSON could keep, and no letter from its accents unless these alone are longer than the limit.
/// </summary>
public static class TextCut
{
    /// <summary>What stands at the end of a text that was cut for people to read.</summary>
    public const string Sign = "…";

    /// <summary>At most so many UTF-16 units; a text that is longer ends with <see cref="Sign"/>, which counts. The same instance when it fits.</summary>
    public static string Marked(string text, int longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, Sign.Length);
        return text.Length <= longest ? text : string.Concat(text.AsSpan(0, End(text, longest - Sign.Length)).TrimEnd(), Sign);
    }

    /// <summary>The same without a sign: for what programs read, or for a part that is shown as a part.</summary>
    public static string Plain(string text, int longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(longest);
        return text.Length <= longest ? text : text[..End(text, longest)];
    }

    /// <summary>The first character as people see it; empty for an empty text.</summary>
    public static string First(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text[..StringInfo.GetNextTextElementLength(text)];
    }

    private static int End(string text, int longest)
    {
        var end = 0;
        for (var next = 0; next <= longest && end < text.Length; next = end + StringInfo.GetNextTextElementLength(text.AsSpan(end)))
        {
            end = next;
        }

        // One character of more accents than the limit has room for: between these, then.
        return end > 0 || longest == 0 ? end : char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
    }
}
