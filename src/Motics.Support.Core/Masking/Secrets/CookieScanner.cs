namespace Motics.Support.Core.Masking.Secrets;

/// <summary>Finds the values in the header of cookies, however short; what says how a cookie is kept stays.</summary>
internal static class CookieScanner
{
    private const int Longest = 4096;
    private const int LongestName = 64;

    private static readonly string[] Attributes = ["path", "domain", "expires", "max-age", "samesite", "version", "priority", "secure", "httponly"];

    /// <summary>Reads on behind the word <c>cookie</c>; returns where to go on.</summary>
    public static int Scan(string text, int end, List<Secret> found)
    {
        var separator = Separator.After(text, end);
        if (separator.Bond is Bond.None or Bond.Line)
            return end;
        var (index, limit) = (separator.Start, Math.Min(text.Length, separator.Start + Longest));
        for (var pair = Pair(text, index, limit); pair.End > 0; pair = Pair(text, index, limit))
        {
            if (!pair.IsAttribute && pair.End > pair.Start)
                found.Add(new Secret(pair.Start, pair.End, Masks.Cookie));
            index = pair.End;
            while (index < limit && text[index] is ';' or ' ' or ',')
                index++;
        }
        return Math.Max(end, index);
    }

    private static (int Start, int End, bool IsAttribute) Pair(string text, int index, int limit)
    {
        var name = index;
        while (index < limit && index - name < LongestName && (char.IsAsciiLetterOrDigit(text[index]) || text[index] is '-' or '_' or '.' or '$'))
            index++;
        if (index == name)
            return default;
        var word = text[name..index];
        var isAttribute = Attributes.Contains(word, StringComparer.OrdinalIgnoreCase);
        if (index >= limit || text[index] != '=')
            return isAttribute ? (index, index, true) : default;
        var start = index + 1 < limit && text[index + 1] == '"' ? index + 2 : index + 1;
        var end = start;
        while (end < limit && text[end] is not (';' or '"' or '\'' or '\n' or '\r' or ',') && (isAttribute || !char.IsWhiteSpace(text[end])))
            end++;
        return (start, end, isAttribute);
    }
}
