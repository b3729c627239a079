namespace Motics.Support.Core.Masking.People;

/// <summary>
/// Finds dates of birth. After a label (<c>dob</c>, <c>born</c>, <c>dateOfBirth</c>) every date is one, and before one ("… (DOB)") too. A bare date is one when its year is
/// from 1900 to 2019, because Motics is younger: no error of it is dated so, a patient may well be. A date with a time of day is
/// none, except midnight, which is how programs write a date alone.
/// </summary>
internal static class BirthDateScanner
{
    private const int FirstYear = 1900;
    private const int LastYear = 2019;
    private const int LabelReach = 28;
    private const int ReachAfter = 20;

    internal static readonly LabelWords Labels = new(["dob", "d.o.b", "d o b", "born", "birth", "gebor", "geburt", "geb.", "naissance", "nacimiento", "nacid", "nascita", "nato il", "nata il", "nato a", "nata a", "nascimento", "geboorte", "bday", "urodz", "fodsel"], "födelse", "fødsel", "född", "født", "рожд", "生年月日", "생년월일", "γέννησης", "narození", "születés", "doğum", "né le", "née le", "né(e)", "出生", "生日");

    public static void Scan(string text, bool mayBeLabelled, bool mayNameMonths, List<Secret> found)
    {
        var labels = new NearLabel(text, Labels, LabelReach, mayBeLabelled);
        for (var start = 0; start < text.Length; start++)
        {
            if (!mayNameMonths)
            {
                var next = text.AsSpan(start).IndexOfAnyInRange('0', '9');
                if (next < 0)
                    return;
                start += next;
            }
            if (!IsStart(text, start) || (!char.IsAsciiDigit(text[start]) && MonthName.End(text, start) == 0))
                continue;
            var labelled = labels.Covers(start);
            var date = DateText.At(text, start, labelled);
            if (date.End > 0 && (labelled || IsOfAPerson(text, date) || IsNamedAfter(text, date.End)))
                found.Add(new Secret(start, date.End, Masks.BirthDate));
            else if (date.End == 0 && labelled && Compact(text, start) is var end and > 0)
                found.Add(new Secret(start, end, Masks.BirthDate));
            else if (date.End == 0 && labelled && DateText.SpreadEnd(text, start) is var spread and > 0)
                found.Add(new Secret(start, spread, Masks.BirthDate));
            start = Math.Max(start, date.End - 1);
        }
    }

    private static bool IsStart(string text, int index) =>
        char.IsAsciiLetterOrDigit(text[index]) && (index == 0 || !char.IsLetterOrDigit(text[index - 1]) || (char.IsAsciiDigit(text[index]) && char.IsLetter(text[index - 1])))
        && (index < 2 || !(text[index - 1] is '.' or '/' or '-' && char.IsAsciiDigit(text[index - 2])));

    private static bool IsOfAPerson(string text, DateText date) =>
        date.Year is >= FirstYear and <= LastYear && !HasTimeOfDay(text, date.End);

    private static bool HasTimeOfDay(string text, int index)
    {
        var rest = text.AsSpan(index);
        if (rest.Length < 6 || rest[0] is not ('T' or 't' or ' ') || !char.IsAsciiDigit(rest[1]) || !char.IsAsciiDigit(rest[2]) || rest[3] != ':')
            return false;
        return !rest[1..].StartsWith("00:00", StringComparison.Ordinal);
    }

    // "12/03/2021 (DOB)", "12/03/2021 is her date of birth".
    private static bool IsNamedAfter(string text, int end)
    {
        var after = text.AsSpan(end, Math.Min(ReachAfter, text.Length - end));
        foreach (var word in (ReadOnlySpan<string>)["(dob", " dob", "(date of birth", "date of birth", "birthday", "(born"])
        {
            if (after.IndexOf(word, StringComparison.OrdinalIgnoreCase) is var index and >= 0 && after[..index].IndexOfAny(".;,:\n") < 0 && after[..index].IndexOfAnyInRange('0', '9') < 0)
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
        return end - start is >= 6 and <= 10 && (end == text.Length || !char.IsLetter(text[end])) ? end : 0;
    }
}
