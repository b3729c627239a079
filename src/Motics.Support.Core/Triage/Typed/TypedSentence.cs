using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage.Typed;

/// <summary>One sentence of what was typed.</summary>
/// <param name="typed">The whole text.</param>
/// <param name="words">Its words.</param>
/// <param name="isQuestion">It ends with a question mark.</param>
internal sealed class TypedSentence(string typed, IReadOnlyList<TypedWord> words, bool isQuestion)
{
    private const int DenialReaches = 3;
    private static readonly char[] Marks = [' ', ',', ':', '-', '–', '(', ')', '"', '“', '”', '\'', '>', '.'];
    private static readonly PhraseBook<bool> Asking = new(AskingPhrases.Asking.Select(phrase => (true, phrase)));
    private static readonly PhraseBook<bool> Wishing = new(AskingPhrases.Wishing.Select(phrase => (true, phrase)));

    private static readonly PhraseBook<bool> Guessing = new(AskingPhrases.Guessing.Select(phrase => (true, phrase)));

    private readonly int wishedFrom = Wishing.Find(words).Select(found => found.From).DefaultIfEmpty(int.MaxValue).Min();
    private readonly bool asked = Asking.Find(words).Any(found => found.From == 0) || Guessing.Find(words).Any();

    public IReadOnlyList<TypedWord> Text => words;

    /// <summary>The words that were typed there.</summary>
    public string Words(int from, int to) => typed[words[from].From..words[to - 1].To].Trim(Marks);

    /// <summary>What begins there is denied: "not disconnected", "no server errors".</summary>
    public bool IsDenied(int from)
    {
        for (var before = from - 1; before >= 0 && before >= from - DenialReaches; before--)
        {
            if (words[before].Text is "but" or "and" or "then" or "so" or "because" or "as" or "only")
                return false;
            if (AskingPhrases.Denials.Contains(words[before].Text))
                return true;
        }
        return false;
    }

    /// <summary>
    /// What begins there is not told but asked, wished for or supposed: "how do I…", "I want to…", "if…". Whether something was lost is what
    /// people ask who fear it, so there a question that can be answered with yes or no tells all the same.
    /// </summary>
    public bool IsAskedOrWished(int from, Symptom symptom) =>
        wishedFrom < from || asked || (symptom != Symptom.WorriedAboutData && words[0].Text is var first
            && (AskingPhrases.AlwaysAsk.Contains(first) || (isQuestion && AskingPhrases.AskWithMark.Contains(first)))
            && !(words.Count > 2 && words[1].Text is "you" or "someone" or "somebody" or "anyone" or "anybody" && AskingPhrases.AskedOfUs.Contains(words[2].Text)));
}
