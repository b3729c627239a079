using System.Buffers;

namespace Motics.Support.Core.Masking.Folding;

/// <summary>
/// A text as masks look at it: escapes of URLs, HTML and JSON read, full-width letters, foreign figures, dashes and blanks made plain, invisible characters left out, and what was masked
/// before turned into one sign that is no label and no value. Places in it are places in the original, so what is kept is the original with masks in it.
/// </summary>
internal readonly struct FoldedText
{
    /// <summary>Stands for a mask that is there already.</summary>
    public const char Masked = '\uFFFC';

    // An escape may be escaped: "%2540" is "%40" is "@".
    private const int MostEscapes = 3;

    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Except("%&\\["), '\t', '\n', '\r']);

    private readonly int[]? _places;

    private FoldedText(string text, int[]? places) => (Text, _places) = (text, places);

    /// <summary>The same instance as the original when nothing had to be folded.</summary>
    public string Text { get; }

    public static FoldedText Of(string text)
    {
        var folded = new FoldedText(text, null);
        for (var round = 0; round < MostEscapes && folded.Text.AsSpan().ContainsAnyExcept(Plain); round++)
        {
            var fold = new Fold(folded.Text, round == 0);
            fold.Read();
            if (!fold.Changed)
                break;
            folded = new FoldedText(fold.ToString(), folded._places is { } places ? [.. fold.Places.Select(place => places[place])] : fold.Places.ToArray());
            if (!fold.ReadEscapes)
                break;
        }
        return folded;
    }

    /// <summary>Where in the original this place is; the end of the text is one too.</summary>
    public int Original(int place) => _places is null ? place : _places[place];
}
