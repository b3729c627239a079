namespace Motics.Support.Core.Masking.People;

/// <summary>
/// Finds the numbers of Medicare cards, of the NHS and of payment cards by their check digits, and any number of their length after such a label. A number of a thing
/// (an id, an order, a size) passes a check by chance once in ten, so what the word beside it calls so is left alone.
/// </summary>
internal static class NumberScanner
{
    private const int MostGroups = 8;
    public const int FewestDigits = 9;
    private const int MostDigits = 19;
    private const int LabelReach = 16;

    private static readonly LabelWords Medicare = new(["medicare", "ihi", "mcn"]);
    private static readonly LabelWords Nhs = new(["nhs"]);
    private static readonly LabelWords Cards = new(["card", "visa", "amex", "credit", "debit", "cc ", "cc:", "payment", "paid"]);

    public static void Scan(string text, List<Secret> found)
    {
        var (medicare, nhs, cards) = (new NearLabel(text, Medicare, LabelReach), new NearLabel(text, Nhs, LabelReach), new NearLabel(text, Cards, LabelReach));
        Span<DigitGroup> groups = stackalloc DigitGroup[MostGroups];
        Span<char> digits = stackalloc char[MostDigits + 1];
        for (var start = 0; start < text.Length;)
        {
            var next = text.AsSpan(start).IndexOfAnyInRange('0', '9');
            if (next < 0)
                return;
            start += next;
            if (!IsStart(text, start))
            {
                start++;
                continue;
            }
            var count = DigitGroup.Read(text, start, groups);
            var (end, all) = (0, 0);
            foreach (var group in groups[..count])
                all += group.Digits;
            for (var taken = count; taken > 0 && end == 0 && all >= FewestDigits; taken--)
            {
                var length = Copy(text, start, groups[taken - 1].End, digits);
                if (length is < FewestDigits or > MostDigits || !IsBoundary(text, groups[taken - 1].End))
                    continue;
                var mask = Which(digits[..length], groups[..taken], medicare.Covers(start), nhs.Covers(start), cards.Covers(start));
                if (mask is null || (!(medicare.Covers(start) || nhs.Covers(start) || cards.Covers(start)) && NumberContext.IsOfAThing(text, start, groups[taken - 1].End)))
                    continue;
                end = groups[taken - 1].End;
                found.Add(new Secret(start, end, mask));
            }
            start = end > 0 ? end : count > 0 ? groups[0].End : start + 1;
        }
    }

    private static Mask? Which(ReadOnlySpan<char> digits, ReadOnlySpan<DigitGroup> groups, bool medicare, bool nhs, bool card)
    {
        if (digits.Length is 10 or 11 or 12 && (medicare || (CheckDigits.IsMedicare(digits) && (IsGrouped(groups, 4, 5, 1) || groups is [{ Digits: 4 }, { Digits: 6 or 7 }]))))
            return Masks.Medicare;
        if (digits.Length == 10 && (nhs || (CheckDigits.IsNhs(digits) && IsGrouped(groups, 3, 3, 4))))
            return Masks.Nhs;
        if (digits.Length == 16 && digits.StartsWith("80036", StringComparison.Ordinal) && CheckDigits.IsLuhn(digits))
            return Masks.Medicare;
        return digits.Length >= 13 && CheckDigits.IsCard(digits) && (card || groups.Length == 1 || IsCardGrouped(groups)) ? Masks.Card : null;
    }

    // Written as one, or as it stands on the card; what follows is the place of a person on a family's card.
    private static bool IsGrouped(ReadOnlySpan<DigitGroup> groups, int first, int second, int third) =>
        groups.Length == 1 || (groups.Length >= 3 && groups[0].Digits == first && groups[1].Digits == second && groups[2].Digits == third);

    private static bool IsCardGrouped(ReadOnlySpan<DigitGroup> groups) => groups.Length is >= 3 and <= 5 && groups[0].Digits == 4 && groups[1].Digits is 4 or 6;

    private static bool IsStart(string text, int index) =>
        char.IsAsciiDigit(text[index]) && (index == 0 || !(char.IsLetterOrDigit(text[index - 1]) || text[index - 1] is '+' or '_' || (text[index - 1] is '.' or ':' or '-' && index > 1 && (char.IsAsciiDigit(text[index - 2]) || (text[index - 1] != ':' && char.IsAsciiLetter(text[index - 2]))))));

    private static bool IsBoundary(string text, int end) => end == text.Length || (!char.IsLetterOrDigit(text[end]) && text[end] is not ('_' or '@'));

    private static int Copy(string text, int start, int end, Span<char> digits)
    {
        var length = 0;
        for (var index = start; index < end && length < digits.Length; index++)
        {
            if (char.IsAsciiDigit(text[index]))
                digits[length++] = text[index];
        }
        return length;
    }
}
