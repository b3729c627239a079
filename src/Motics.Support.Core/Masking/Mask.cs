namespace Motics.Support.Core.Masking;

/// <summary>One thing that is taken out of texts.</summary>
/// <param name="name">What it is counted under, for ever.</param>
/// <param name="title">What people call it.</param>
/// <param name="kind">What sort of secret it is.</param>
/// <param name="example">A text in which it must be found.</param>
/// <param name="harmless">A text that resembles it and must stay.</param>
public sealed class Mask(string name, string title, MaskedKinds kind, string example, string harmless)
{
    private long applied;

    public string Name => name;

    public string Title => title;

    public MaskedKinds Kind => kind;

    public string Example => example;

    public string Harmless => harmless;

    /// <summary>What is written in its place.</summary>
    public string Word => kind switch
    {
        MaskedKinds.Key => TextMask.KeyWord,
        MaskedKinds.Token => "[token]",
        MaskedKinds.Email => "[e-mail]",
        MaskedKinds.Phone => "[phone]",
        MaskedKinds.Number => "[card number]",
        MaskedKinds.Name => "[name]",
        _ => "[date of birth]",
    };

    /// <summary>How often it applied since the program started. Counting costs an addition for each secret, and nothing for a text without.</summary>
    public long Applied => Interlocked.Read(ref applied);

    internal void Count() => Interlocked.Increment(ref applied);
}
