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
        var span = text.AsSpan();
        if (HasLongToken(text))
            TokenScanner.Scan(text, found);
        var foreign = span.ContainsAnyExceptInRange('\0', '\u007F');
        var may = Glance.At(span);
        if (foreign || (may & Glance.May.Label) != 0)
            LabelScanner.Scan(text, foreign, found);
        if ((may & Glance.May.Name) != 0)
            NameScanner.Scan(text, found);
        var signs = span.Contains('@');
        if (signs)
        {
            EmailScanner.Scan(text, found);
            TokenScanner.ScanAddresses(text, found);
        }
        if ((signs || (may & Glance.May.SpeltEmail) != 0) && span.ContainsAny(Hints.Dots))
            SpeltEmailScanner.Scan(text, found);
        if (HasDigits(span))
            DigitScanners(text, foreign ? Glance.May.BirthLabel | Glance.May.PhoneLabel : may, found);
        return found;
    }

    private static void DigitScanners(string text, Glance.May may, List<Secret> found)
    {
        BirthDateScanner.Scan(text, (may & Glance.May.BirthLabel) != 0, found);
        PhoneScanner.Scan(text, (may & Glance.May.PhoneLabel) != 0, found);
        NumberScanner.Scan(text, found);
    }

    // Looks at the last place that a run could reach, and back from there: most characters are never looked at.
    private static bool HasLongToken(string text)
    {
        for (var (start, end) = (0, ShortestToken - 1); end < text.Length; end = start + ShortestToken - 1)
        {
            var index = end;
            while (index >= start && TokenScanner.IsTokenCharacter(text[index]))
                index--;
            if (index < start)
                return true;
            start = index + 1;
        }
        return false;
    }

    private static bool HasDigits(ReadOnlySpan<char> text)
    {
        for (var count = 0; count < FewestDigits; count++)
        {
            var next = text.IndexOfAnyInRange('0', '9');
            if (next < 0)
                return false;
            text = text[(next + 1)..];
        }
        return true;
    }
}
