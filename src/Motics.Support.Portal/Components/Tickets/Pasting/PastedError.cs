using Motics.Support.Core;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Masking;

namespace Motics.Support.Portal.Components.Tickets.Pasting;

/// <summary>A text that was pasted, masked and classified at once.</summary>
/// <param name="Text">Masked, and no longer than the exact error of a ticket may be; a sign at its end when it was.</param>
/// <param name="Kind">What it reads as.</param>
/// <param name="HeldKey">It held what looks like a key.</param>
public sealed record PastedError(string Text, ErrorKind Kind, bool HeldKey)
{
    /// <summary>Longest exact error that a field takes.</summary>
    public const int Longest = 2000;

    private const int WordsOfASentence = 4;

    /// <summary>Many words: somebody pasted a message rather than typed a name.</summary>
    public bool IsSentence => Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= WordsOfASentence;

    /// <summary>Reads a text that is an error message for sure.</summary>
    public static PastedError Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var masked = TextMask.Mask(text.Trim());
        var kept = TextCut.Marked(masked.Text, Longest);
        return new PastedError(kept, ErrorClassifier.Classify(null, null, kept), masked.HeldKey);
    }

    /// <summary>Reads a text that may be an error message or something to search for; null for the latter.</summary>
    public static PastedError? Recognise(string text) => Of(text) is var read && read.Kind != ErrorKind.Unknown ? read : null;
}
