namespace Motics.Support.Core.Masking.People;

/// <summary>Which groups of digits are a phone number.</summary>
internal static class PhoneShape
{
    /// <summary>The shortest number that is one, and only after a label.</summary>
    public const int FewestDigits = 6;

    /// <summary>True for a number with its country (<c>+61 …</c>, <c>0044 …</c>), a trunk zero, an American grouping, or any after a label.</summary>
    public static bool IsPhone(string whole, int start, ReadOnlySpan<DigitGroup> groups, bool labelled)
    {
        var text = whole.AsSpan(start, groups[^1].End - start);
        var digits = 0;
        foreach (var group in groups)
            digits += group.Digits;
        if (IsDate(groups))
            return false;
        if (text.StartsWith("+", StringComparison.Ordinal) || text.StartsWith("(+", StringComparison.Ordinal))
            return digits is >= 8 and <= 15;
        if (labelled && digits is >= FewestDigits and <= 15)
            return true;
        var first = text.TrimStart('(');
        if (first.StartsWith("00", StringComparison.Ordinal))
            return digits is >= 11 and <= 17 && first[2..].TrimStart(" -.()") is { Length: > 0 } country && country[0] != '0';
        return first[0] == '0' ? digits is 10 or 11 && groups[0].Digits >= 2 || digits is 9 && IsNewZealand(groups, first) && !NumberContext.IsOfAThing(whole, start, groups[^1].End) : IsAmerican(groups) || IsAustralianService(groups);
    }

    // 09 123 4567, 021 123 456: an area or a mobile prefix, then no group alone.
    private static bool IsNewZealand(ReadOnlySpan<DigitGroup> groups, ReadOnlySpan<char> text)
    {
        if (groups.Length == 1)
            return text[1] is >= '2' and <= '9' && text[2] is >= '1';
        foreach (var group in groups)
        {
            if (group.Digits < 2)
                return false;
        }
        return groups[0].Digits is 2 or 3 or 5 or 6 && groups[0].Value > 1;
    }

    // 555-010-1234, (555) 010-1234, 1 555 010 1234: area and exchange never start with 0 or 1, except that invented numbers do in the exchange.
    private static bool IsAmerican(ReadOnlySpan<DigitGroup> groups)
    {
        if (groups is [{ Digits: 1, Value: 1 }, ..])
            groups = groups[1..];
        return groups is [{ Digits: 3, Value: >= 200 }, { Digits: 3 }, { Digits: 4 }];
    }

    private static bool IsAustralianService(ReadOnlySpan<DigitGroup> groups) =>
        groups is [{ Digits: 4, Value: 1300 or 1800 }, { Digits: 3 }, { Digits: 3 }];

    // 04-11-2026 09 is a date with a time, whatever number of digits it has.
    private static bool IsDate(ReadOnlySpan<DigitGroup> groups) =>
        groups is [{ Digits: <= 2 }, { Digits: <= 2, Before: '-' or '/' or '.' }, { Digits: 4, Value: >= 1900 and < 2100, Before: '-' or '/' or '.' }, ..]
        || groups is [{ Digits: 4, Value: >= 1900 and < 2100 }, { Digits: 2, Before: '-' or '/' or '.' }, { Digits: 2, Before: '-' or '/' or '.' }, ..];
}
