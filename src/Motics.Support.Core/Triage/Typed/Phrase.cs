namespace Motics.Support.Core.Triage.Typed;

/// <summary>One phrase: words and classes of words, with gaps. Little words between them do not matter.</summary>
internal sealed class Phrase
{
    private const string Gap = "~";
    private const string End = "$";
    private const string Nobody = "! ";
    private const int WidestGap = 4;
    private static readonly HashSet<string> Persons = new(["i", "we", "they", "you", "he", "she", "ive", "weve", "im", "theyve", "clinic", "admin", "owner", "someone", "somebody", "who"], StringComparer.Ordinal);
    private static readonly HashSet<string> Helping = new(["have", "had", "has", "just", "already", "did", "do", "are", "am", "were", "accidentally", "manually", "also", "then"], StringComparer.Ordinal);

    private readonly string[] parts;
    private readonly string[][][] choices;
    private readonly bool nobodyDoesIt;

    public Phrase(string phrase)
    {
        nobodyDoesIt = phrase.StartsWith(Nobody, StringComparison.Ordinal);
        parts = (nobodyDoesIt ? phrase[Nobody.Length..] : phrase).Split(' ');
        choices = [.. parts.Select(part => part is Gap or End ? [] : part[0] == '<' ? WordClasses.Of(part) : [[part]])];
    }

    /// <summary>What a sentence must have for it to begin there.</summary>
    public IEnumerable<string> FirstWords => choices[0].SelectMany(choice => choice[0] == "not" ? ["not", "wont"] : new[] { choice[0] }).Distinct();

    /// <summary>Where it ends when it begins there; null when it does not.</summary>
    public int? EndOf(IReadOnlyList<TypedWord> words, int from) => nobodyDoesIt && IsDoneBySomebody(words, from) ? null : Match(words, from, 0);

    private static bool IsDoneBySomebody(IReadOnlyList<TypedWord> words, int from)
    {
        var before = from - 1;
        while (before >= 0 && Helping.Contains(words[before].Text))
            before--;
        return before >= 0 && Persons.Contains(words[before].Text);
    }

    private int? Match(IReadOnlyList<TypedWord> words, int at, int part)
    {
        if (part == parts.Length)
            return at;
        return parts[part] switch
        {
            Gap => AfterGap(words, at, part + 1),
            End => AtEnd(words, at) ? at : null,
            _ => Choice(words, at, part) ?? (part > 0 && at < words.Count && WordClasses.Little.Contains(words[at].Text) ? Match(words, at + 1, part) : null),
        };
    }

    private int? Choice(IReadOnlyList<TypedWord> words, int at, int part)
    {
        foreach (var choice in choices[part])
        {
            if (EndOf(choice, words, at) is { } after && Match(words, after, part + 1) is { } end)
                return end;
        }
        return null;
    }

    private static int? EndOf(string[] choice, IReadOnlyList<TypedWord> words, int at)
    {
        if (at + choice.Length > words.Count)
            return null;
        for (var index = 0; index < choice.Length; index++)
        {
            if (words[at + index].Text != choice[index] && !(words[at + index].Text == "wont" && choice[index] == "not"))
                return null;
        }
        return at + choice.Length;
    }

    // A gap does not reach over a denial: what stands behind that is another matter.
    private int? AfterGap(IReadOnlyList<TypedWord> words, int at, int part)
    {
        for (var (skipped, next) = (0, at); next < words.Count; next++)
        {
            if (Match(words, next, part) is { } end)
                return end;
            if (AskingPhrases.Denials.Contains(words[next].Text) || words[next].Text == "but")
                return null;
            skipped += WordClasses.Little.Contains(words[next].Text) ? 0 : 1;
            if (skipped > WidestGap)
                return null;
        }
        return null;
    }

    private static bool AtEnd(IReadOnlyList<TypedWord> words, int at)
    {
        while (at < words.Count && WordClasses.Little.Contains(words[at].Text))
            at++;
        return at == words.Count;
    }
}
