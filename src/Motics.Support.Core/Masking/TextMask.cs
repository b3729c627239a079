using System.Buffers;
using System.Text;

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
/// e-mail address, a phone number or a date of birth (contract, "Events in"). Masking twice changes nothing. The time it takes grows
/// with the length of the text only, whatever the text.
/// </summary>
public static class TextMask
{
    /// <summary>What stands where a key stood.</summary>
    public const string KeyWord = "[key]";

    private const int ShortestToken = 16;
    private const int FewestDigits = 4;
    private const int MostRounds = 4;

    private static readonly SearchValues<string> Labels = SearchValues.Create(
        ["key", "token", "secret", "pass", "pwd", "bearer", "basic", "authori", "credential", "born", "birth", "dob", "d.o.b"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Masks a text.</summary>
    public static MaskedText Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var masked = new MaskedText(text, MaskedKinds.None);
        // What a mask cuts off may look like something only now: "12/03/198512/03/1985".
        for (var round = 0; round < MostRounds && MaskOnce(masked.Text) is { Kinds: not MaskedKinds.None } next; round++)
            masked = next with { Kinds = masked.Kinds | next.Kinds };
        return masked;
    }

    /// <summary>The masked text only; null for null.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public static string? Clean(string? text) => text is null ? null : Mask(text).Text;

    private static MaskedText MaskOnce(string text)
    {
        var hints = Look(text);
        if (hints == Hints.None)
            return new MaskedText(text, MaskedKinds.None);
        var found = new List<Secret>();
        Scan(text, hints, found);
        return found.Count == 0 ? new MaskedText(text, MaskedKinds.None) : Replace(text, found);
    }

    private static void Scan(string text, Hints hints, List<Secret> found)
    {
        if ((hints & Hints.LongToken) != 0)
            TokenScanner.Scan(text, found);
        if ((hints & Hints.Label) != 0)
            AssignmentScanner.Scan(text, found);
        if ((hints & Hints.At) != 0)
            EmailScanner.Scan(text, found);
        if ((hints & Hints.Digits) != 0)
        {
            BirthDateScanner.Scan(text, found);
            PhoneScanner.Scan(text, found);
        }
    }

    // Ordinary messages end here: one pass that asks whether anything could be found at all.
    private static Hints Look(string text)
    {
        var (hints, digits, run) = (Hints.None, 0, 0);
        foreach (var character in text)
        {
            if (char.IsAsciiDigit(character))
                digits++;
            else if (character is '@' or '%')
                hints |= Hints.At;
            run = TokenScanner.IsTokenCharacter(character) ? run + 1 : 0;
            if (run == ShortestToken)
                hints |= Hints.LongToken;
        }
        if (digits >= FewestDigits)
            hints |= Hints.Digits;
        return text.AsSpan().ContainsAny(Labels) ? hints | Hints.Label : hints;
    }

    private static MaskedText Replace(string text, List<Secret> found)
    {
        found.Sort((left, right) => left.Start != right.Start ? left.Start.CompareTo(right.Start) : right.End.CompareTo(left.End));
        var (masked, kinds, position) = (new StringBuilder(text.Length), MaskedKinds.None, 0);
        foreach (var secret in found)
        {
            kinds |= secret.Kind;
            if (secret.Start >= position)
                masked.Append(text, position, secret.Start - position).Append(Word(secret.Kind));
            position = Math.Max(position, secret.End);
        }
        return new MaskedText(masked.Append(text, position, text.Length - position).ToString(), kinds);
    }

    private static string Word(MaskedKinds kind) => kind switch
    {
        MaskedKinds.Key => KeyWord,
        MaskedKinds.Token => "[token]",
        MaskedKinds.Email => "[e-mail]",
        MaskedKinds.Phone => "[phone]",
        _ => "[date of birth]",
    };

    [Flags]
    private enum Hints
    {
        None = 0,
        LongToken = 1,
        Label = 2,
        At = 4,
        Digits = 8,
    }
}

/// <summary>Where in a text a secret stands.</summary>
internal readonly record struct Secret(int Start, int End, MaskedKinds Kind);
