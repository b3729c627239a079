using Motics.Support.Core.Masking;

namespace Motics.Support.Portal.Components.Shared;

/// <summary>A text that is searched for, and the key that somebody pasted there instead.</summary>
public static class SearchText
{
    /// <summary>
    /// True for a key. Nookal's keys look like ids and error references (hexadecimal, GUIDs), so such a text is a key only when nothing bears it.
    /// </summary>
    /// <param name="text">What was typed.</param>
    /// <param name="exists">Looks for it; asked only for what looks like both.</param>
    public static async Task<bool> IsKeyAsync(string text, Func<string, Task<bool>> exists)
    {
        ArgumentNullException.ThrowIfNull(exists);
        return TextMask.Mask(text).HeldKey && !(MayBeReference(text) && await exists(text));
    }

    /// <summary>Only the letters and hyphens of ids.</summary>
    public static bool MayBeReference(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Trim().All(letter => char.IsAsciiHexDigit(letter) || letter == '-');
    }
}
