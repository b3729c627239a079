namespace Motics.Support.Core.Masking.People;

/// <summary>The value of a field for a name: <c>"firstName":"Jane"</c>, <c>last_name=Doe&amp;…</c>, <c>Surname: Doe</c>.</summary>
internal static class NameField
{
    private const int Longest = 60;
    private const int Farthest = 8;

    /// <summary>Reads on behind the label; returns where to go on.</summary>
    public static int Take(string text, int labelEnd, List<Secret> found)
    {
        var (index, bound, quote) = (labelEnd, false, '\0');
        while (index < text.Length && index - labelEnd < Farthest && text[index] is ' ' or '"' or '\'' or ':' or '=' or '>' or '[')
        {
            bound |= text[index] is ':' or '=' or '>';
            quote = text[index] is '"' or '\'' ? text[index] : '\0';
            index++;
        }
        if (!bound)
            return labelEnd;
        var end = End(text, index, quote);
        if (end - index < 2 || NotNames.IsValue(text.AsSpan(index, end - index)))
            return labelEnd;
        found.Add(new Secret(index, end, Masks.PatientName));
        return end;
    }

    private static int End(string text, int start, char quote)
    {
        var end = start;
        while (end < text.Length && end - start < Longest && (char.IsLetter(text[end]) || char.GetUnicodeCategory(text[end]) == System.Globalization.UnicodeCategory.NonSpacingMark || text[end] is ' ' or '-' or '.' || (text[end] == '\'' && quote != '\'')))
            end++;
        // "FirstName: Jane LastName: Doe": the last word is the next label.
        if (end < text.Length && text[end] is ':' or '=' && quote == '\0' && text.AsSpan(start, end - start).LastIndexOf(' ') is var blank and > 0)
            end = start + blank;
        while (end > start && text[end - 1] is ' ' or '.' or '-')
            end--;
        return end;
    }
}
