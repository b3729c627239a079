namespace Motics.Support.Core.Masking;

/// <summary>
/// Finds secrets by what stands before them: <c>Bearer …</c>, <c>api_key=…</c>, <c>password: …</c>. A shorter value than the shape alone would show
/// counts here, but prose does not: "Missing API key: please reconnect" holds no key.
/// </summary>
internal static class AssignmentScanner
{
    private static readonly string[] Passwords = ["password", "passwd", "passphrase", "passcode", "pwd", "secret"];
    private static readonly string[] Keys = ["key", "token", "credential", "credentials", "authorization", "authorisation"];
    private static readonly string[] Schemes = ["bearer", "basic"];
    private static readonly string[] NoSecrets = ["null", "none", "true", "false", "missing", "expired", "invalid", "required", "undefined", "empty", "unknown", "rejected", "revoked", "redacted"];

    public static void Scan(string text, List<Secret> found)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && char.IsAsciiLetter(text[end]))
                end++;
            if (end - start >= 3)
                Take(text, start, end, found);
            start = end + 1;
        }
    }

    private static void Take(string text, int start, int end, List<Secret> found)
    {
        var word = text.AsSpan(start, end - start);
        if (Is(word, Schemes))
        {
            Add(text, SkipBlanks(text, end), end, MaskedKinds.Token, found, SecretValue.AfterScheme);
            return;
        }
        var password = EndsWith(word, Passwords);
        if (!password && !EndsWith(word, Keys))
            return;
        var separator = Separator.After(text, end);
        if (separator.ValueStart > 0)
            Add(text, separator.ValueStart, end, password || !word.EndsWith("key", StringComparison.OrdinalIgnoreCase) ? MaskedKinds.Token : MaskedKinds.Key, found,
                password ? SecretValue.AfterPassword : separator.IsAssignment ? SecretValue.AfterAssignment : SecretValue.AfterColon);
    }

    private static void Add(string text, int start, int labelEnd, MaskedKinds kind, List<Secret> found, SecretValue.Test test)
    {
        var end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && !"\"'`,;()[]{}<>&|".Contains(text[end], StringComparison.Ordinal))
            end++;
        while (end > start && text[end - 1] is '.' or '!' or '?' or ':')
            end--;
        var value = text.AsSpan(start, end - start);
        if (start > labelEnd && !Is(value, NoSecrets) && test(value, SecretValue.IsProse(text, start, end)))
            found.Add(new Secret(start, end, kind));
    }

    private static int SkipBlanks(string text, int index)
    {
        while (index < text.Length && text[index] is ' ' or '\t' or ':')
            index++;
        return index;
    }

    private static bool Is(ReadOnlySpan<char> word, string[] words)
    {
        foreach (var candidate in words)
        {
            if (word.Equals(candidate, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    // apiKey, clientSecret and accessToken are one word each.
    private static bool EndsWith(ReadOnlySpan<char> word, string[] words)
    {
        foreach (var candidate in words)
        {
            if (word.EndsWith(candidate, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
