namespace Motics.Support.Core.Masking;

/// <summary>Finds keys and JSON web tokens by their shape alone.</summary>
internal static class TokenScanner
{
    public static bool IsTokenCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '+' or '/' or '=' or '-';

    public static void Scan(string text, List<Secret> found)
    {
        for (var start = 0; start < text.Length;)
        {
            if (!IsTokenCharacter(text[start]))
            {
                start++;
                continue;
            }
            var end = End(text, start);
            start = Take(text, start, end, found);
        }
    }

    private static int Take(string text, int start, int end, List<Secret> found)
    {
        var run = text.AsSpan(start, end - start);
        var jwt = run.IndexOf("eyJ", StringComparison.Ordinal);
        if (jwt >= 0 && end < text.Length && text[end] == '.' && run.Length - jwt >= 10)
        {
            end = EndOfJwt(text, end);
            found.Add(new Secret(start + jwt, end, MaskedKinds.Token));
        }
        else if (KeyShape.IsSecret(run))
        {
            found.Add(new Secret(start, end, MaskedKinds.Key));
        }
        return end;
    }

    private static int EndOfJwt(string text, int end)
    {
        while (end + 1 < text.Length && text[end] == '.' && IsTokenCharacter(text[end + 1]))
            end = End(text, end + 1);
        return end;
    }

    private static int End(string text, int start)
    {
        while (start < text.Length && IsTokenCharacter(text[start]))
            start++;
        return start;
    }
}
