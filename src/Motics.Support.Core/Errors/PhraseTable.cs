using System.Collections.Frozen;

namespace Motics.Support.Core.Errors;

/// <summary>Finds the first line of a table of phrases that a text matches, in one pass over its words.</summary>
internal sealed class PhraseTable
{
    private const string Gap = "...";
    private const int WidestGap = 3;

    private readonly FrozenDictionary<string, Entry[]> byFirstWord;

    public PhraseTable((ErrorKind Kind, string[] Phrases)[] lines) =>
        byFirstWord = lines
            .SelectMany((line, rank) => line.Phrases.Select(phrase => new Entry(rank, line.Kind, phrase.Split(' '))))
            .GroupBy(entry => entry.Words[0])
            .ToFrozenDictionary(group => group.Key, group => group.OrderBy(entry => entry.Rank).ToArray());

    /// <summary>The kind of the first line with a phrase in the text; null when no line has one.</summary>
    public ErrorKind? Find(IReadOnlyList<string> words)
    {
        Entry? best = null;
        for (var start = 0; start < words.Count; start++)
        {
            if (!byFirstWord.TryGetValue(words[start], out var entries))
                continue;
            foreach (var entry in entries)
            {
                if (entry.Rank < (best?.Rank ?? int.MaxValue) && Matches(entry.Words, 1, words, start + 1))
                    best = entry;
            }
        }
        return best?.Kind;
    }

    private static bool Matches(string[] phrase, int at, IReadOnlyList<string> words, int start)
    {
        for (; at < phrase.Length; at++, start++)
        {
            if (phrase[at] == Gap)
                return MatchesAfterGap(phrase, at + 1, words, start);
            if (start >= words.Count || words[start] != phrase[at])
                return false;
        }
        return true;
    }

    private static bool MatchesAfterGap(string[] phrase, int at, IReadOnlyList<string> words, int start)
    {
        for (var skipped = 0; skipped <= WidestGap; skipped++)
        {
            if (Matches(phrase, at, words, start + skipped))
                return true;
        }
        return false;
    }

    private sealed record Entry(int Rank, ErrorKind Kind, string[] Words);
}
