using System.Text.RegularExpressions;

namespace Motics.Support.Core.Organisations;

/// <summary>The places that lists can be filtered by: Nookal regions and Cliniko shards, by wire name.</summary>
internal static partial class Regions
{
    /// <summary>What a filter by place takes, as a sentence for callers.</summary>
    public static string Accepted { get; } = $"One or more of: {string.Join(", ", Kebab.All<NookalRegion>())}, or a Cliniko shard such as uk1.";

    /// <summary>True for the name of a Nookal region, and for whatever has the form of a shard.</summary>
    public static bool IsPlace(string value) => Kebab.Parse<NookalRegion>(value) is not null || Shard().IsMatch(value);

    // By pattern, never by a closed list: new shards appear (ehr-facts, "Cliniko").
    [GeneratedRegex(@"^[a-z]{2}\d{1,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shard();
}
