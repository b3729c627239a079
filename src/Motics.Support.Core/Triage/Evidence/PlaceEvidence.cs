using System.Text.RegularExpressions;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage.Evidence;

/// <summary>Whether the newest key and the settings belong to where the clinic's account is.</summary>
internal static partial class PlaceEvidence
{
    public static KnownFact? ClinikoSuffix(Seen seen)
    {
        if (seen.Organisation.Ehr != Ehr.Cliniko || seen.NewestKey is not { Suffix: { } told } key || Shard(seen.Organisation.ClinikoShard) is not { } shard)
            return null;
        var ending = Shard(told);
        var value = (ending ?? Place.ShardWithoutSuffix) == shard ? "present" : ending is null ? "missing" : "wrong-shard";
        var evidence = ending is null ? "The newest key has no ending" : $"The newest key ends in -{ending}";
        return Seen.Fact(value, key.SavedAt, $"{evidence}; the clinic's Cliniko account is on {shard}");
    }

    public static KnownFact? NookalRegion(Seen seen)
    {
        if (seen.Organisation.Ehr != Ehr.Nookal || (seen.NewestKey?.NookalRegion ?? seen.Organisation.NookalRegion) is not { } region)
            return null;
        var key = seen.NewestKey?.NookalRegion is null ? null : seen.NewestKey;
        return Seen.Fact(Kebab.Name(region), key?.SavedAt, key is null ? "Set for the organisation in Motics" : "Chosen in Motics with the newest key");
    }

    public static KnownFact? NookalRegionMatches(Seen seen)
    {
        if (NookalRegion(seen) is not { } set || NookalSites.Region(seen.Organisation.NookalSite) is not { } site)
            return null;
        var implied = Kebab.Name(site);
        return Seen.Fact(set.Value == implied, set.At, $"Motics has the region {Spoken(set.Value)}; the clinic signs in at {seen.Organisation.NookalSite}, which is {Spoken(implied)}");
    }

    private static string Spoken(string region) => region == "au-nz" ? "AU/NZ" : region.ToUpperInvariant();

    // Shards are checked by their pattern, never by a closed list; whatever else follows a hyphen is no shard.
    private static string? Shard(string? text) =>
        text?.Trim().TrimStart('-').ToLowerInvariant() is { } shard && Pattern().IsMatch(shard) ? shard : null;

    [GeneratedRegex(@"^[a-z]{2}[0-9]{1,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
