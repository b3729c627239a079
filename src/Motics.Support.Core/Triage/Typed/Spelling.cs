using System.Collections.Frozen;

namespace Motics.Support.Core.Triage.Typed;

/// <summary>One spelling for a word: short forms written out, and a slip of the fingers in a longer word that the phrases know mended.</summary>
internal static class Spelling
{
    // Shorter words are too much like each other: "fined" is no "found".
    private const int ShortestMended = 6;
    private const int LongerWord = 12;

    private static readonly FrozenDictionary<string, string> Known = Pairs(
        ("not", "dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt wouldnt aint doesn dosent dosnt doenst didn isn aren hasn haven wasn don nt nto"),
        ("cannot", "cant cannot canot couldnt unable couldn cnat carnt can't"),
        ("patients", "pts pateints patents"),
        ("patient", "pt pateint"),
        ("authentication", "auth authentification autentication authetication"),
        ("unauthorised", "unauthorize"),
        ("integration", "intergration"), ("integrations", "intergrations"),
        ("wont", "wont woudnt"), ("server", "sever servor"), ("nobody", "noone"), ("synced", "synching synch synched"), ("notes", "ntoes notse"), ("cliniko", "clinco cliniki clinko clinicko"), ("nookal", "nookel nookall nokal"));

    private static readonly FrozenSet<string> Vocabulary = WordClasses.Vocabulary(SymptomPhrases.All.SelectMany(line => line.Phrases));
    private static readonly FrozenDictionary<int, string[]> ByLength = Vocabulary.Where(word => word.Length >= ShortestMended).GroupBy(word => word.Length).ToFrozenDictionary(group => group.Key, group => group.Order(StringComparer.Ordinal).ToArray());

    public static string Of(string word)
    {
        if (Known.TryGetValue(word, out var known))
            return known;
        if (word.Length < ShortestMended || Vocabulary.Contains(word) || WordClasses.NoSlips.Contains(word))
            return word;
        return Candidates(word.Length).FirstOrDefault(right => IsSlipOf(word, right)) ?? word;
    }

    private static IEnumerable<string> Candidates(int length) =>
        Enumerable.Range(length - 1, 3).SelectMany(near => ByLength.GetValueOrDefault(near) ?? []);

    // A word that only goes on ("search", "searched") is another word and no slip.
    private static bool IsSlipOf(string word, string right) =>
        word[0] == right[0] && !word.StartsWith(right, StringComparison.Ordinal) && !right.StartsWith(word, StringComparison.Ordinal)
        && Distance(word, right) <= (right.Length >= LongerWord ? 2 : 1);

    // Letters to change, add, leave out or swap with the next.
    private static int Distance(string one, string other)
    {
        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
                rows[i, j] = i == 0 || j == 0 ? i + j : Step(rows, one, other, i, j);
        }
        return rows[one.Length, other.Length];
    }

    private static int Step(int[,] rows, string one, string other, int i, int j)
    {
        var best = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
        return i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] ? Math.Min(best, rows[i - 2, j - 2] + 1) : best;
    }

    private static FrozenDictionary<string, string> Pairs(params (string Right, string Typed)[] lines) =>
        lines.SelectMany(line => line.Typed.Split(' ').Select(typed => KeyValuePair.Create(typed, line.Right))).ToFrozenDictionary();
}
