namespace Motics.Support.Core.Masking.People;

/// <summary>A date as people and programs write it, at a place in a text.</summary>
/// <param name="End">One past it; 0 when no date stands there.</param>
/// <param name="Year">With the century guessed for two digits after an apostrophe; 0 for other two digits, which make a date after a label only.</param>
internal readonly record struct DateText(int End, int Year)
{
    private const int MostBlanks = 4;
    private const int MostBetween = 14;
    private const int YoungestWithApostrophe = 19;
    private const int EldestWithApostrophe = 30;

    private static readonly string[] Ordinals = ["st", "nd", "rd", "th", "er", "re", "º", "ª"];
    private static readonly string[] Fillers = ["day", "of", "de", "di", "del", "the", "van"];

    /// <summary>Reads <c>dd/mm/yyyy</c>, <c>yyyy-mm-dd</c>, <c>3 March 1985</c>, <c>the 3rd of March, 1985</c>, <c>March 3, 1985</c> and their like.</summary>
    /// <param name="text">Where it stands.</param>
    /// <param name="start">Its first letter or figure.</param>
    /// <param name="labelled">True after a label, where figures may stand apart: <c>3 / 3 1985</c>.</param>
    public static DateText At(string text, int start, bool labelled)
    {
        var first = Figure.At(text, start);
        if (first.Digits == 0)
            return MonthFirst(text, start);
        var second = Figure.At(text, Between(text, first.End, labelled, out var sign));
        if (second.Digits == 0 || sign == '\0')
            return first.Digits <= 2 ? DayFirst(text, first.End) : first.Digits == 4 ? YearFirst(text, first) : default;
        if (second.Digits > 2)
            return default;
        var third = Figure.At(text, Between(text, second.End, labelled, out var other));
        return other == '\0' || (!labelled && other != sign && other is not '月') ? default : Numeric(first, second, third, text);
    }

    /// <summary>One past a date whose parts stand apart, as programs write them: <c>new Date(1940, 6, 11)</c>, <c>"year":1940,"month":6,"day":11</c>; 0 for none.</summary>
    public static int SpreadEnd(string text, int start)
    {
        var year = Figure.At(text, start);
        var month = year is { Digits: 4, Value: >= 1900 and < 2100 } ? Figure.At(text, Apart(text, year.End)) : default;
        var day = month.Digits is 1 or 2 && month.Value <= 12 ? Figure.At(text, Apart(text, month.End)) : default;
        return day.Digits is 1 or 2 && IsDay(day.Value) ? day.End : 0;
    }

    // A comma or a colon at least, and names of fields.
    private static int Apart(string text, int index)
    {
        var gap = text.AsSpan(index, Math.Min(MostBetween, text.Length - index));
        var length = gap.IndexOfAnyInRange('0', '9');
        return length > 0 && gap[..length].ContainsAny(',', ':', '=') && !gap[..length].ContainsAny(". ;\n") ? index + length : length == 2 && gap.StartsWith(", ", StringComparison.Ordinal) ? index + 2 : text.Length;
    }

    private static DateText Numeric(Figure first, Figure second, Figure third, string text) => (first.Digits, third.Digits) switch
    {
        (4, 1 or 2) when IsMonth(second.Value) && IsDay(third.Value) => new DateText(Char(text, third.End) == '日' ? third.End + 1 : third.End, first.Value),
        (1 or 2, 4) when IsDayAndMonth(first.Value, second.Value) => new DateText(third.End, third.Value),
        // Two digits of year are no bare date (versions, addresses look so); year 0 keeps them for the label.
        (1 or 2, 2) when IsDayAndMonth(first.Value, second.Value) || (IsMonth(second.Value) && IsDay(third.Value)) => new DateText(third.End, 0),
        _ => default,
    };

    // One sign; blanks beside it where a slash stands, and anywhere after a label.
    private static int Between(string text, int index, bool labelled, out char sign)
    {
        sign = '\0';
        var start = index;
        while (index - start < MostBlanks && Char(text, index) is ' ' or '/' or '-' or '.' or '年' or '月')
        {
            if (text[index] != ' ')
            {
                if (sign != '\0' && sign != ' ')
                    return start;
                sign = text[index];
            }
            index++;
        }
        if (sign == '\0' && index > start && labelled)
            sign = ' ';
        if (!labelled && index - start > 1 && sign != '/')
            sign = '\0';
        return index;
    }

    private static DateText DayFirst(string text, int end)
    {
        foreach (var ordinal in Ordinals)
        {
            if (string.Compare(text, end, ordinal, 0, ordinal.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                end += ordinal.Length;
                break;
            }
        }
        var month = MonthName.End(text, SkipWords(text, end));
        return month == 0 ? default : YearAfter(text, month);
    }

    private static DateText MonthFirst(string text, int start)
    {
        var month = MonthName.End(text, start);
        if (month == 0)
            return default;
        var day = Figure.At(text, SkipWords(text, month));
        if (day.Digits is 0 or > 2 || !IsDay(day.Value))
            return default;
        var end = day.End;
        while (char.IsAsciiLetter(Char(text, end)) && end - day.End < 2)
            end++;
        return YearAfter(text, end);
    }

    // 1932-Aug-14.
    private static DateText YearFirst(string text, Figure year)
    {
        var month = MonthName.End(text, SkipWords(text, year.End));
        var day = month == 0 ? default : Figure.At(text, SkipWords(text, month));
        return day.Digits is 1 or 2 && IsDay(day.Value) ? new DateText(day.End, year.Value) : default;
    }

    private static DateText YearAfter(string text, int end)
    {
        var start = SkipWords(text, end);
        var apostrophe = Char(text, start) == '\'';
        var year = Figure.At(text, apostrophe ? start + 1 : start);
        if (year.Digits == 4)
            return new DateText(year.End, year.Value);
        if (year.Digits != 2 || start == end)
            return default;
        var century = !apostrophe ? 0 : year.Value <= YoungestWithApostrophe ? 2000 : year.Value >= EldestWithApostrophe ? 1900 : 0;
        return new DateText(year.End, century == 0 ? 0 : century + year.Value);
    }

    // Blanks and signs, and up to two small words: "14th day of August", "12 de marzo de 1985".
    private static int SkipWords(string text, int index)
    {
        index = SkipBlanks(text, index);
        for (var words = 0; words < 2; words++)
        {
            var before = index;
            foreach (var filler in Fillers)
            {
                if (string.Compare(text, index, filler, 0, filler.Length, StringComparison.OrdinalIgnoreCase) == 0 && Char(text, index + filler.Length) == ' ')
                    index = SkipBlanks(text, index + filler.Length);
            }
            if (index == before)
                break;
        }
        return index;
    }

    private static int SkipBlanks(string text, int index)
    {
        for (var skipped = 0; skipped < 3 && Char(text, index) is ' ' or ',' or '-' or '.' or '/'; skipped++)
            index++;
        return index;
    }

    private static bool IsDayAndMonth(int first, int second) => (IsDay(first) && IsMonth(second)) || (IsMonth(first) && IsDay(second));

    private static bool IsDay(int value) => value is >= 1 and <= 31;

    private static bool IsMonth(int value) => value is >= 1 and <= 12;

    private static char Char(string text, int index) => index < text.Length ? text[index] : '\0';

    private readonly record struct Figure(int Digits, int Value, int End)
    {
        public static Figure At(string text, int start)
        {
            var (end, value) = (start, 0);
            while (end < text.Length && char.IsAsciiDigit(text[end]) && end - start < 5)
                value = (value * 10) + (text[end++] - '0');
            return new Figure(end - start is > 4 ? 0 : end - start, value, end);
        }
    }
}
