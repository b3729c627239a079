namespace Motics.Support.Core.Masking;

/// <summary>What was masked in a text.</summary>
[Flags]
public enum MaskedKinds
{
    None = 0,

    /// <summary>An API key or another long secret: the clinic must replace a key that was pasted.</summary>
    Key = 1,

    /// <summary>A bearer token, a JSON web token, a password, a cookie.</summary>
    Token = 2,

    Email = 4,

    Phone = 8,

    DateOfBirth = 16,

    /// <summary>The number of a Medicare, NHS or payment card.</summary>
    Number = 32,

    /// <summary>The name of a patient.</summary>
    Name = 64,
}

/// <summary>A text without secrets.</summary>
/// <param name="Text">The text with every secret replaced by a word in brackets; the same instance when nothing was.</param>
/// <param name="Kinds">What was replaced.</param>
public readonly record struct MaskedText(string Text, MaskedKinds Kinds)
{
    /// <summary>True when something like a key was in it: say that the clinic must replace that key.</summary>
    public bool HeldKey => (Kinds & MaskedKinds.Key) != 0;
}

/// <summary>Where in a text a secret stands, and which mask found it.</summary>
internal readonly record struct Secret(int Start, int End, Mask Mask);
