using System.Buffers;

namespace Motics.Support.Core.Masking;

/// <summary>A date as people and programs write it, at a place in a text.</summary>
/// <param name="End">One past it; 0 when no date stands there.</param>
/// <param name="Year">With the century guessed for two digits.</param>
internal readonly record struct DateText(int End, int Year)
{
    private static readonly SearchValues<char> MonthInitials = SearchValues.Create("jfmasondJFMASOND");
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Reads <c>dd/mm/yyyy</c>, <c>yyyy-mm-dd</c>, <c>3 March 1985</c>, <c>March 3, 1985</c> and their like.</summary>
    public static DateText At(string text, int start)
    {
        var first = Number(text, start);
        if (first.Digits == 0)
            return MonthFirst(text, start);
        var separator = Char(text, first.End);
        if (separator is not ('/' or '-' or '.'))
            return first.Digits <= 2 ? DayFirst(text, first.End) : default;
        var second = Number(text, first.End + 1);
        if (second.Digits == 0)
            return first.Digits <= 2 ? DayFirst(text, first.End) : default;
        return second.Digits > 2 || Char(text, second.End) != separator ? default : Numeric(first, second, Number(text, second.End + 1));
    }

    private static DateText Numeric(Figure first, Figure second, Figure third) => (first.Digits, third.Digits) switch
    {
        (4, 1 or 2) when IsMonth(second.Value) && IsDay(third.Value) => new DateText(third.End, first.Value),
        (1 or 2, 4) when IsDayAndMonth(first.Value, second.Value) => new DateText(third.End, third.Value),
        // Two digits of year are no bare date (versions, addresses look so); year 0 keeps them for the label.
        (1 or 2, 2) when IsDayAndMonth(first.Value, second.Value) => new DateText(third.End, 0),
        _ => default,
    };

    private static DateText DayFirst(string text, int end)
    {
        if (string.Compare(text, end, "st", 0, 2, StringComparison.OrdinalIgnoreCase) == 0 || string.Compare(text, end, "nd", 0, 2, StringComparison.OrdinalIgnoreCase) == 0
            || string.Compare(text, end, "rd", 0, 2, StringComparison.OrdinalIgnoreCase) == 0 || string.Compare(text, end, "th", 0, 2, StringComparison.OrdinalIgnoreCase) == 0)
            end += 2;
        var month = MonthEnd(text, SkipBlanks(text, end));
        return month == 0 ? default : YearAfter(text, month);
    }

    private static DateText MonthFirst(string text, int start)
    {
        var month = MonthEnd(text, start);
        if (month == 0)
            return default;
        var day = Number(text, SkipBlanks(text, month));
        if (day.Digits is 0 or > 2)
            return default;
        var end = day.End;
        while (char.IsAsciiLetter(Char(text, end)) && end - day.End < 2)
            end++;
        return YearAfter(text, end);
    }

    private static DateText YearAfter(string text, int end)
    {
        var year = Number(text, SkipBlanks(text, end));
        return year.Digits == 4 ? new DateText(year.End, year.Value) : default;
    }

    private static int MonthEnd(string text, int start)
    {
        if (start >= text.Length || !MonthInitials.Contains(text[start]))
            return 0;
        foreach (var month in Months)
        {
            if (string.Compare(text, start, month, 0, 3, StringComparison.OrdinalIgnoreCase) != 0)
                continue;
            var end = start + 3;
            while (char.IsAsciiLetter(Char(text, end)) && end - start < 9)
                end++;
            return end;
        }
        return 0;
    }

    private static int SkipBlanks(string text, int index)
    {
        for (var skipped = 0; skipped < 3 && Char(text, index) is ' ' or ',' or '-' or '.'; skipped++)
            index++;
        return index;
    }

    private static bool IsDayAndMonth(int first, int second) => (IsDay(first) && IsMonth(second)) || (IsMonth(first) && IsDay(second));

    private static bool IsDay(int value) => value is >= 1 and <= 31;

    private static bool IsMonth(int value) => value is >= 1 and <= 12;

    private static char Char(string text, int index) => index < text.Length ? text[index] : '\0';

    private static Figure Number(string text, int start)
    {
        var (end, value) = (start, 0);
        while (end < text.Length && char.IsAsciiDigit(text[end]) && end - start < 5)
            value = (value * 10) + (text[end++] - '0');
        return new Figure(end - start is > 4 ? 0 : end - start, value, end);
    }

    private readonly record struct Figure(int Digits, int Value, int End);
}
