using Motics.Support.Core;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Providers;
using Motics.Support.Core.Wording;

namespace Motics.Support.Portal.Components.Wording;

public static partial class Words
{
    /// <summary>A Nookal region or Cliniko shard by its wire name: "AU/NZ", "uk1".</summary>
    public static string OfPlace(string name) => Kebab.Parse<NookalRegion>(name) is { } region ? Labels.Of(region) : name;

    /// <summary>What the EHR calls it: "Region", "Shard".</summary>
    public static string PlaceLabel(Ehr? ehr) => ehr?.Profile().Places?.Kind == PlaceKind.Shard ? "Shard" : "Region";

    /// <summary>Where the place comes from: "set in Motics; clinic signs in at app.nookal.co.uk".</summary>
    public static string PlaceSources(Place place, OrganisationDetail organisation)
    {
        List<string> sources = [];
        if (place.Source is { } source)
            sources.Add(OfSource(source, organisation));
        if (place.ContradictionSource is { } other)
            sources.Add(OfSource(other, organisation));
        else if (place.Source is PlaceSource.Organisation or PlaceSource.NewestKey && Confirming(organisation) is { } confirming)
            sources.Add(OfSource(confirming, organisation));
        return sources.Count == 0 ? "neither Motics nor a key has told" : string.Join("; ", sources);
    }

    /// <summary>What contradicts the place, for a chip: "≠ EU", "key has no ending"; null when nothing does.</summary>
    public static string? Mismatch(Place place) => place switch
    {
        { SuffixMissing: true } => "key has no ending",
        { Contradiction: { } other } => $"≠ {OfPlace(other)}",
        _ => null,
    };

    /// <summary>The contradiction as a sentence; null when there is none.</summary>
    public static string? WhyMismatch(Place place, OrganisationDetail organisation) => place switch
    {
        { SuffixMissing: true } => $"The account is on {place.Name}, so its keys end in -{place.Name}; the newest key has no ending.",
        { Contradiction: { } other, ContradictionSource: PlaceSource.KeySuffix } => $"The account is on {place.Name}, but the newest key ends in -{other}.",
        { Contradiction: { } other, Name: { } name } => $"Motics is set to {OfPlace(name)}, but {organisation.NookalSite ?? "the sign-in address"} is {OfPlace(other)}.",
        _ => null,
    };

    private static string OfSource(PlaceSource source, OrganisationDetail organisation) => source switch
    {
        PlaceSource.Organisation => "set in Motics",
        PlaceSource.NewestKey => "set in Motics with the newest key",
        PlaceSource.SignInHost => $"clinic signs in at {organisation.NookalSite}",
        _ => organisation.KeyHistory is [{ Suffix: { Length: > 0 } suffix }, ..] ? $"the newest key ends in -{suffix}" : "the newest key has no ending",
    };

    private static PlaceSource? Confirming(OrganisationDetail organisation) =>
        organisation.Ehr?.Profile().Places is { } places && places.Implied(organisation.PlaceSigns) is not null ? places.ImpliedBy : null;
}
