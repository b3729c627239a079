using System.Globalization;
using System.Text;

namespace Motics.Support.Core.Masking.Folding;

/// <summary>An escape and what it stands for.</summary>
/// <param name="Length">Characters that it takes; 0 for none.</param>
/// <param name="Rune">What it stands for.</param>
internal readonly record struct Escape(int Length, Rune Rune)
{
    /// <summary>None for half a character.</summary>
    public static Escape Of(int length, int value) => Rune.IsValid(value) && value > 0 ? new(length, new Rune(value)) : default;
}

/// <summary>Escapes of URLs (<c>%40</c>), of HTML (<c>&amp;quot;</c>) and of JSON (<c>\u0040</c>).</summary>
internal static class Escapes
{
    private const int LongestEntity = 9;

    private static readonly (string Name, char Character)[] Entities =
        [("&quot;", '"'), ("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&apos;", '\''), ("&nbsp;", ' '), ("&commat;", '@'), ("&colon;", ':'), ("&equals;", '='), ("&sol;", '/'), ("&plus;", '+'), ("&period;", '.')];

    public static Escape At(string text, int index) => text[index] switch
    {
        '%' => Percent(text, index),
        '&' => Entity(text, index),
        _ => Backslash(text, index),
    };

    // Several may spell one character in UTF-8; what spells none is no escape.
    private static Escape Percent(string text, int index)
    {
        Span<byte> bytes = stackalloc byte[4];
        var count = 0;
        while (count < bytes.Length && index + (count * 3) is var at && at + 2 < text.Length && text[at] == '%'
            && byte.TryParse(text.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[count]))
            count++;
        return count > 0 && Rune.DecodeFromUtf8(bytes[..count], out var rune, out var used) == System.Buffers.OperationStatus.Done
            ? Escape.Of(used * 3, rune.Value)
            : default;
    }

    private static Escape Entity(string text, int index)
    {
        if (index + 3 < text.Length && text[index + 1] == '#')
            return Numbered(text, index);
        foreach (var (name, character) in Entities)
        {
            if (string.Compare(text, index, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0)
                return Escape.Of(name.Length, character);
        }
        return default;
    }

    private static Escape Numbered(string text, int index)
    {
        var end = text.IndexOf(';', index, Math.Min(LongestEntity, text.Length - index));
        if (end < 0)
            return default;
        var hex = text[index + 2] is 'x' or 'X';
        var code = text.AsSpan((index + (hex ? 3 : 2))..end);
        return ushort.TryParse(code, hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? Escape.Of(end + 1 - index, value)
            : default;
    }

    private static Escape Backslash(string text, int index)
    {
        var next = index + 1 < text.Length ? text[index + 1] : '\0';
        if (next is 'u' or 'x' && (next == 'u' ? 4 : 2) is var digits && index + 2 + digits <= text.Length
            && ushort.TryParse(text.AsSpan(index + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            return Escape.Of(2 + digits, value);
        return next switch
        {
            '"' or '\'' or '/' or '\\' => Escape.Of(2, next),
            'n' or 'r' => Escape.Of(2, '\n'),
            't' => Escape.Of(2, '\t'),
            _ => default,
        };
    }
}
