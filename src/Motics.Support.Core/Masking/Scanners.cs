using Motics.Support.Core.Masking.People;
using Motics.Support.Core.Masking.Secrets;

namespace Motics.Support.Core.Masking;

/// <summary>Asks cheaply whether anything could be found, and then only those scanners that could find it.</summary>
internal static class Scanners
{
    private const int ShortestToken = 16;
    private const int FewestDigits = 3;

    private static readonly List<Secret> Nothing = [];

    /// <summary>What is in the text; nobody may add to it.</summary>
    public static List<Secret> Find(string text)
    {
        var span = text.AsSpan();
        var (tokens, glance) = (HasLongToken(text), Glance.At(span));
        // Between words of these scripts stands nothing, so no hint begins one.
        var (eastern, signs) = (span.ContainsAnyInRange(Label.FirstEastern, '\uFFFF'), span.Contains('@'));
        if (glance is { May: Glance.Hint.Nothing, Digits: < FewestDigits } && !tokens && !eastern && !signs)
            return Nothing;
        var found = new List<Secret>();
        if (tokens)
            TokenScanner.Scan(text, found);
        if (eastern || glance.Has(Glance.Hint.Label))
            LabelScanner.Scan(text, glance.Label, eastern, found);
        if (glance.Has(Glance.Hint.Person))
        {
            NameScanner.Scan(text, glance.Person, found);
            HealthMessage.Scan(text, found);
        }
        if (signs)
        {
            EmailScanner.Scan(text, found);
            TokenScanner.ScanAddresses(text, found);
        }
        if (signs && text.Contains(" @ ", StringComparison.Ordinal))
            MailboxScanner.Scan(text, " @ ", found);
        if (glance.Has(Glance.Hint.At))
            MailboxScanner.Scan(text, " at ", found);
        if ((signs || glance.Has(Glance.Hint.SpeltEmail)) && span.ContainsAny(Hints.Dots))
            SpeltEmailScanner.Scan(text, found);
        if (glance.Digits >= FewestDigits)
            DigitScanners(text, glance, span.ContainsAnyExceptInRange('\0', '\u007F'), found);
        return found;
    }

    private static void DigitScanners(string text, Glance glance, bool foreign, List<Secret> found)
    {
        BirthDateScanner.Scan(text, foreign || glance.Has(Glance.Hint.BirthLabel), foreign || glance.Has(Glance.Hint.Month), found);
        if (glance.Digits >= PhoneShape.FewestDigits)
            PhoneScanner.Scan(text, foreign || glance.Has(Glance.Hint.PhoneLabel), found);
        if (glance.Digits >= NumberScanner.FewestDigits)
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
}
