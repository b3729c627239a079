using System.Buffers;
using Motics.Support.Core.Masking;
using Motics.Support.Core.Organisations.Providers;

namespace Motics.Support.Core.Events;

/// <summary>Fields with a pattern of their own. Patterns, not lists: Cliniko opens shards faster than lists are kept (<c>ehr-facts.md</c>).</summary>
internal static class EventPatterns
{
    private const int LongestSuffix = 16;
    private const int LongestHost = 253;
    private const int LongestZone = 64;

    private static readonly SearchValues<char> Host = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-");
    private static readonly SearchValues<char> Zone = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/");

    /// <summary>Two letters and one or two digits, lower case.</summary>
    public static string? Shard(EventFields fields, string name)
    {
        const string Accepted = "two letters and one or two digits without a hyphen, such as uk1";
        if (fields.Raw(name, Accepted, int.MaxValue)?.Trim().ToLowerInvariant() is not { Length: > 0 } shard)
            return null;
        if (ClinikoShards.IsShard(shard))
            return shard;
        fields.Add(name, $"Must be {Accepted}.");
        return null;
    }

    /// <summary>What follows a key's last hyphen: empty when it has none. Any short ending is kept, because a wrong one is a finding.</summary>
    public static string? Suffix(EventFields fields, string name)
    {
        const string Accepted = "what follows the key's last hyphen, at most 16 letters and digits without the hyphen, or empty when the key has none";
        if (fields.Raw(name, Accepted, int.MaxValue)?.Trim().ToLowerInvariant() is not { } suffix)
            return null;
        if (suffix.Length <= LongestSuffix && suffix.All(char.IsAsciiLetterOrDigit))
            return suffix;
        fields.Add(name, $"Must be {Accepted}.");
        return null;
    }

    /// <summary>The host that a clinic signs in at; a whole address is cut to its host.</summary>
    public static string? Site(EventFields fields, string name)
    {
        const string Accepted = "the host that the clinic signs in at, such as app.nookal.co.uk";
        if (fields.Raw(name, Accepted, int.MaxValue)?.Trim().ToLowerInvariant() is not { Length: > 0 } site)
            return null;
        if (HostOf(site) is { } host && HoldsNoSecret(host))
            return host;
        fields.Add(name, $"Must be {Accepted}.");
        return null;
    }

    /// <summary>The host of a host or an address; null when it is neither.</summary>
    public static string? HostOf(string site)
    {
        var scheme = site.IndexOf("://", StringComparison.Ordinal);
        var host = scheme < 0 ? site : site[(scheme + 3)..];
        host = host.Split('/', '?', '#')[0].TrimEnd('.');
        return host.Length is > 0 and <= LongestHost && !host.AsSpan().ContainsAnyExcept(Host) && host[0] is not ('.' or '-') && !host.Contains("..", StringComparison.Ordinal) ? host : null;
    }

    /// <summary>A name of the IANA time zone database; whether it exists is not checked, the sender's list may be newer.</summary>
    public static string? TimeZone(EventFields fields, string name)
    {
        const string Accepted = "an IANA time zone, such as Australia/Sydney";
        if (fields.Raw(name, Accepted, int.MaxValue)?.Trim() is not { Length: > 0 } zone)
            return null;
        if (zone.Length <= LongestZone && !zone.AsSpan().ContainsAnyExcept(Zone) && HoldsNoSecret(zone))
            return zone;
        fields.Add(name, $"Must be {Accepted}.");
        return null;
    }

    private static bool HoldsNoSecret(string text) => TextMask.Mask(text).Kinds == MaskedKinds.None;
}
