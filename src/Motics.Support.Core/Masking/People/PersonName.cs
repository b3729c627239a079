using System.Globalization;

namespace Motics.Support.Core.Masking.People;

/// <summary>A name at a place in a text: up to four words with capitals, small ones of names between them.</summary>
internal static class PersonName
{
    private const int MostWords = 4;
    private const int LongestWord = 30;

    private static readonly string[] Particles = ["van", "der", "den", "de", "la", "le", "von", "bin", "al", "da", "dos", "del", "di", "ten", "ter", "du", "st", "o"];
    private static readonly string[] Glue = ["named", "called", "name", "is", "record", "for"];
    private static readonly string[] Titles = ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "master"];

    /// <summary>One past the name; 0 when none begins here.</summary>
    /// <param name="text">Where it stands.</param>
    /// <param name="start">Its first letter.</param>
    /// <param name="least">How many words it must have.</param>
    public static int End(string text, int start, int least)
    {
        var (index, end, words, isLoud) = (start, 0, 0, false);
        while (words < MostWords && index < text.Length && char.IsLetter(text[index]))
        {
            var stop = WordEnd(text, index, letters: false);
            var word = text.AsSpan(index, stop - index);
            if (IsOneOf(word, Particles) && (words > 0 || !char.IsUpper(word[0]) || (stop < text.Length && text[stop] == '.' && word.Equals("st", StringComparison.OrdinalIgnoreCase))) && IsFollowed(text, stop))
                index = SkipBlanks(text, stop < text.Length && text[stop] == '.' ? stop + 1 : stop);
            else if (NotNames.Has(word) && !(words > 0 && IsInitial(text, word, stop)))
                return words > 0 && NotNames.IsBusiness(word) ? 0 : end;
            else if (IsNameWord(word) || IsLoud(word))
            {
                isLoud |= words == 0 && !IsNameWord(word);
                (end, words) = (IsInitial(text, word, stop) ? stop + 1 : stop, words + 1);
                index = Next(text, end);
            }
            else
                break;
        }
        // A word in capitals that nobody knows is a shout, two are somebody.
        return words >= (isLoud ? 2 : least) && words >= least && !FollowsBusiness(text, end) && !IsOnlyInitials(text, start, end) ? end : 0;
    }

    public static ReadOnlySpan<char> First(string text, int start) => start < text.Length && char.IsLetter(text[start]) ? text.AsSpan(start, WordEnd(text, start, letters: false) - start) : default;

    /// <summary>One past the letters of a word; those of a name may have an apostrophe or a hyphen between them.</summary>
    public static int WordEnd(string text, int start, bool letters)
    {
        var end = start;
        while (end < text.Length && (char.IsLetter(text[end]) || char.GetUnicodeCategory(text[end]) == UnicodeCategory.NonSpacingMark
            || (!letters && end > start && text[end] is '\'' or '-' && end + 1 < text.Length && char.IsLetter(text[end + 1]))))
            end++;
        return end;
    }

    /// <summary>Skips signs, small words and a title between a label and a name.</summary>
    public static int SkipGlue(string text, int index)
    {
        for (var round = 0; round < 3; round++)
        {
            var before = index;
            index = SkipBlanks(text, index, signs: true);
            var end = WordEnd(text, index, letters: true);
            if (end > index && IsOneOf(text.AsSpan(index, end - index), Glue) && char.IsLower(text[index]))
                index = end;
            if (index == before)
                break;
        }
        return SkipTitle(text, SkipBlanks(text, index, signs: true));
    }

    public static int SkipTitle(string text, int index)
    {
        var end = WordEnd(text, index, letters: true);
        return end > index && IsOneOf(text.AsSpan(index, end - index), Titles) ? SkipBlanks(text, end < text.Length && text[end] == '.' ? end + 1 : end) : index;
    }

    public static int SkipQuote(string text, int index) => index < text.Length && text[index] is '\'' or '"' ? index + 1 : index;

    public static int SkipBlanks(string text, int index, bool signs = false)
    {
        for (var start = index; index < text.Length && index - start < 4 && (text[index] == ' ' || (signs && text[index] is ':' or '"' or '\'' or ',' or '(' or '=' or '[' or '-' or '<' or '*')); index++)
        {
        }
        return index;
    }

    // "Doe, Jane": the comma belongs to the name when another word of it follows.
    private static int Next(string text, int end)
    {
        var index = SkipBlanks(text, end);
        return index == end && end + 1 < text.Length && text[end] == ',' ? SkipBlanks(text, end + 1) : index;
    }

    private static bool IsNameWord(ReadOnlySpan<char> word)
    {
        if (!char.IsUpper(word[0]) || word.Length > LongestWord)
            return false;
        var (inner, lower) = (0, 0);
        for (var index = 1; index < word.Length; index++)
        {
            lower += char.IsLower(word[index]) ? 1 : 0;
            inner += char.IsUpper(word[index]) && word[index - 1] is not ('\'' or '-') && !(index <= 3 && word[0] is 'M' or 'D' or 'L' or 'F') ? 1 : 0;
        }
        // All capitals is a name only when it is known as one, else a code or a shout.
        return word.Length == 1 || (inner == 0 && lower > 0) || (lower == 0 && GivenNames.Has(word));
    }

    private static bool IsLoud(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (!char.IsUpper(letter) && letter is not ('\'' or '-'))
                return false;
        }
        return word.Length is >= 2 and <= LongestWord && !(word.EndsWith("ED", StringComparison.Ordinal) || word.EndsWith("ING", StringComparison.Ordinal) || word.EndsWith("ION", StringComparison.Ordinal));
    }

    // "van der Berg": another word with a capital, or another small one, stands behind.
    private static bool IsFollowed(string text, int stop)
    {
        var next = SkipBlanks(text, stop < text.Length && text[stop] == '.' ? stop + 1 : stop);
        return next > stop && next < text.Length && char.IsLetter(text[next]);
    }

    private static bool IsInitial(string text, ReadOnlySpan<char> word, int stop) => word.Length == 1 && stop < text.Length && text[stop] == '.';

    private static bool IsOnlyInitials(string text, int start, int end) => end - start < 2 || !text.AsSpan(start, end - start).ContainsAnyInRange('a', 'z') && end - start < 3;

    private static bool FollowsBusiness(string text, int end)
    {
        var next = SkipBlanks(text, end);
        if (next < text.Length && text[next] is '&' or '+')
            next = SkipBlanks(text, next + 1);
        var word = First(text, next);
        return !word.IsEmpty && char.IsUpper(word[0]) && NotNames.IsBusiness(word);
    }

    private static bool IsOneOf(ReadOnlySpan<char> word, string[] words)
    {
        foreach (var candidate in words)
        {
            if (word.Equals(candidate, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
