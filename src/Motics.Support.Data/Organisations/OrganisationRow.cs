using Motics.Support.Core;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Data.Organisations;

/// <summary>What every read of <c>organisation o</c> tells, a list's as the page's.</summary>
internal abstract class OrganisationRow
{
    /// <summary>To be selected from <c>organisation o</c>.</summary>
    protected const string Shared = """
        o.id AS Id, o.name AS Name, o.own_ehr AS Ehr, o.nookal_region AS NookalRegion, o.cliniko_shard AS ClinikoShard, o.place AS PlaceName, o.place_source AS PlaceSource,
        o.place_contradiction AS PlaceContradiction, o.place_contradiction_source AS PlaceContradictionSource, o.key_suffix_missing AS KeySuffixMissing,
        o.migrated_at AS MigratedAt, o.wave AS Wave, o.health AS Health, o.health_reason AS HealthReason, o.health_since_at AS HealthSinceAt
        """;

    public string Id { get; init; } = "";
    public string? Name { get; init; }
    public string? Ehr { get; init; }
    public string? NookalRegion { get; init; }
    public string? ClinikoShard { get; init; }
    public string? PlaceName { get; init; }
    public string? PlaceSource { get; init; }
    public string? PlaceContradiction { get; init; }
    public string? PlaceContradictionSource { get; init; }
    public long? KeySuffixMissing { get; init; }
    public long? MigratedAt { get; init; }
    public string? Wave { get; init; }
    public string Health { get; init; } = "";
    public string HealthReason { get; init; } = "";
    public long? HealthSinceAt { get; init; }

    protected OrganisationHead Head => new()
    {
        Id = Id,
        Name = Name,
        Ehr = Kebab.Parse<Ehr>(Ehr),
        NookalRegion = Kebab.Parse<NookalRegion>(NookalRegion),
        ClinikoShard = ClinikoShard,
        Place = PlaceOf(PlaceName, PlaceSource, PlaceContradiction, PlaceContradictionSource, KeySuffixMissing),
        MigratedAt = UnixTime.Time(MigratedAt),
        Wave = Wave,
        Health = Kebab.Parse<Health>(Health)!.Value,
        HealthReason = HealthReason,
        HealthSince = UnixTime.Time(HealthSinceAt),
    };

    public static Place PlaceOf(string? name, string? source, string? contradiction, string? contradictionSource, long? suffixMissing) =>
        new(name, Kebab.Parse<PlaceSource>(source), contradiction, Kebab.Parse<PlaceSource>(contradictionSource), suffixMissing == 1);
}
