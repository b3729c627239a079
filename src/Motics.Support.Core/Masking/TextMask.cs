namespace Motics.Support.Core.Masking;

/// <summary>What was masked in a text.</summary>
[Flags]
public enum MaskedKinds
{
    None = 0,

    /// <summary>An API key or another long secret: the clinic must replace a key that was pasted.</summary>
    Key = 1,

    /// <summary>A bearer token, a JSON web token, a password.</summary>
    Token = 2,

    Email = 4,

    Phone = 8,

    DateOfBirth = 16,
}

/// <summary>A text without secrets.</summary>
/// <param name="Text">The text with every secret replaced by a word in brackets; the same instance when nothing was.</param>
/// <param name="Kinds">What was replaced.</param>
public readonly record struct MaskedText(string Text, MaskedKinds Kinds)
{
    /// <summary>True when something like a key was in it: say that the clinic must replace that key.</summary>
    public bool HeldKey => (Kinds & MaskedKinds.Key) != 0;
}

/// <summary>
/// Takes secrets and personal data out of text before it is stored or logged: what looks like an API key, a bearer token, an
/// e-mail address, a phone number or a date of birth (contract, "Events in"). Masking twice changes nothing.
/// </summary>
public static class TextMask
{
    /// <summary>Masks a text.</summary>
    public static MaskedText Mask(string text) => throw new NotImplementedException();

    /// <summary>The masked text only; null for null.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public static string? Clean(string? text) => text is null ? null : Mask(text).Text;
}
