using Motics.Support.Core;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Data.Organisations;

/// <summary>The columns of <c>organisation</c> that hold its place.</summary>
internal static class PlaceColumns
{
    /// <summary>To be selected from <c>organisation o</c>; read by rows with these properties.</summary>
    public const string Listed = """
        o.place AS PlaceName, o.place_source AS PlaceSource, o.place_contradiction AS PlaceContradiction, o.place_contradiction_source AS PlaceContradictionSource,
        o.key_suffix_missing AS KeySuffixMissing
        """;

    public static Place Read(string? name, string? source, string? contradiction, string? contradictionSource, long? suffixMissing) =>
        new(name, Kebab.Parse<PlaceSource>(source), contradiction, Kebab.Parse<PlaceSource>(contradictionSource), suffixMissing == 1);
}
