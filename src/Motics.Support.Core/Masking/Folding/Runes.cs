using System.Globalization;
using System.Text;

namespace Motics.Support.Core.Masking.Folding;

/// <summary>What a character beyond ASCII stands for: compatibility forms (NFKC), figures of any script, dashes, blanks, quotation marks, arrows.</summary>
internal static class Runes
{
    /// <summary>The plain form; empty for what nobody sees; null for a character that is what it is.</summary>
    public static string? Fold(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Format or UnicodeCategory.Control => "",
        UnicodeCategory.SpaceSeparator => " ",
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => "\n",
        UnicodeCategory.DashPunctuation => "-",
        UnicodeCategory.DecimalDigitNumber => ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture),
        _ when Sign(rune.Value) is { } sign => sign,
        _ => IsCompatible(rune.Value) ? Compatible(rune) : null,
    };

    private static string? Sign(int value) => value switch
    {
        // Fillers, joiners, selectors of a variant, and what stands for a broken character.
        FoldedText.Masked or 0xFFFD or 0x034F or 0x115F or 0x1160 or 0x3164 or 0xFFA0 or (>= 0xFE00 and <= 0xFE0F) or (>= 0x180B and <= 0x180D) => "",
        0x2212 or 0x2043 or 0x02D7 => "-",
        0x201C or 0x201D or 0x201E or 0x201F or 0x00AB or 0x00BB or 0x2033 or 0x300C or 0x300D or 0x300E or 0x300F => "\"",
        0x2018 or 0x2019 or 0x201A or 0x201B or 0x2039 or 0x203A or 0x2032 or 0x02BC or 0x02B9 => "'",
        0x00B7 or 0x2027 or 0x2022 or 0x3002 or 0x2024 or 0x30FB => ".",
        0x2044 or 0x2215 => "/",
        0x2236 or 0xA789 => ":",
        0x3001 => ",",
        0x3010 or 0x3014 => "[",
        0x3011 or 0x3015 => "]",
        0x3008 or 0x300A => "<",
        0x3009 or 0x300B => ">",
        (>= 0x2190 and <= 0x21FF) or (>= 0x2794 and <= 0x27BF) or (>= 0x27F0 and <= 0x27FF) or (>= 0x2900 and <= 0x297F) or (>= 0x2B00 and <= 0x2B11) or 0x25B6 or 0x25BA => "→",
        _ => null,
    };

    private static bool IsCompatible(int value) =>
        value is 0xAA or 0xB2 or 0xB3 or 0xB5 or 0xB9 or 0xBA or (>= 0x2000 and < 0x2E80) or (>= 0x3200 and < 0x3400) or (>= 0xFB00 and < 0xFB07) or (>= 0xFE10 and < 0xFFF0) or (>= 0x1D400 and < 0x1D800) or (>= 0x1F100 and < 0x1F200);

    private static string? Compatible(Rune rune) => rune.ToString() is var text && text.Normalize(NormalizationForm.FormKC) is var plain && plain != text ? plain : null;
}
