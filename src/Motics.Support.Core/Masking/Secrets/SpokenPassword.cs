namespace Motics.Support.Core.Masking.Secrets;

/// <summary>Passwords in sentences: said before the word, far behind it, or beside a user's name. Only what no word of a sentence looks like.</summary>
internal static class SpokenPassword
{
    private const int Reach = 60;
    private const int MostWords = 7;

    private static readonly string[] Verbs = ["is", "was", "to", "lautet", "ist", "est", "es", "as"];
    private static readonly string[] Copulas = ["is", "was", "as", "for", "ist", "est"];

    // "log in with … as the password": what stands behind these is the value, whatever word it is.
    private static readonly string[] Users = ["with", "uses", "use", "used", "using", "typed", "entered"];

    /// <summary>"… is my password", "… (password)".</summary>
    public static bool Before(string text, int start, List<Secret> found)
    {
        var (index, words, said) = (start, 0, false);
        while (index > 0 && start - index < Reach && !said)
        {
            if (text[index - 1] is ' ' or '"' or '\'')
                index--;
            else if (text[index - 1] == '(' && index == start)
                (said, index) = (true, index - 1);
            else if (char.IsLetter(text[index - 1]) && words++ < 5)
            {
                var end = index;
                while (index > 0 && char.IsLetter(text[index - 1]) && start - index < Reach)
                    index--;
                said = Copulas.Contains(text[index..end], StringComparer.OrdinalIgnoreCase);
            }
            else
                return false;
        }
        if (!said)
            return false;
        while (index > 0 && text[index - 1] is ' ' or '"' or '\'')
            index--;
        return AddBefore(text, index, found);
    }

    private static bool AddBefore(string text, int end, List<Secret> found)
    {
        var start = end;
        while (start > 0 && end - start < Reach && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] is not ('"' or '\'' or '(' or ','))
            start--;
        if (end == start || new SecretValue(text[start..end], new Separator(0, Bond.Verb, '\0')) is var value && (value.End < end - start || !(value.IsStrong || (IsUsed(text, start) && value.IsPassword(true) && !People.NotNames.Has(value.Value)))))
            return false;
        found.Add(new Secret(start, end, Masks.Password));
        return true;
    }

    private static bool IsUsed(string text, int start)
    {
        var before = text.AsSpan(0, start).TrimEnd(" \"'");
        var word = before[(before.LastIndexOf(' ') + 1)..];
        foreach (var user in Users)
        {
            if (word.Equals(user, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    /// <summary>"password for the account is …", "password (new): …", "password set to …"; returns where to go on.</summary>
    public static int FarAfter(string text, int label, int end, List<Secret> found)
    {
        // "changed the password to …".
        if (string.CompareOrdinal(text, end, " to ", 0, 4) == 0 && text.AsSpan(Math.Max(0, label - 20), Math.Min(20, label)) is var before && (before.Contains("changed ", StringComparison.OrdinalIgnoreCase) || before.Contains("reset ", StringComparison.OrdinalIgnoreCase))
            && new SecretValue(text, new Separator(end + 4, Bond.Verb, '\0')) is var changed && changed.IsPassword(true))
            return changed.AddTo(found, Masks.Password);
        var (index, words) = (end, 0);
        while (index < text.Length && index - end < Reach && words < MostWords)
        {
            if (text[index] is ':' or '=')
                return text[end] == '(' && new SecretValue(text, Separator.After(text, index)) is var old && old.IsPassword(true) ? old.AddTo(found, Masks.Password) : Strong(text, index, end, found);
            if (text[index] is ' ' or '(' or ')' or '\'')
                index++;
            else if (char.IsLetter(text[index]))
            {
                var start = index;
                while (index < text.Length && char.IsLetter(text[index]) && index - end < Reach)
                    index++;
                words++;
                if (Verbs.Contains(text[start..index], StringComparer.OrdinalIgnoreCase) && Strong(text, index, end, found) is var next && next > end)
                    return next;
            }
            else
                break;
        }
        return end;
    }

    private static int Strong(string text, int index, int end, List<Secret> found)
    {
        var separator = Separator.After(text, index);
        if (separator.Bond == Bond.None || new SecretValue(text, separator) is var value && !value.IsStrong && !(IsName(value.Value) && new SecretValue(text, separator with { Bond = Bond.Verb }).IsPassword(true)))
            return end;
        return value.AddTo(found, Masks.Password);
    }

    // "the password we have is Billabong": a capital within a sentence.
    private static bool IsName(ReadOnlySpan<char> value) => value.Length >= 5 && char.IsUpper(value[0]) && !value[1..].ContainsAnyExceptInRange('a', 'z') && !People.NotNames.Has(value);

    /// <summary>"login: jane / …", "credentials jane:…"; returns where to go on.</summary>
    public static int Pair(string text, int end, List<Secret> found)
    {
        var separator = Separator.After(text, end);
        if (separator.Bond is Bond.None or Bond.Line)
            return end;
        var index = separator.Start;
        while (index < text.Length && index - separator.Start < Reach && (char.IsLetterOrDigit(text[index]) || text[index] is '.' or '_' or '@' or '-'))
            index++;
        var sign = index;
        while (index < text.Length && index - sign < 4 && text[index] is ' ' or '/' or ':' or '|')
            index++;
        if (sign == separator.Start || index == sign || text.AsSpan(sign, index - sign).IndexOfAny("/:|") < 0 || text.AsSpan(sign, index - sign).Contains("//", StringComparison.Ordinal))
            return end;
        if (new SecretValue(text, new Separator(index, Bond.Colon, '\0')) is not { IsStrong: true } value)
            return end;
        return value.AddTo(found, Masks.Password);
    }

    /// <summary>"u: jane p: …"; returns where to go on.</summary>
    public static int Brief(string text, int start, int end, List<Secret> found)
    {
        var before = text.AsSpan(Math.Max(0, start - Reach), Math.Min(start, Reach));
        var separator = Separator.After(text, end);
        if (start > 0 && char.IsLetterOrDigit(text[start - 1]))
            return end;
        if (separator.Bond < Bond.Colon || (!before.Contains("u:", StringComparison.OrdinalIgnoreCase) && !before.Contains("user", StringComparison.OrdinalIgnoreCase)) || new SecretValue(text, separator) is not { IsStrong: true } value)
            return end;
        return value.AddTo(found, Masks.Password);
    }
}
