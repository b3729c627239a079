namespace Motics.Support.Core.Organisations;

/// <summary>How the console knows where at the EHR an organisation is.</summary>
public enum PlaceSource
{
    /// <summary>Set for the organisation in Motics.</summary>
    Organisation,

    /// <summary>Chosen in Motics beside the newest key.</summary>
    NewestKey,

    /// <summary>Follows from the host that the clinic signs in at.</summary>
    SignInHost,

    /// <summary>Follows from the newest key's suffix (no suffix means <c>au1</c>).</summary>
    KeySuffix,
}

/// <summary>
/// Where at its EHR an organisation is: a Nookal region or a Cliniko shard, how we know, and what contradicts it. One value wherever it is shown,
/// filtered, counted or covered by an incident (contract, "place"): found while events are folded and kept in <c>organisation.place</c>.
/// </summary>
/// <param name="Name">Wire name: <c>au-nz</c>, <c>eu</c>, <c>us</c>, or a shard such as <c>uk1</c>; null when not known.</param>
/// <param name="Source">Where <paramref name="Name"/> comes from; null when not known.</param>
/// <param name="Contradiction">What another source says instead; null when nothing contradicts.</param>
/// <param name="ContradictionSource">Which source that is.</param>
/// <param name="SuffixMissing">The newest Cliniko key has no suffix although the organisation's shard is not <c>au1</c>.</param>
public sealed record Place(
    string? Name, PlaceSource? Source, string? Contradiction = null, PlaceSource? ContradictionSource = null, bool SuffixMissing = false)
{
    /// <summary>The shard of Cliniko keys that carry no suffix.</summary>
    public const string ShardWithoutSuffix = "au1";

    /// <summary>Nothing tells of it.</summary>
    public static Place Nowhere { get; } = new(null, null);

    /// <summary>Two sources disagree: a likely defect of the key or of the settings.</summary>
    public bool IsContradicted => Contradiction is not null;

    /// <summary>The place of an organisation, from everything that tells of it. EHRs other than Cliniko and Nookal have none.</summary>
    /// <param name="ehr">Its own EHR.</param>
    /// <param name="region">Nookal region set for the organisation.</param>
    /// <param name="site">Host that the clinic signs in at.</param>
    /// <param name="shard">Cliniko shard set for the organisation.</param>
    /// <param name="keyRegion">Nookal region chosen with the newest key.</param>
    /// <param name="keySuffix">Suffix of the newest key: empty when it has none, null when not told or when there is no key.</param>
    public static Place Of(Ehr? ehr, NookalRegion? region, string? site, string? shard, NookalRegion? keyRegion, string? keySuffix) => ehr switch
    {
        Ehr.Nookal => Nookal(region, site, keyRegion),
        Ehr.Cliniko => Cliniko(shard, keySuffix),
        _ => Nowhere,
    };

    private static Place Nookal(NookalRegion? region, string? site, NookalRegion? keyRegion)
    {
        var implied = Kebab.Name(NookalSites.Region(site));
        if (Kebab.Name(keyRegion ?? region) is not { } set)
        {
            return implied is null ? Nowhere : new Place(implied, PlaceSource.SignInHost);
        }

        var source = keyRegion is null ? PlaceSource.Organisation : PlaceSource.NewestKey;
        return implied is null || implied == set ? new Place(set, source) : new Place(set, source, implied, PlaceSource.SignInHost);
    }

    private static Place Cliniko(string? shard, string? suffix)
    {
        var implied = suffix is { Length: 0 } ? ShardWithoutSuffix : suffix;
        if (shard is null)
        {
            return implied is null ? Nowhere : new Place(implied, PlaceSource.KeySuffix);
        }

        return implied is null || implied == shard
            ? new Place(shard, PlaceSource.Organisation)
            : new Place(shard, PlaceSource.Organisation, implied, PlaceSource.KeySuffix, suffix!.Length == 0);
    }
}
