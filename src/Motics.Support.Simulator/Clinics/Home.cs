using Motics.Support.Core.Organisations;

namespace Motics.Support.Simulator.Clinics;

/// <summary>The account of a clinic at its EHR, and where that account really is.</summary>
/// <param name="Shard">Cliniko only.</param>
/// <param name="Region">Nookal only: the region of the site at which the clinic signs in.</param>
public sealed record Home(Ehr Ehr, Country Country, string? Shard = null, NookalRegion? Region = null)
{
    /// <summary>Host at which a Nookal clinic signs in (help article 11879082); null for the other EHRs.</summary>
    public string? NookalSite => Region switch
    {
        NookalRegion.AuNz => "app.nookal.com.au",
        NookalRegion.Eu => "app.nookal.co.uk",
        NookalRegion.Us => "app.nookal.com",
        _ => null,
    };
}

/// <summary>The homes that a story may take place in.</summary>
public static class Homes
{
    /// <summary>The shard that is down while the stories end; its clinics tell no other story.</summary>
    public const string DownShard = "au2";

    /// <summary>The shard that looks slow while the stories end.</summary>
    public const string SlowShard = "eu1";

    /// <summary>The shard that was down for an afternoon and is well again.</summary>
    public const string OnceDownShard = "uk1";

    public static IReadOnlyList<Home> Cliniko { get; } =
    [
        At(Country.Australia, "au1"), At(Country.Australia, "au1"), At(Country.Australia, "au3"), At(Country.Australia, "au4"),
        At(Country.Australia, "au5"), At(Country.NewZealand, "au4"), At(Country.UnitedKingdom, OnceDownShard), At(Country.UnitedKingdom, OnceDownShard),
        At(Country.UnitedKingdom, "uk2"), At(Country.UnitedKingdom, "uk3"), At(Country.Canada, "ca1"), At(Country.UnitedStates, "ca1"),
    ];

    /// <summary>An absent suffix means au1, so only elsewhere is it a defect.</summary>
    public static IReadOnlyList<Home> ClinikoOutsideAu1 { get; } = [.. Cliniko.Where(home => home.Shard != "au1")];

    public static IReadOnlyList<Home> ClinikoDown { get; } = [At(Country.Australia, DownShard)];

    public static IReadOnlyList<Home> ClinikoSlow { get; } = [At(Country.Ireland, SlowShard)];

    public static IReadOnlyList<Home> Nookal { get; } =
    [
        In(Country.Australia, NookalRegion.AuNz), In(Country.Australia, NookalRegion.AuNz), In(Country.NewZealand, NookalRegion.AuNz),
        In(Country.UnitedKingdom, NookalRegion.Eu), In(Country.UnitedKingdom, NookalRegion.Eu), In(Country.Ireland, NookalRegion.Eu), In(Country.UnitedStates, NookalRegion.Us),
    ];

    public static IReadOnlyList<Home> Either { get; } = [.. Cliniko, .. Nookal];

    public static IReadOnlyList<Home> Others { get; } = [new(Ehr.Meddbase, Country.UnitedKingdom), new(Ehr.Semble, Country.UnitedKingdom)];

    private static Home At(Country country, string shard) => new(Ehr.Cliniko, country, Shard: shard);

    private static Home In(Country country, NookalRegion region) => new(Ehr.Nookal, country, Region: region);
}
