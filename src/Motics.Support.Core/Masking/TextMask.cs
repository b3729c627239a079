using System.Text;
using Motics.Support.Core.Masking.Folding;

namespace Motics.Support.Core.Masking;

/// <summary>
/// Takes secrets and personal data out of text before it is stored or logged: what looks like an API key, a password, an e-mail address, a phone number, a date of birth
/// (contract, "Events in"; <see cref="Masks"/> has all). Masking twice changes nothing. The time it takes grows with the length of the text only, whatever the text.
/// </summary>
public static class TextMask
{
    /// <summary>What stands where a key stood.</summary>
    public const string KeyWord = "[key]";

    private const int MostRounds = 4;

    /// <summary>Masks a text, and counts what was masked.</summary>
    public static MaskedText Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Run(text, mask => mask.Count());
    }

    /// <summary>As <see cref="Mask"/> for somebody who tries a text: nothing is counted.</summary>
    /// <param name="text">What is tried.</param>
    /// <param name="applied">Told each mask that applies, as often as it does.</param>
    public static MaskedText Try(string text, Action<Mask> applied)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Run(text, applied);
    }

    /// <summary>The masked text only; null for null.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public static string? Clean(string? text) => text is null ? null : Mask(text).Text;

    private static MaskedText Run(string text, Action<Mask> applied)
    {
        var masked = new MaskedText(text, MaskedKinds.None);
        // What a mask cuts off may look like something only now: "12/03/198512/03/1985".
        for (var round = 0; round < MostRounds && Once(masked.Text, applied) is { Kinds: not MaskedKinds.None } next; round++)
            masked = next with { Kinds = masked.Kinds | next.Kinds };
        return masked;
    }

    private static MaskedText Once(string text, Action<Mask> applied)
    {
        var folded = FoldedText.Of(text);
        var found = Scanners.Find(folded.Text);
        return found.Count == 0 ? new MaskedText(text, MaskedKinds.None) : Replace(text, folded, found, applied);
    }

    private static MaskedText Replace(string text, FoldedText folded, List<Secret> found, Action<Mask> applied)
    {
        found.Sort((left, right) => (left.Start, right.End, Weight(right)).CompareTo((right.Start, left.End, Weight(left))));
        var (masked, kinds, position) = (new StringBuilder(text.Length), MaskedKinds.None, 0);
        foreach (var secret in found)
        {
            var (start, end) = (folded.Original(secret.Start), folded.Original(secret.End));
            kinds |= secret.Mask.Kind;
            if (start >= position)
            {
                applied(secret.Mask);
                masked.Append(text, position, start - position).Append(secret.Mask.Word);
            }
            position = Math.Max(position, end);
        }
        return new MaskedText(masked.Append(text, position, text.Length - position).ToString(), kinds);
    }

    // Of two that found the same a key counts, for a clinic must replace it, and then the rarer: a health number may be grouped as a phone number is.
    private static int Weight(Secret secret) => secret.Mask.Kind == MaskedKinds.Key ? int.MaxValue : (int)secret.Mask.Kind;
}
