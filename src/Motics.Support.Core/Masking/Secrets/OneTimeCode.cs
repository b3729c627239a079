namespace Motics.Support.Core.Masking.Secrets;

/// <summary>Codes that let somebody in once: "verification code is 151394", "2FA: 094221", "one-time code …".</summary>
internal static class OneTimeCode
{
    private static readonly string[] Nouns = ["passcode", "pass code", "code", "pin", "token"];

    /// <summary>Reads on behind the word that says which code; returns where to go on.</summary>
    public static int After(string text, int start, int end, List<Secret> found)
    {
        var index = Skip(text, end, "time");
        var noun = index;
        foreach (var word in Nouns)
            noun = noun == index ? Skip(text, index, word) : noun;
        // Of two factors the code is meant, of everything else it must be said.
        if (noun == index && !text.AsSpan(start, end - start).EndsWith("fa", StringComparison.OrdinalIgnoreCase))
            return end;
        return new SecretValue(text, Separator.After(text, noun)) is { IsPin: true } pin ? pin.AddTo(found, Masks.Password) : end;
    }

    private static int Skip(string text, int index, string word)
    {
        var start = index < text.Length && text[index] is ' ' or '-' or '_' ? index + 1 : index;
        var end = start + word.Length;
        return string.Compare(text, start, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0 && (end >= text.Length || !char.IsLetter(text[end])) ? end : index;
    }
}
