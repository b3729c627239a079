namespace Motics.Support.Core.Masking.Secrets;

/// <summary>
/// Finds secrets by what stands before them: <c>Bearer …</c>, <c>api_key=…</c>, <c>password was …</c>. A shorter value than the shape alone would show
/// counts here, but prose does not: "Missing API key: please reconnect" holds no key.
/// </summary>
internal static class LabelScanner
{
    /// <summary>Looks at the words that a hint is in.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="first">Where the first hint is.</param>
    /// <param name="every">True to look at every word.</param>
    /// <param name="found">Where secrets are added.</param>
    public static void Scan(string text, int first, bool every, List<Secret> found)
    {
        for (var start = every ? 0 : Glance.WordStart(text, first, 0); start < text.Length; start = every ? start : Glance.Next(text, start, Glance.Hint.Label))
        {
            // "2FA" begins with a figure.
            if (char.IsAsciiDigit(text[start]) && start + 1 < text.Length && char.IsLetter(text[start + 1]))
                start++;
            if (!char.IsLetter(text[start]))
            {
                start++;
                continue;
            }
            var eastern = Label.IsEasternLetter(text[start]);
            var end = start + 1;
            while (end < text.Length && (char.IsLetter(text[end]) || char.GetUnicodeCategory(text[end]) == System.Globalization.UnicodeCategory.NonSpacingMark) && Label.IsEasternLetter(text[end]) == eastern)
                end++;
            start = Math.Max(end, eastern ? Eastern(text, start, end, found) : Take(text, start, end, found));
        }
    }

    // Where to go on: behind the label, or behind the secret.
    private static int Take(string text, int start, int end, List<Secret> found) => Label.Of(text.AsSpan(start, end - start)) switch
    {
        LabelKind.Password => Password(text, start, end, found, sure: true),
        LabelKind.Pass => IsPhrase(text, start) ? end : Password(text, start, end, found, sure: true),
        LabelKind.Pin => new SecretValue(text, Separator.After(text, end)) is { IsPin: true } pin ? pin.AddTo(found, Masks.Password) : end,
        LabelKind.Code => OneTimeCode.After(text, start, end, found),
        LabelKind.Command => CommandLine.After(text, start, end, found),
        LabelKind.Key or LabelKind.Token when IsOption(text, start, end) => new SecretValue(text, Separator.After(text, end) with { Bond = Bond.Colon }) is var option && option.IsPassword(true) ? option.AddTo(found, Masks.TokenLabel) : end,
        LabelKind.Key => Keyed(text, end, found, Masks.KeyLabel, IsOfAnApi(text, start, end)),
        LabelKind.Token => Keyed(text, end, found, Masks.TokenLabel, false),
        LabelKind.Scheme => Scheme(text, end, found, IsAuthorised(text, start)),
        LabelKind.Authorization => Authorised(text, end, found),
        LabelKind.Cookie => CookieScanner.Scan(text, end, found),
        LabelKind.Session => new SecretValue(text, Separator.After(text, end)) is var session && session.IsSession(end - start != "session".Length) ? session.AddTo(found, Masks.Cookie) : end,
        LabelKind.Login => OneTimeCode.After(text, start, end, found) is var next && next > end ? next : SpokenPassword.Pair(text, end, found),
        _ => end - start == 1 && string.Compare(text, start, "p/w", 0, 3, StringComparison.OrdinalIgnoreCase) == 0 ? Password(text, start, start + 3, found, sure: true) : end - start == 1 && text[start] is 'p' or 'P' ? SpokenPassword.Brief(text, start, end, found) : end,
    };

    private static int Password(string text, int start, int end, List<Secret> found, bool sure)
    {
        var separator = Separator.OfElement(text, start, end) ?? Separator.After(text, end);
        if (separator.Bond == Bond.Blank && (IsOption(text, start, end) || FollowsUser(text, start, end - start <= "pwd".Length)))
            separator = separator with { Bond = Bond.Colon };
        if (new SecretValue(text, separator) is var value && value.IsPassword(sure))
            return value.AddTo(found, Masks.Password);
        if (SpokenPassword.Before(text, start, found))
            return end;
        return SpokenPassword.FarAfter(text, start, end, found);
    }

