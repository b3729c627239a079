namespace Motics.Support.Core.Masking.Secrets;

/// <summary>Counts by which random text and words are told apart.</summary>
internal readonly record struct TextShape(int Lower, int Upper, int Digits, int DigitGroups, int Changes, int Vowels, int RareLetters, int CapitalPairs)
{
    public int Letters => Lower + Upper;

    /// <summary>Counts in one pass. <see cref="Changes"/> are neighbours of different sorts (small, capital, digit), separators left out; <see cref="CapitalPairs"/> are neighbouring capitals.</summary>
    public static TextShape Of(ReadOnlySpan<char> text)
    {
        var (lower, upper, digits, groups, changes, vowels, rare, pairs) = (0, 0, 0, 0, 0, 0, 0, 0);
        var before = Sort.None;
        foreach (var character in text)
        {
            var sort = SortOf(character);
            if (sort == Sort.None)
                continue;
            lower += sort == Sort.Lower ? 1 : 0;
            upper += sort == Sort.Upper ? 1 : 0;
            digits += sort == Sort.Digit ? 1 : 0;
            groups += sort == Sort.Digit && before != Sort.Digit ? 1 : 0;
            changes += before != Sort.None && sort != before ? 1 : 0;
            vowels += "aeiouAEIOU".Contains(character, StringComparison.Ordinal) ? 1 : 0;
            rare += "jqxzkwvJQXZKWV".Contains(character, StringComparison.Ordinal) ? 1 : 0;
            pairs += sort == Sort.Upper && before == Sort.Upper ? 1 : 0;
            before = sort;
        }
        return new TextShape(lower, upper, digits, groups, changes, vowels, rare, pairs);
    }

    private static Sort SortOf(char character) => character switch
    {
        >= 'a' and <= 'z' => Sort.Lower,
        >= 'A' and <= 'Z' => Sort.Upper,
        >= '0' and <= '9' => Sort.Digit,
        _ => Sort.None,
    };

    private enum Sort { None, Lower, Upper, Digit }
}
