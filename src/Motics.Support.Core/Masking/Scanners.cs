using Motics.Support.Core.Masking.People;
using Motics.Support.Core.Masking.Secrets;

namespace Motics.Support.Core.Masking;

/// <summary>Asks cheaply whether anything could be found, and then only those scanners that could find it.</summary>
internal static class Scanners
{
    private const int ShortestToken = 16;
    private const int FewestDigits = 3;

    public static List<Secret> Find(string text)
    {
        var found = new List<Secret>();
        var (digits, run, signs, foreign) = (0, 0, false, false);
        foreach (var character in text)
        {
            digits += char.IsAsciiDigit(character) ? 1 : 0;
            signs |= character == '@';
            foreign |= character > '\u007F';
            if (run >= 0)
                run = TokenScanner.IsTokenCharacter(character) ? run + 1 == ShortestToken ? -1 : run + 1 : 0;
        }
        if (run < 0)
            TokenScanner.Scan(text, found);
        if (foreign || text.AsSpan().ContainsAny(Hints.Labels))
            LabelScanner.Scan(text, found);
        if (signs)
        {
            EmailScanner.Scan(text, found);
            TokenScanner.ScanAddresses(text, found);
        }
        if (text.AsSpan().ContainsAny(Hints.Dots))
            SpeltEmailScanner.Scan(text, found);
        if (text.AsSpan().ContainsAny(Hints.People))
            NameScanner.Scan(text, found);
        if (digits >= FewestDigits)
            DigitScanners(text, found);
        return found;
    }

    private static void DigitScanners(string text, List<Secret> found)
    {
        BirthDateScanner.Scan(text, found);
        PhoneScanner.Scan(text, found);
        NumberScanner.Scan(text, found);
    }
}
