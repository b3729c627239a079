namespace Motics.Support.Core.Masking.Secrets;

/// <summary>GUIDs and other hexadecimal text in groups, anywhere in a run of token characters.</summary>
internal static class HexGroups
{
    /// <summary>True when hexadecimal digits, hyphens between them allowed, come in a row of at least this many, with letters and figures among them.</summary>
    public static bool Has(ReadOnlySpan<char> run, int fewest)
    {
        var (digits, letters, afterHyphen) = (0, 0, false);
        foreach (var character in run)
        {
            if (character == '-' && digits + letters > 0 && !afterHyphen)
            {
                afterHyphen = true;
                continue;
            }
            if (char.IsAsciiHexDigit(character))
                (digits, letters) = char.IsAsciiDigit(character) ? (digits + 1, letters) : (digits, letters + 1);
            else
                (digits, letters) = (0, 0);
            afterHyphen = false;
            if (digits + letters >= fewest && letters > 0 && digits * 4 >= letters)
                return true;
        }
        return false;
    }
}
