using Motics.Support.Core.Masking;

namespace Motics.Support.Portal.Logging;

/// <summary>An exception as it may be logged: its whole text, inner ones included, masked.</summary>
internal sealed class MaskedException : Exception
{
    private readonly string _text;

    private MaskedException(Exception original) : base(TextMask.Clean(original.Message)) => _text = TextMask.Clean(original.ToString());

    /// <summary>The masked form of an exception.</summary>
    public static MaskedException Of(Exception exception) => exception as MaskedException ?? new MaskedException(exception);

    public override string ToString() => _text;
}
