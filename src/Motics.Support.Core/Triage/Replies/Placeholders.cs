using System.Globalization;
using System.Text.RegularExpressions;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage.Evidence;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage.Replies;

/// <summary>
/// Fills what stands in braces in the playbook's texts from the case. Each placeholder says how its value reads, and what stands there
/// while the value is not known.
/// </summary>
internal sealed partial class Placeholders(IReadOnlyDictionary<string, PlaceholderWords> words)
{
    /// <summary>The values that a case can fill in.</summary>
    public static IReadOnlyList<string> Sources { get; } = ["ehr", "shard", "siteRegion", "connectedSince", "waitUntil", "switchedOff", "copiedNotes", "engineersWait", "keyExposed", "keyDoubted", "complaint"];

    public string Fill(string text, CaseFacts facts)
    {
        var filled = Pattern().Replace(text, match => Words(match.Groups[1].Value, facts));
        // "{ehr} does not have to …" begins with a small letter while the EHR is not known.
        return text.StartsWith('{') && filled.Length > 0 ? char.ToUpperInvariant(filled[0]) + filled[1..] : filled;
    }

    /// <summary>Names in braces that are no placeholder.</summary>
    public IEnumerable<string> UnknownIn(string text) =>
        Pattern().Matches(text).Select(match => match.Groups[1].Value).Where(name => !words.ContainsKey(name));

    private string Words(string name, CaseFacts facts)
    {
        // What people typed may have braces of its own.
        if (!words.TryGetValue(name, out var placeholder))
            return $"{{{name}}}";
        var value = Value(placeholder.Of, facts);
        if (value is null)
            return placeholder.Unknown;
        return placeholder.ByValue.GetValueOrDefault(value) ?? placeholder.Known.Replace("{value}", value, StringComparison.Ordinal);
    }

    private static string? Value(string source, CaseFacts facts) => source switch
    {
        "ehr" => Kebab.Name(facts.Ehr),
        "shard" => facts.Context.ClinikoShard,
        "siteRegion" => Kebab.Name(facts.Context.SiteRegion),
        "connectedSince" => facts.Context.ConnectedSince is { } since ? Moment.Utc(since) : null,
        "copiedNotes" => facts.Context.Copied is { Notes: > 0 } copied ? copied.Words : null,
        "switchedOff" => facts.Context.SwitchedOffAt is { } off ? Moment.Utc(off) : null,
        "keyExposed" => facts.Context.KeyExposed ? "yes" : null,
        "keyDoubted" => facts.Context.KeyExposed || facts.Context.KeyFailed ? "yes" : null,
        "complaint" => facts.Complaint is { AboutSearching: true, AboutPushing: false } ? "search" : null,
        "engineersWait" => facts.Context.EngineersWait ? "yes" : null,
        _ => facts.WaitUntil is { } until ? Clock(until, facts.Context.Zone) : null,
    };

    // A time of today: the clinic reads its own clock, the agent perhaps another.
    private static string Clock(DateTimeOffset at, TimeZoneInfo? zone)
    {
        var utc = Moment.UtcClock(at);
        return zone is null ? utc : $"{TimeZoneInfo.ConvertTime(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture)} the clinic's time ({utc})";
    }

    [GeneratedRegex(@"\{([a-zA-Z-]+)\}")]
    private static partial Regex Pattern();
}

/// <summary>How a placeholder reads.</summary>
/// <param name="Of">Which value of the case it shows, one of <see cref="Placeholders.Sources"/>.</param>
/// <param name="Known">With <c>{value}</c> where the value stands.</param>
/// <param name="Unknown">While the case does not know.</param>
/// <param name="ByValue">Words for single values, instead of <paramref name="Known"/>.</param>
internal sealed record PlaceholderWords(string Of, string Known, string Unknown, IReadOnlyDictionary<string, string> ByValue);
