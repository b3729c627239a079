using Motics.Support.Core.Errors;

namespace Motics.Support.Core.Triage.Typed;

/// <summary>Cuts what somebody typed into sentences of words, each in one spelling: short forms written out, slips of the fingers mended.</summary>
internal static class TypedText
{
    // A ticket's subject has 200 characters and a message a few hundred; what follows says nothing new.
    private const int MostCharacters = 2_000;

    /// <summary>The sentences in order.</summary>
    public static IReadOnlyList<TypedSentence> Sentences(string? text)
    {
        var typed = TextCut.Plain(text ?? "", MostCharacters);
        var sentences = new List<TypedSentence>();
        var start = 0;
        for (var index = 0; index <= typed.Length; index++)
        {
            if (index < typed.Length && !Ends(typed, index))
                continue;
            if (Words(typed, start, index) is { Count: > 0 } words)
                sentences.Add(new TypedSentence(typed, words, index < typed.Length && typed[index] == '?'));
            start = index + 1;
        }
        return sentences;
    }

    // A point within a word ("v3.0", "settings.integrations") ends nothing.
    private static bool Ends(string text, int index) =>
        text[index] is '?' or '!' or ';' or '\n' or '\r' || (text[index] == '.' && (index + 1 == text.Length || char.IsWhiteSpace(text[index + 1])));

    private static List<TypedWord> Words(string text, int start, int end)
    {
        var words = new List<TypedWord>();
        while (start < end)
        {
            var stop = start;
            while (stop < end && !char.IsWhiteSpace(text[stop]))
                stop++;
            words.AddRange(ErrorWords.Of(Owned(text[start..stop])).Select(word => new TypedWord(Spelling.Of(word), start, stop)));
            start = stop + 1;
        }
        return words;
    }

    // "The patient's date of birth" is not about patients.
    private static string Owned(string word)
    {
        var bare = word.TrimEnd(',', ':', ')', '"', '”').Replace('’', '\'');
        return bare.EndsWith("'s", StringComparison.Ordinal) && !Short.Contains(bare.ToLowerInvariant()) ? bare.Replace("'s", " 's", StringComparison.Ordinal) : word;
    }

    private static readonly HashSet<string> Short = new(["it's", "that's", "there's", "here's", "what's", "he's", "she's", "who's", "let's", "where's", "nothing's", "everything's"], StringComparer.Ordinal);
}

/// <summary>A word in its one spelling, and where the word that was typed stands.</summary>
internal readonly record struct TypedWord(string Text, int From, int To);
