using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Providers;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage.Evidence;

/// <summary>Whether the newest key and the settings belong to where the clinic's account is.</summary>
internal static class PlaceEvidence
{
    public static KnownFact? ClinikoSuffix(Seen seen)
    {
        if (seen.NewestKey is not { Suffix: { } told } key || ClinikoShards.Read(seen.Organisation.ClinikoShard) is not { } shard)
            return null;
        var ending = ClinikoShards.Read(told);
        var value = (ending ?? ClinikoShards.WithoutSuffix) == shard ? "present" : ending is null ? "missing" : "wrong-shard";
        var evidence = ending is null ? "The newest key has no ending" : $"The newest key ends in -{ending}";
        return Seen.Fact(value, key.SavedAt, $"{evidence}; the clinic's Cliniko account is on {shard}");
    }

    public static KnownFact? NookalRegion(Seen seen)
    {
        if ((seen.NewestKey?.NookalRegion ?? seen.Organisation.NookalRegion) is not { } region)
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
}
