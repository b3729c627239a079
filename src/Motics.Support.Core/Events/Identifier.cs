using System.Buffers;
using Motics.Support.Core.Masking;

namespace Motics.Support.Core.Events;

/// <summary>Identifiers of the contract: never masked, hence refused when they could hold what must be masked.</summary>
public static class Identifier
{
    /// <summary>Characters at most.</summary>
    public const int MaxLength = 128;

    /// <summary>What is accepted, as the end of a sentence.</summary>
    public const string Rule = "1 to 128 characters of A–Z a–z 0–9 . _ : / -, and not a Cliniko API key";

    private static readonly SearchValues<char> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:/-");

    /// <summary>True for a value that may be kept as it is.</summary>
    public static bool IsValid(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length is > 0 and <= MaxLength && !value.AsSpan().ContainsAnyExcept(Allowed) && !KeyShape.IsClinikoKey(value);
    }
}
