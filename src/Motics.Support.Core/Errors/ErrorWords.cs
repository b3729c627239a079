using System.Text;

namespace Motics.Support.Core.Errors;

/// <summary>
/// The words of an error, in one spelling: lower case, American endings made British, names of program code taken apart
/// (<c>MissingApiKey</c>, <c>MISSING_API_KEY</c> and "missing API key" are the same three words).
/// </summary>
internal static class ErrorWords
{
    /// <summary>More of a message says nothing new: stack traces and bodies follow.</summary>
    private const int MostCharacters = 2_000;

    public static List<string> Of(string? text)
    {
        var words = new List<string>();
        if (text is null)
            return words;
        var word = new StringBuilder();
        var before = '\0';
        foreach (var character in text.AsSpan(0, Math.Min(text.Length, MostCharacters)))
        {
            if (!char.IsLetterOrDigit(character))
            {
                // don't is one word
                if (character is not ('\'' or '’'))
                    End(word, words);
            }
            else
            {
                if (char.IsUpper(character) && char.IsLower(before))
                    End(word, words);
                word.Append(char.ToLowerInvariant(character));
            }
            before = character;
        }
        End(word, words);
        return words;
    }

    private static void End(StringBuilder word, List<string> words)
    {
        if (word.Length == 0)
            return;
        words.Add(word.Replace("iz", "is").Replace("apikey", "api key").ToString());
        word.Clear();
        if (words[^1].Contains(' ', StringComparison.Ordinal))
            Split(words);
    }

    private static void Split(List<string> words)
    {
        var joined = words[^1];
        words.RemoveAt(words.Count - 1);
        words.AddRange(joined.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
