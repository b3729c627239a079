using System.Collections.Frozen;

namespace Motics.Support.Core.Triage.Typed;

/// <summary>A phrase in a sentence: from which word to which (not included).</summary>
internal readonly record struct PhraseFound<T>(T Meaning, int From, int To);

/// <summary>Finds phrases in sentences. Notation: <see cref="SymptomPhrases"/>.</summary>
internal sealed class PhraseBook<T>
{
    private readonly FrozenDictionary<string, (T Meaning, Phrase Phrase)[]> byFirstWord;

    public PhraseBook(IEnumerable<(T Meaning, string Phrase)> phrases) =>
        byFirstWord = phrases
            .Select(line => (line.Meaning, Phrase: new Phrase(line.Phrase)))
            .SelectMany(line => line.Phrase.FirstWords.Select(first => (First: first, Line: line)))
            .GroupBy(line => line.First, line => line.Line)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    public IEnumerable<PhraseFound<T>> Find(TypedSentence sentence) => Find(sentence.Text);

    /// <summary>Each phrase at each place where it begins.</summary>
    public IEnumerable<PhraseFound<T>> Find(IReadOnlyList<TypedWord> words)
    {
        for (var from = 0; from < words.Count; from++)
        {
            foreach (var (meaning, phrase) in byFirstWord.GetValueOrDefault(words[from].Text) ?? [])
            {
                if (phrase.EndOf(words, from) is { } to)
                    yield return new(meaning, from, to);
            }
        }
    }
}
