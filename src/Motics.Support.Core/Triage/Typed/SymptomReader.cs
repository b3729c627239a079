using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage.Typed;

/// <summary>What somebody's own words say the clinic sees.</summary>
/// <param name="Symptom">The symptom.</param>
/// <param name="Words">The part of the text that decided, as it was typed.</param>
public sealed record TypedSymptom(Symptom Symptom, string Words);

/// <summary>
/// Reads the symptom out of typed words ("can't find any patients"), when they say it plainly. Words that speak of two symptoms, deny one, tell that it is
/// over, ask how something is done or wish for something say none: a wrong guess costs more than the question. The phrases are data (<see cref="SymptomPhrases"/>).
/// An error message in hand is another thing: it is kept as it is and classified (<see cref="Errors.ErrorClassifier"/>).
/// </summary>
public static class SymptomReader
{
    private static readonly PhraseBook<Symptom> Phrases = new(SymptomPhrases.All.SelectMany(line => line.Phrases.Select(phrase => (line.Symptom, phrase))));
    private static readonly PhraseBook<Symptom> Guards = new(SymptomPhrases.Guards.SelectMany(line => line.Phrases.Select(phrase => (line.Symptom, phrase))));
    private static readonly PhraseBook<Symptom> Whole = new(SymptomPhrases.Whole.SelectMany(line => line.Phrases.Select(phrase => (line.Symptom, $"{phrase} $"))));
    private static readonly PhraseBook<bool> Over = new(SymptomPhrases.Over.Select(phrase => (true, phrase)));
    private static readonly PhraseBook<bool> OffTopic = new(SymptomPhrases.OffTopic.Select(phrase => (true, phrase)));

    /// <summary>The symptom that the text says plainly; null when it says none, or more than one.</summary>
    /// <param name="text">A subject, a sentence or a whole message; null and blank say nothing.</param>
    public static TypedSymptom? Read(string? text)
    {
        var sentences = TypedText.Sentences(text);
        if (sentences.Any(sentence => OffTopic.Find(sentence).Any() || Over.Find(sentence).Any(found => !sentence.IsDenied(found.From))))
            return null;
        var said = sentences.SelectMany(Said).ToList();
        return said.Select(found => found?.Symptom).Distinct().ToList() is [{ } symptom] && IsAbout(symptom, sentences) ? said.MaxBy(found => found!.Words.Length) : null;
    }

    // Null where something is said that is not plain.
    private static IEnumerable<TypedSymptom?> Said(TypedSentence sentence)
    {
        var guarded = Guards.Find(sentence).Select(found => found.Meaning).ToHashSet();
        var found = Phrases.Find(sentence).Concat(Whole.Find(sentence).Where(whole => whole.From == 0)).ToList();
        return found
            .Where(one => !sentence.IsDenied(one.From) && !sentence.IsAskedOrWished(one.From, one.Meaning) && !found.Any(other => Covers(other, one)))
            .Select(one => guarded.Contains(one.Meaning) ? null : new TypedSymptom(one.Meaning, sentence.Words(one.From, one.To)));
    }

    private static bool IsAbout(Symptom symptom, IReadOnlyList<TypedSentence> sentences) =>
        SymptomPhrases.Needs.FirstOrDefault(need => need.Symptom == symptom).Words is not { } words || sentences.Any(sentence => sentence.Text.Any(word => words.Contains(word.Text)));

    // "One patient is missing" says more than what is found within it.
    private static bool Covers(PhraseFound<Symptom> other, PhraseFound<Symptom> one) =>
        other.Meaning != one.Meaning && other.From <= one.From && other.To >= one.To && other.To - other.From > one.To - one.From;
}
