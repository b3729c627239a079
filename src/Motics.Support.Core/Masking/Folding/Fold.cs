using System.Text;

namespace Motics.Support.Core.Masking.Folding;

/// <summary>One reading of a text: what each of its pieces folds to.</summary>
/// <param name="text">What is read.</param>
/// <param name="first">False when it is what another reading made.</param>
internal sealed class Fold(string text, bool first)
{
    private static readonly string[] Words = [.. Masks.Words];

    private readonly StringBuilder folded = new(text.Length);

    /// <summary>For each character of the result where its piece begins; one more for the end.</summary>
    public List<int> Places { get; } = new(text.Length + 1);

    public bool Changed { get; private set; }

    /// <summary>True when an escape was read, so that another may have appeared.</summary>
    public bool ReadEscapes { get; private set; }

    public void Read()
    {
        for (var index = 0; index < text.Length;)
            index = Take(index);
        Places.Add(text.Length);
    }

    public override string ToString() => folded.ToString();

    private int Take(int index)
    {
        var character = text[index];
        if (character is '%' or '&' or '\\' && Escapes.At(text, index) is { Length: > 0 } escape)
        {
            (Changed, ReadEscapes) = (true, true);
            return AddRune(escape.Rune, index, escape.Length);
        }
        if (character == '[' && MaskAt(index) is var length and > 0)
            return Add(FoldedText.Masked, index, length);
        if (character < '\u0080' && (!char.IsControl(character) || char.IsWhiteSpace(character)))
            return Keep(character, index);
        return Rune.TryGetRuneAt(text, index, out var rune) ? AddRune(rune, index, rune.Utf16SequenceLength) : Keep(character, index);
    }

    // What an escape stands for is folded as well: full-width letters may be in it.
    private int AddRune(Rune rune, int index, int length)
    {
        var plain = rune.IsAscii ? null : rune.Value == FoldedText.Masked && !first ? null : Runes.Fold(rune);
        Changed |= plain is not null;
        Append(plain ?? rune.ToString(), index);
        return index + length;
    }

    private int Add(char character, int index, int length)
    {
        Changed = true;
        folded.Append(character);
        Places.Add(index);
        return index + length;
    }

    private int Keep(char character, int index)
    {
        folded.Append(character);
        Places.Add(index);
        return index + 1;
    }

    private void Append(string plain, int place)
    {
        folded.Append(plain);
        for (var count = 0; count < plain.Length; count++)
            Places.Add(place);
    }

    private int MaskAt(int index)
    {
        foreach (var word in Words)
        {
            if (string.CompareOrdinal(text, index, word, 0, word.Length) == 0)
                return word.Length;
        }
        return 0;
    }
}
