using System.Text.RegularExpressions;
using Motics.Support.Core.Masking;

namespace Motics.Support.Portal.Api.Json;

/// <summary>Names that a caller made up: told back only when they can be nothing but a name.</summary>
internal static partial class PlainName
{
    /// <summary>The name, or <c>?</c> for what may be a secret or somebody's data.</summary>
    public static string Shown(string name) => Shape().IsMatch(name) && TextMask.Clean(name) == name ? name : "?";

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
