using Motics.Support.Core.Masking.People;

namespace Motics.Support.Core.Masking;

/// <summary>What a text may hold, judged by the first three letters of every hint: one pass without a search, which most texts end with.</summary>
internal static class Glance
{
    [Flags]
    public enum May
    {
        Nothing = 0,
        Label = 1,
        SpeltEmail = 2,
        Name = 4,
        BirthLabel = 8,
        PhoneLabel = 16,
    }

    private const int Letters = 3;
    private const int Bits = 5;
    private const int All = (1 << (Bits * Letters)) - 1;

    private static readonly byte[] Beginnings = Table(
        (Hints.LabelWords, May.Label), (Hints.DotWords, May.SpeltEmail), (Hints.PeopleWords, May.Name), (BirthDateScanner.Labels.Plain, May.BirthLabel), (PhoneScanner.Labels.Plain, May.PhoneLabel));

    public static May At(ReadOnlySpan<char> text)
    {
        var (found, last) = (0, 0);
        foreach (var character in text)
        {
            last = Next(last, character);
            found |= Beginnings[last];
        }
        return (May)found;
    }

    // Capitals and small letters are one; that other characters are like some letters costs a look in vain now and then.
    private static int Next(int last, char character) => ((last << Bits) | (character & 31)) & All;

    private static byte[] Table(params (string[] Words, May May)[] groups)
    {
        var table = new byte[All + 1];
        foreach (var (words, may) in groups)
        {
            foreach (var word in words.Where(word => word.Length >= Letters))
                table[word.Take(Letters).Aggregate(0, Next)] |= (byte)may;
        }
        return table;
    }
}
