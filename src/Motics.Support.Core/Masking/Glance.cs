using Motics.Support.Core.Masking.People;

namespace Motics.Support.Core.Masking;

/// <summary>Which hints a text holds, found in one pass by their first three letters: most texts hold none, and end with it.</summary>
/// <param name="May">What may be found.</param>
/// <param name="Label">Where the first word before secrets stands.</param>
/// <param name="Person">Where the first word before names stands.</param>
/// <param name="Digits">How many figures there are.</param>
internal readonly record struct Glance(Glance.Hint May, int Label, int Person, int Digits)
{
    [Flags]
    public enum Hint : byte
    {
        Nothing = 0,
        Label = 1,
        SpeltEmail = 2,
        Person = 4,
        BirthLabel = 8,
        PhoneLabel = 16,
        Month = 32,
        At = 64,
    }

    private const int Letters = 3;
    private const int Bits = 5;
    private const int All = (1 << (Bits * Letters)) - 1;

    private static readonly (string Word, Hint Hint)[] Hints =
    [
        .. Of(Masking.Hints.LabelWords, Hint.Label), .. Of(Masking.Hints.DotWords, Hint.SpeltEmail), .. Of(Masking.Hints.PeopleWords, Hint.Person),
        .. Of(BirthDateScanner.Labels.Plain, Hint.BirthLabel), .. Of(PhoneScanner.Labels.Plain, Hint.PhoneLabel), .. Of(MonthName.All, Hint.Month), (" at ", Hint.At),
    ];

    private static readonly (string Word, Hint Hint)[][] Groups = [[], .. Hints.GroupBy(hint => Code(hint.Word)).Select(group => group.ToArray())];

    private static readonly Hint[] GroupHints = [.. Groups.Select(group => group.Aggregate(Hint.Nothing, (all, hint) => all | hint.Hint))];

    // Of three letters the group of hints that begin so; 0 for none.
    private static readonly byte[] Beginnings = Table();

    public bool Has(Hint hint) => (May & hint) != 0;

    public static Glance At(ReadOnlySpan<char> text)
    {
        var (found, last, label, person, digits, beginnings) = (Hint.Nothing, 0, 0, 0, 0, Beginnings);
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            last = Code(last, character);
            digits += (uint)(character - '0') <= 9 ? 1 : 0;
            if (beginnings[last] is var group and not 0 && (GroupHints[group] & ~found) != 0 && index >= Letters - 1)
            {
                var more = Confirm(text, index - Letters + 1, group) & ~found;
                label = (more & Hint.Label) != 0 ? index - Letters + 1 : label;
                person = (more & Hint.Person) != 0 ? index - Letters + 1 : person;
                found |= more;
            }
        }
        return new Glance(found, label, person, digits);
    }

    /// <summary>Where the word begins that the next hint is in; the end of the text when there is none.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="from">Where to go on.</param>
    /// <param name="hint">What is looked for.</param>
    public static int Next(string text, int from, Hint hint)
    {
        var last = 0;
        for (var index = from; index < text.Length; index++)
        {
            last = Code(last, text[index]);
            if (Beginnings[last] is var group and not 0 && (GroupHints[group] & hint) != 0 && index - from >= Letters - 1 && (Confirm(text, index - Letters + 1, group) & hint) != 0)
                return WordStart(text, index - Letters + 1, from);
        }
        return text.Length;
    }

    public static int WordStart(string text, int place, int least)
    {
        while (place > least && char.IsLetter(text[place - 1]))
            place--;
        return place;
    }

    private static Hint Confirm(ReadOnlySpan<char> text, int place, byte group)
    {
        var found = Hint.Nothing;
        foreach (var (word, hint) in Groups[group])
        {
            if (text[place..].StartsWith(word, StringComparison.OrdinalIgnoreCase) && (hint != Hint.Month || IsWord(text, place, place + word.Length)))
                found |= hint;
        }
        return found;
    }

    private static bool IsWord(ReadOnlySpan<char> text, int start, int end) => (start == 0 || !char.IsLetter(text[start - 1])) && (end == text.Length || !char.IsLetter(text[end]));

    // Capitals and small letters are one; that other characters are like some letters costs a comparison in vain now and then.
    private static int Code(int last, char character) => ((last << Bits) | (character & 31)) & All;

    private static int Code(string word) => word.Take(Letters).Aggregate(0, Code);

    private static IEnumerable<(string Word, Hint Hint)> Of(IEnumerable<string> words, Hint hint) => words.Where(word => word.Length >= Letters).Select(word => (word, hint));

    private static byte[] Table()
    {
        var table = new byte[All + 1];
        for (var group = 1; group < Groups.Length; group++)
            table[Code(Groups[group][0].Word)] = checked((byte)group);
        return table;
    }
}
