using Motics.Support.Core.Errors;
using Motics.Support.Core.Masking;

namespace Motics.Support.Portal.Components.Tickets;

/// <summary>A text that was pasted, masked and classified at once.</summary>
/// <param name="Text">Masked.</param>
/// <param name="Kind">What it reads as.</param>
/// <param name="HeldKey">It held what looks like a key.</param>
public sealed record PastedError(string Text, ErrorKind Kind, bool HeldKey)
{
    public static PastedError Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var masked = TextMask.Mask(text.Trim());
        return new PastedError(masked.Text, ErrorClassifier.Classify(null, null, masked.Text), masked.HeldKey);
    }
}
