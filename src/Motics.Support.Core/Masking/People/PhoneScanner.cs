using System.Buffers;

namespace Motics.Support.Core.Masking.People;

/// <summary>Finds phone numbers of Australia, the United Kingdom, the United States and abroad by how their digits are grouped.</summary>
internal static class PhoneScanner
{
    private const int MostGroups = 8;
    private const int LabelReach = 18;

    internal static readonly LabelWords Labels = new(["phone", "mobile", "mob ", "mob:", "mob.", "tel ", "tel:", "tel.", "tel\"", "tel=", "tel-", "tel\n", "telephone", "telefon", "telefoon", "cell ", "cell:", "cell-", "cell\n", "cellphone", "fax", "ph ", "ph:", "ph.", "ph\n", "handy", "contact number", "contact no", "whatsapp"], "téléphone", "teléfono", "电话", "電話", "手机", "手機");

    private static readonly SearchValues<char> Starts = SearchValues.Create("0123456789+(");

    public static void Scan(string text, bool mayBeLabelled, List<Secret> found)
    {
        var labels = new NearLabel(text, Labels, LabelReach, mayBeLabelled);
        Span<DigitGroup> groups = stackalloc DigitGroup[MostGroups];
        for (var start = 0; start < text.Length;)
        {
            var next = text.AsSpan(start).IndexOfAny(Starts);
            if (next < 0)
                return;
            start += next;
            if (!IsStart(text, start))
            {
                start++;
                continue;
            }
            var count = DigitGroup.Read(text, start, groups);
            var end = Longest(text, start, groups[..count], ref labels);
            if (end > 0)
                found.Add(new Secret(start, end, Masks.Phone));
            // Not this group, then perhaps a number that starts at the next one: "error 401 0412 345 678".
            start = end > 0 ? end : count > 0 ? groups[0].End : start + 1;
        }
    }

    private static bool IsStart(string text, int index)
    {
        if (!char.IsAsciiDigit(text[index]) && !(text[index] is '+' or '(' && index + 1 < text.Length && (char.IsAsciiDigit(text[index + 1]) || text[index + 1] is '+' or '(')))
            return false;
        if (index == 0)
            return true;
        var before = text[index - 1];
        return !char.IsLetterOrDigit(before) && before is not ('_' or '#' or '+') && !(before is '.' or ':' && index > 1 && char.IsAsciiDigit(text[index - 2]));
    }

    private static int Longest(string text, int start, Span<DigitGroup> groups, ref NearLabel labels)
    {
        // Fewer digits than any number has: a status, a count. Most texts end here.
        var digits = 0;
        foreach (var group in groups)
            digits += group.Digits;
        if (digits < PhoneShape.FewestDigits)
            return 0;
        var labelled = labels.Covers(start);
        for (var count = groups.Length; count > 0; count--)
        {
            var end = groups[count - 1].End;
            if (IsBoundary(text, end) && PhoneShape.IsPhone(text, start, groups[..count], labelled))
                return end;
        }
        return 0;
    }

    private static bool IsBoundary(string text, int end) => end == text.Length || (!char.IsLetterOrDigit(text[end]) && text[end] is not ('_' or ':' or '@'));
}

/// <summary>Digits in a row, and what stood before them.</summary>
internal readonly record struct DigitGroup(int Digits, int Value, int End, char Before)
{
    private const int MostSeparators = 4;

    /// <summary>Reads groups of digits with spaces, hyphens, dots, slashes or brackets between them; returns how many.</summary>
    public static int Read(string text, int start, Span<DigitGroup> groups)
    {
        var (index, count) = (start, 0);
        while (count < groups.Length)
        {
            var (digit, before) = (index, '\0');
            while (digit < text.Length && digit - index < MostSeparators && IsSeparator(text[digit]))
                before = text[digit++] is var character && (before is '\0' or ' ') ? character : before;
            var end = digit;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;
            if (end == digit)
                break;
            groups[count++] = new DigitGroup(end - digit, end - digit <= 9 ? int.Parse(text.AsSpan(digit, end - digit), System.Globalization.CultureInfo.InvariantCulture) : -1, end, before);
            index = end;
        }
        return count;
    }

    private static bool IsSeparator(char character) => character is ' ' or '\t' or '-' or '.' or '/' or '(' or ')' or '+' or '_';
}