    // "user anna, password …"; the short ones are no words of sentences: "username anna pw …".
    private static bool FollowsUser(string text, int start, bool isShort)
    {
        var before = text.AsSpan(Math.Max(0, start - 40), Math.Min(40, start)).TrimEnd(' ');
        return before.Length > 0 && (isShort || before[^1] is ',' or ';' or '/') && (before.Contains("user ", StringComparison.OrdinalIgnoreCase) || before.Contains("username ", StringComparison.OrdinalIgnoreCase) || before.Contains("login ", StringComparison.OrdinalIgnoreCase));
    }

    // An option of a command: --password …, --api-key …, -Password ….
    private static bool IsOption(string text, int start, int end)
    {
        while (start > 0 && end - start < 40 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '-' or '_'))
            start--;
        return text[start] == '-' && start + 1 < text.Length && (text[start + 1] == '-' || char.IsUpper(text[start + 1])) && end < text.Length && text[end] is ' ' or '\t' or '=';
    }

    private static int Eastern(string text, int start, int end, List<Secret> found)
    {
        if (!Label.IsEastern(text.AsSpan(start, end - start)))
            return end;
        var separator = Separator.After(text, end);
        separator = separator with { Bond = separator.Bond < Bond.Colon ? Bond.Colon : separator.Bond };
        return new SecretValue(text, separator) is var value && !value.Value.IsEmpty && char.IsAscii(value.Value[0]) && value.IsPassword(true) ? value.AddTo(found, Masks.Password) : end;
    }

    private static int Keyed(string text, int end, List<Secret> found, Mask mask, bool sure) =>
        new SecretValue(text, Separator.After(text, end)) is var value && value.IsKey(sure) ? value.AddTo(found, mask) : mask == Masks.TokenLabel ? SpokenPassword.Pair(text, end, found) : end;

    private static int Scheme(string text, int end, List<Secret> found, bool sure) =>
        new SecretValue(text, Separator.After(text, end)) is var value && value.IsAfterScheme(sure) ? value.AddTo(found, Masks.Bearer) : end;

    // A scheme may stand between: Authorization: Token ….
    private static int Authorised(string text, int end, List<Secret> found)
    {
        var separator = Separator.After(text, end);
        if (separator.Bond < Bond.Verb)
            return end;
        var value = new SecretValue(text, separator);
        foreach (var scheme in (ReadOnlySpan<string>)["Token", "ApiKey", "Api-Key", "Key", "Digest", "Negotiate", "NTLM"])
        {
            if (value.Value.Equals(scheme, StringComparison.OrdinalIgnoreCase) || value.Value.StartsWith(scheme + " ", StringComparison.OrdinalIgnoreCase))
                return Scheme(text, separator.Start + scheme.Length, found, true);
        }
        return value.IsKey(false) ? value.AddTo(found, Masks.Bearer) : end;
    }

    // "bypass" is a word of its own; "first pass: " and "pass 2 of" are no passwords.
    private static bool IsPhrase(string text, int start)
    {
        var before = text.AsSpan(Math.Max(0, start - 10), Math.Min(10, start)).TrimEnd();
        return before.EndsWith("first", StringComparison.OrdinalIgnoreCase) || before.EndsWith("second", StringComparison.OrdinalIgnoreCase) || before.EndsWith("will", StringComparison.OrdinalIgnoreCase) || before.EndsWith("tests", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsAuthorised(string text, int start) => text.AsSpan(Math.Max(0, start - 24), Math.Min(start, 24)).IndexOf("authori", StringComparison.OrdinalIgnoreCase) >= 0;

    // Whose value is a key even when it is made of letters: X-Api-Key, apiKey.
    private static bool IsOfAnApi(string text, int start, int end)
    {
        var from = end - 3;
        while (from > 0 && end - from < 40 && (char.IsAsciiLetterOrDigit(text[from - 1]) || text[from - 1] is '-' or '_'))
            from--;
        var name = text.AsSpan(from, end - from);
        return name.Contains("api", StringComparison.OrdinalIgnoreCase) || name.StartsWith("x-", StringComparison.OrdinalIgnoreCase) || name.Contains("access", StringComparison.OrdinalIgnoreCase) || name.Contains("subscription", StringComparison.OrdinalIgnoreCase)
            || text.AsSpan(end, Math.Min(8, text.Length - end)).Contains(" api", StringComparison.OrdinalIgnoreCase) || text.AsSpan(Math.Max(0, start - 4), Math.Min(4, start)).Equals("api ", StringComparison.OrdinalIgnoreCase);
    }
}
