namespace Motics.Support.Core.Organisations.Providers;

/// <summary>Cliniko's shards: by their shape, never by a closed list, for new ones appear (<c>ehr-facts.md</c>).</summary>
internal static class ClinikoShards
{
    /// <summary>The shard of keys that carry no suffix.</summary>
    public const string WithoutSuffix = "au1";

    /// <summary>True for two letters and one or two digits, lower case.</summary>
    public static bool IsShard(string text) =>
        text.Length is 3 or 4 && char.IsAsciiLetterLower(text[0]) && char.IsAsciiLetterLower(text[1]) && text.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>The shard in what was told, with its hyphen or without; null when it is none: whatever else follows a hyphen is no shard.</summary>
    public static string? Read(string? text) => text?.Trim().TrimStart('-').ToLowerInvariant() is { } shard && IsShard(shard) ? shard : null;

    public static EhrPlaces Places { get; } = new(
        PlaceKind.Shard, "a Cliniko shard such as uk1", IsShard,
        signs => (signs.Shard, PlaceSource.Organisation),
        signs => signs.KeySuffix is { Length: 0 } ? WithoutSuffix : signs.KeySuffix,
        PlaceSource.KeySuffix);
}
