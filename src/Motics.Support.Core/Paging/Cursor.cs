using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Motics.Support.Core.Paging;

/// <summary>What one sort key of a cursor may be.</summary>
public enum CursorKey
{
    /// <summary>A whole number of 64 bits, as <see cref="Cursor.Write"/> was given it.</summary>
    Number,

    /// <summary>The same, or null for a row without a value.</summary>
    NumberOrNull,

    Text,

    TextOrNull,
}

/// <summary>
/// Where a page ended: the sort keys of its last row, opaque to callers. Rows that come or go between two pages make
/// neither gaps nor repeats, because the next page begins after a row's keys and not after a count. A cursor belongs to
/// the list, order and filters it was made for (its scope); another one's, or a changed one, is refused by name of the field.
/// </summary>
public static class Cursor
{
    // Raised whenever the meaning of the keys changes, so that an old cursor is refused instead of misread.
    private const string Version = "1";
    private const int LongestText = 2000;
    private const int CheckBytes = 8;

    /// <summary>The cursor after a row with these sort keys; a key may be null.</summary>
    public static string Write(string scope, params string?[] keys)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(keys);
        return Base64Url.EncodeToString([.. Check(scope, body), .. body]);
    }

    /// <summary>
    /// The sort keys of a cursor, or an empty array when there is none (the first page). <paramref name="kinds"/> are what the list's keys may be:
    /// whoever knows the checksum can put anything behind it, so nothing else comes through.
    /// </summary>
    public static Outcome<string?[]> Read(string? text, string scope, params CursorKey[] kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        if (string.IsNullOrEmpty(text))
        {
            return Array.Empty<string?>();
        }

        return text.Length <= LongestText && Decode(text) is { Length: > CheckBytes } bytes
            && bytes.AsSpan(0, CheckBytes).SequenceEqual(Check(scope, bytes.AsSpan(CheckBytes)))
            && Keys(bytes.AsSpan(CheckBytes)) is { } keys && keys.Length == kinds.Length && !keys.Where((key, index) => !Fits(key, kinds[index])).Any()
            ? keys
            : Refused;
    }

    /// <summary>The answer to a cursor that does not fit.</summary>
    public static Refusal Refused { get; } =
        Refusal.Field("cursor", "Does not belong to this list with these filters and this order. Leave it out to begin at the first page, or hand back \"next\" of the page before as it came.");

    /// <summary>A key that was read as a number.</summary>
    public static long Number(string? key) => long.Parse(key!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static string?[]? Keys(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<string?[]>(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool Fits(string? key, CursorKey kind) => kind switch
    {
        CursorKey.Text => key is not null,
        CursorKey.TextOrNull => true,
        _ when key is null => kind == CursorKey.NumberOrNull,
        _ => long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == key,
    };

    private static byte[]? Decode(string text)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        return Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, bytes, out var written) ? bytes[..written] : null;
    }

    // Not a secret: the keys only ever become parameters. It tells a damaged or foreign cursor from a good one.
    private static byte[] Check(string scope, ReadOnlySpan<byte> body) =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes($"{Version}\n{scope}\n"), .. body])[..CheckBytes];
}
