using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Motics.Support.Core.Access;

/// <summary>The secret of a token: 256 random bits behind a prefix by which people and scanners recognise it.</summary>
public static class TokenSecret
{
    public const string Prefix = "mst_";

    private const int Bytes = 32;
    private const int Characters = 43;

    /// <summary>A new secret.</summary>
    public static string Create() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>True for what could be a secret; saves looking up anything else.</summary>
    public static bool HasForm(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == Prefix.Length + Characters && text.StartsWith(Prefix, StringComparison.Ordinal) && Base64Url.IsValid(text.AsSpan(Prefix.Length));
    }

    /// <summary>What is stored. No salt and no slow hash: 256 random bits cannot be guessed, and every request is checked.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
