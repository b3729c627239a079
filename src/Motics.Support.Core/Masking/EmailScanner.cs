namespace Motics.Support.Core.Masking;

/// <summary>Finds e-mail addresses, also with the sign spelt as in a URL.</summary>
internal static class EmailScanner
{
    private const int LongestLocal = 64;
    private const int LongestDomain = 255;
    private const string EncodedSign = "%40";

    public static void Scan(string text, List<Secret> found)
    {
        for (var sign = 0; sign < text.Length; sign++)
        {
            var width = SignAt(text, sign);
            if (width == 0)
                continue;
            var start = StartOfLocal(text, sign);
            var end = EndOfDomain(text, sign + width);
            if (start < sign && end > 0)
                found.Add(new Secret(start, end, MaskedKinds.Email));
        }
    }

    private static int SignAt(string text, int index) =>
        text[index] == '@' ? 1 : string.CompareOrdinal(text, index, EncodedSign, 0, EncodedSign.Length) == 0 ? EncodedSign.Length : 0;

    private static int StartOfLocal(string text, int sign)
    {
        var start = sign;
        if (start > 0 && text[start - 1] == '"')
            return Math.Max(text.LastIndexOf('"', Math.Max(start - 2, 0), Math.Min(LongestLocal, Math.Max(start - 1, 1))), 0);
        while (start > 0 && sign - start < LongestLocal && IsLocal(text[start - 1]))
            start--;
        return start;
    }

    private static bool IsLocal(char character) => char.IsLetterOrDigit(character) || ".!#$&'*+/?^_`{|}~-".Contains(character, StringComparison.Ordinal);

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
