using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Motics.Support.Core.Audit;

/// <summary>
/// How far the audit was at a time, to be kept where the database's keepers cannot change it: the line with this number must have this hash for ever,
/// and with it every line before. Signed, so that nobody makes one up to fit a chain that was written anew.
/// </summary>
/// <param name="Lines">How many lines there were, and so the number of the last one; 0 for none.</param>
/// <param name="LastHash">Hash of the last one, hexadecimal.</param>
/// <param name="At">When, UTC, whole seconds.</param>
/// <param name="Seal">HMAC-SHA-256 of the rest with the installation's key, hexadecimal.</param>
public sealed partial record AuditCheckpoint(long Lines, string LastHash, DateTimeOffset At, string Seal)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>A checkpoint of this key.</summary>
    public static AuditCheckpoint Of(long lines, string lastHash, DateTimeOffset at, byte[] key)
    {
        var open = new AuditCheckpoint(lines, lastHash, DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds()), "");
        return open with { Seal = open.SealWith(key) };
    }

    /// <summary>What <see cref="ToString"/> wrote, wherever in a line of a log or a file it stands; null when there is none in it.</summary>
    public static AuditCheckpoint? Find(string text) =>
        Shape().Match(text) is { Success: true } found
        && long.TryParse(found.Groups["lines"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var lines)
        && DateTimeOffset.TryParseExact(found.Groups["at"].Value, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? new AuditCheckpoint(lines, Hex(found.Groups["last"].Value), at, Hex(found.Groups["seal"].Value))
            : null;

    /// <summary>True when this key sealed it as it is.</summary>
    public bool IsSealedWith(byte[] key) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Seal), Encoding.ASCII.GetBytes(SealWith(key)));

    /// <summary>One line of text. Hashes stand in letters, so that no mask takes them for a number or a key.</summary>
    public override string ToString() => $"{Open()} seal {Letters(Seal)}";

    private string Open() => string.Create(CultureInfo.InvariantCulture, $"audit-checkpoint lines {Lines} at {At.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)} last {Letters(LastHash)}");

    private string SealWith(byte[] key) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(Open())));

    // A digit of sixteen as one of the letters a to p.
    private static string Letters(string hex) => string.Concat(hex.Select(digit => (char)('a' + Convert.ToInt32(digit.ToString(), 16))));

    private static string Hex(string letters) => string.Concat(letters.Select(letter => "0123456789abcdef"[letter - 'a']));

    [GeneratedRegex("audit-checkpoint lines (?<lines>[0-9]{1,18}) at (?<at>[0-9TZ:-]{20}) last (?<last>[a-p]{64}) seal (?<seal>[a-p]{64})(?![a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
