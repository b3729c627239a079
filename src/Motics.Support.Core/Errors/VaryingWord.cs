using System.Buffers;

namespace Motics.Support.Core.Errors;

/// <summary>Words of a message that differ from case to case: URLs, times, ids, numbers.</summary>
internal static class VaryingWord
{
    private const int ShortestId = 8;

    private static readonly SearchValues<char> Numeric = SearchValues.Create("0123456789.,:+-/TZtz");
    private static readonly SearchValues<char> Joiners = SearchValues.Create("-_#=");

    /// <summary>End of the word that starts here; the same place when none does.</summary>
    public static int End(string message, int start)
    {
        var end = start;
        while (end < message.Length && IsWord(message[end]))
            end++;
        while (end > start && message[end - 1] is '.' or ':' or '?' or '=' or '/')
            end--;
        return end;
    }

    /// <summary>What to write instead of a word; null when it stays.</summary>
    public static string? Name(ReadOnlySpan<char> word)
    {
        if (word.Contains("://", StringComparison.Ordinal) || (word[0] == '/' && word.Length > 1))
            return "{url}";
        var digits = 0;
        foreach (var character in word)
            digits += char.IsAsciiDigit(character) ? 1 : 0;
        if (digits == 0)
            return null;
        if (!word.ContainsAnyExcept(Numeric))
            return IsHttpStatus(word) ? null : digits >= ShortestId || word.Contains(':') ? "{time}" : "{n}";
        return word.Length >= ShortestId && (digits >= 3 || word.Length >= 20) ? "{id}" : WithNumber(word, digits);
    }

    // p-1043 and appt_77 are ids too; v3, uk1 and oauth2 are words.
    private static string? WithNumber(ReadOnlySpan<char> word, int digits) => digits >= 2 && word.ContainsAny(Joiners) ? "{id}" : digits >= 4 ? "{id}" : null;

    private static bool IsHttpStatus(ReadOnlySpan<char> word) => word.Length == 3 && word[0] is '4' or '5' && word.IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) || character is '-' or '_' or '.' or ':' or '/' or '#' or '+' or '=' or '%' or '?' or '&' or '@' or '~';
}
