namespace Motics.Support.Core.Masking;

/// <summary>
/// Finds dates of birth. After a label (<c>dob</c>, <c>born</c>, <c>date of birth</c>) every date is one. A bare date is one when its year is
/// from 1900 to 2019, because Motics is younger: no error of it is dated so, a patient may well be. A date with a time of day is
/// none, except midnight, which is how programs write a date alone.
/// </summary>
internal static class BirthDateScanner
{
    private const int FirstYear = 1900;
    private const int LastYear = 2019;
    private const int LabelReach = 16;

    private static readonly string[] Labels = ["dob", "d.o.b", "born", "birth", "birthday", "birthdate"];

    public static void Scan(string text, List<Secret> found)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (!IsStart(text, start))
                continue;
            var date = DateText.At(text, start);
            if (date.End > 0 && (IsOfAPerson(text, date) || IsLabelled(text, start)))
                found.Add(new Secret(start, date.End, MaskedKinds.DateOfBirth));
            else if (date.End == 0 && Compact(text, start) is var end and > 0 && IsLabelled(text, start))
                found.Add(new Secret(start, end, MaskedKinds.DateOfBirth));
            start = Math.Max(start, date.End - 1);
        }
    }

    private static bool IsStart(string text, int index) =>
        char.IsAsciiLetterOrDigit(text[index]) && (index == 0 || !char.IsLetterOrDigit(text[index - 1])) && (index < 2 || !(text[index - 1] is '.' or '/' or '-' && char.IsAsciiDigit(text[index - 2])));

    private static bool IsOfAPerson(string text, DateText date) =>
        date.Year is >= FirstYear and <= LastYear && !HasTimeOfDay(text, date.End);

    private static bool HasTimeOfDay(string text, int index)
    {
        var rest = text.AsSpan(index);
        if (rest.Length < 6 || rest[0] is not ('T' or 't' or ' ') || !char.IsAsciiDigit(rest[1]) || !char.IsAsciiDigit(rest[2]) || rest[3] != ':')
            return false;
        return !rest[1..].StartsWith("00:00", StringComparison.Ordinal);
    }

    private static bool IsLabelled(string text, int start)
    {
        var before = text.AsSpan(Math.Max(0, start - LabelReach), Math.Min(start, LabelReach));
        foreach (var label in Labels)
        {
            var index = before.LastIndexOf(label, StringComparison.OrdinalIgnoreCase);
            if (index >= 0 && (index == 0 || !char.IsAsciiLetter(before[index - 1])) && before[(index + label.Length)..].IndexOfAnyInRange('0', '9') < 0)
                return true;
        }
        return false;
    }

    // ddmmyyyy, yyyymmdd or ddmmyy without separators, after a label only.
    private static int Compact(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end - start is 6 or 8 ? end : 0;
    }
}
