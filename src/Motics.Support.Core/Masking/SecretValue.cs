namespace Motics.Support.Core.Masking;

/// <summary>Whether the value after a label is a secret, by how sure the label makes us.</summary>
internal static class SecretValue
{
    public delegate bool Test(ReadOnlySpan<char> value, bool isProse);

    /// <summary>After <c>Bearer</c>: "bearer token" and "Bearer realm=" are no secrets.</summary>
    public static bool AfterScheme(ReadOnlySpan<char> value, bool isProse) =>
        value.Length >= 8 && !value.StartsWith("realm=", StringComparison.OrdinalIgnoreCase) && !value.StartsWith("error=", StringComparison.OrdinalIgnoreCase)
        && (value.Length >= 20 || HasDigit(value) || HasInnerCapital(value));

    /// <summary>After a password's label any value is one, unless a sentence goes on.</summary>
    public static bool AfterPassword(ReadOnlySpan<char> value, bool isProse) => value.Length >= 4 && !isProse;

    /// <summary>After <c>key=</c>.</summary>
    public static bool AfterAssignment(ReadOnlySpan<char> value, bool isProse) =>
        value.Length >= 6 && (value.Length >= 16 || HasDigit(value) || HasInnerCapital(value));

    /// <summary>After <c>key: </c> or "key is", where words follow more often than keys.</summary>
    public static bool AfterColon(ReadOnlySpan<char> value, bool isProse) =>
        value.Length >= 8 && ((HasDigit(value) && HasLetter(value)) || (value.Length >= 16 && HasInnerCapital(value)) || (value.Length >= 16 && HasDigit(value)));

    /// <summary>True when small letters stand there and another word follows: a sentence, no value.</summary>
    public static bool IsProse(string text, int start, int end)
    {
        foreach (var character in text.AsSpan(start, end - start))
        {
            if (!char.IsAsciiLetterLower(character))
                return false;
        }
        return end + 1 < text.Length && text[end] == ' ' && char.IsLetter(text[end + 1]);
    }

    private static bool HasDigit(ReadOnlySpan<char> value) => value.IndexOfAnyInRange('0', '9') >= 0;

    private static bool HasLetter(ReadOnlySpan<char> value) => value.IndexOfAnyInRange('a', 'z') >= 0 || value.IndexOfAnyInRange('A', 'Z') >= 0;

    private static bool HasInnerCapital(ReadOnlySpan<char> value) => value.Length > 1 && value[1..].IndexOfAnyInRange('A', 'Z') >= 0;
}

/// <summary>What stands between a label and its value.</summary>
internal readonly record struct Separator(int ValueStart, bool IsAssignment)
{
    private const int Farthest = 8;

    /// <summary>Reads <c>=</c>, <c>:</c>, <c>"key": "…"</c>, <c>key is …</c>; <see cref="ValueStart"/> is 0 when none stands there.</summary>
    public static Separator After(string text, int end)
    {
        var (index, sign) = (end, '\0');
        while (index < text.Length && index - end < Farthest && (text[index] is ' ' or '"' or '\'' or '\\' or '=' or ':' or '>' or '`'))
        {
            if (text[index] is '=' or ':' && sign != '=')
                sign = text[index];
            index++;
        }
        if (sign == '\0' && string.Compare(text, index, "is ", 0, 3, StringComparison.OrdinalIgnoreCase) == 0 && index > end)
            (index, sign) = (SkipQuotes(text, index + 3), ':');
        return sign == '\0' ? default : new Separator(index, sign == '=');
    }

    private static int SkipQuotes(string text, int index)
    {
        while (index < text.Length && text[index] is ' ' or '"' or '\'' or ':')
            index++;
        return index;
    }
}
