using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Motics.Support.Core.Audit;

namespace Motics.Support.Data.Audit;

/// <summary>The chain: each line's hash covers its own words and the hash before it, so that a changed, removed or added line shows.</summary>
internal static class AuditHash
{
    /// <summary>What the first line follows.</summary>
    public const string Beginning = "0000000000000000000000000000000000000000000000000000000000000000";

    public static string Of(long seq, AuditEntry entry, string previous)
    {
        var text = new StringBuilder();
        Add(text, seq.ToString(CultureInfo.InvariantCulture));
        Add(text, UnixTime.Of(entry.At).ToString(CultureInfo.InvariantCulture));
        Add(text, entry.ActorId);
        Add(text, entry.Action);
        Add(text, entry.Target);
        Add(text, entry.Outcome);
        Add(text, entry.Detail);
        Add(text, previous);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    // With its length before it, so that no two different lines can read the same; absent is not empty.
    private static void Add(StringBuilder text, string? part) => text.Append(part?.Length ?? -1).Append(':').Append(part).Append(';');
}
