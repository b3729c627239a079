namespace Motics.Support.Core.Masking;

/// <summary>
/// Finds secrets by what stands before them: <c>Bearer …</c>, <c>api_key=…</c>, <c>password: …</c>. A shorter value than the shape alone would show
/// counts here, but prose does not: "Missing API key: please reconnect" holds no key.
/// </summary>
internal static class AssignmentScanner
{
    /// <summary>So much of a value is looked at: enough to judge it, and a bound on the work.</summary>
    private const int Judged = 200;

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
            start = end - start >= 3 ? Math.Max(end, Take(text, start, end, found)) : end + 1;
        }
    }

    // Where to go on: behind the label, or behind the secret.
    private static int Take(string text, int start, int end, List<Secret> found)
    {
        var word = text.AsSpan(start, end - start);
        if (Is(word, Schemes))
            return Add(text, SkipBlanks(text, end), end, MaskedKinds.Token, found, SecretValue.AfterScheme);
        var password = EndsWith(word, Passwords);
        if (!password && !EndsWith(word, Keys))
            return end;
        var separator = Separator.After(text, end);
        var kind = !password && word.EndsWith("key", StringComparison.OrdinalIgnoreCase) ? MaskedKinds.Key : MaskedKinds.Token;
        return separator.ValueStart == 0
            ? end
            : Add(text, separator.ValueStart, end, kind, found, password ? SecretValue.AfterPassword : separator.IsAssignment ? SecretValue.AfterAssignment : SecretValue.AfterColon);
    }

    private static int Add(string text, int start, int labelEnd, MaskedKinds kind, List<Secret> found, SecretValue.Test test)
    {
        var end = EndOfValue(text, start, Math.Min(text.Length, start + Judged));
        var value = text.AsSpan(start, end - start).TrimEnd(".!?:");
        if (start == labelEnd || Is(value, NoSecrets) || !test(value, SecretValue.IsProse(text, start, start + value.Length)))
            return labelEnd;
        end = value.Length < end - start ? start + value.Length : EndOfValue(text, end, text.Length);
        found.Add(new Secret(start, end, kind));
        return end;
    }

    private static int EndOfValue(string text, int start, int limit)
    {
        while (start < limit && !char.IsWhiteSpace(text[start]) && !"\"'`,;()[]{}<>&|".Contains(text[start], StringComparison.Ordinal))
            start++;
        return start;
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
