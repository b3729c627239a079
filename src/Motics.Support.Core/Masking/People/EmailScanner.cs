using System.Buffers;

namespace Motics.Support.Core.Masking.People;

/// <summary>Finds e-mail addresses. What stands before an address is left alone, however it is quoted.</summary>
internal static class EmailScanner
{
    private const int LongestLocal = 64;
    private const int LongestDomain = 255;

    private static readonly SearchValues<char> Punctuation = SearchValues.Create(".!#$&'*+/?^`{|}~-");

    public static void Scan(string text, List<Secret> found)
    {
        for (var sign = 0; sign < text.Length; sign++)
        {
            if (text[sign] != '@')
                continue;
            var start = StartOfLocal(text, sign);
            var end = EndOfDomain(text, sign + 1);
            if (start < sign && end > 0)
                found.Add(new Secret(start, end, Masks.Email));
        }
    }

    private static int StartOfLocal(string text, int sign)
    {
        var end = sign;
        if (end > 0 && text[end - 1] == '"')
        {
            if (OpeningQuote(text, end - 1) is { } quote)
                return quote;
            // A stray quotation mark: what stands before it is somebody's address all the same.
            while (end > 0 && sign - end < LongestLocal && text[end - 1] == '"')
                end--;
        }

        var start = end;
        while (start > 0 && sign - start < LongestLocal && IsLocal(text[start - 1]))
            start--;
        // Quotation marks, asterisks and brackets around an address are the sentence's, unless there is nothing else.
        var local = text.AsSpan(start, end - start);
        return local.IsEmpty ? sign : start + Math.Max(0, local.IndexOfAnyExcept(Punctuation));
    }

    // Where a quoted local part begins. A mark that closes a word is the text's own.
    private static int? OpeningQuote(string text, int closing)
    {
        var reach = Math.Min(closing, LongestLocal);
        var quote = reach == 0 ? -1 : text.LastIndexOf('"', closing - 1, reach);
        return quote >= 0 && closing - quote > 1 && (quote == 0 || !IsLocal(text[quote - 1])) ? quote : null;
    }

    private static bool IsLocal(char character) => char.IsLetterOrDigit(character) || character == '_' || Punctuation.Contains(character);

    // A domain has a dot with at least two letters after the last one; 0 when what follows is none.
    private static int EndOfDomain(string text, int start)
    {
        var (end, lastDot) = (start, -1);
        while (end < text.Length && end - start < LongestDomain && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '-'))
        {
            if (text[end] == '.' && end + 2 < text.Length && char.IsLetter(text[end + 1]) && char.IsLetter(text[end + 2]))
                lastDot = end;
            end++;
        }
        while (end > start && text[end - 1] is '.' or '-')
            end--;
        return lastDot > start ? end : 0;
    }
}
