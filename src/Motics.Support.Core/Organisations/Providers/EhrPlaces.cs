namespace Motics.Support.Core.Organisations.Providers;

/// <summary>What an EHR calls the places of its accounts.</summary>
public enum PlaceKind { Shard, Region }

/// <summary>Everything that may tell where an organisation is at its EHR; null where nothing was told.</summary>
/// <param name="Region">Nookal region set for the organisation.</param>
/// <param name="Site">Host that the clinic signs in at.</param>
/// <param name="Shard">Cliniko shard set for the organisation.</param>
/// <param name="KeyRegion">Nookal region chosen with the newest key.</param>
/// <param name="KeySuffix">Suffix of the newest key: empty when it has none, null when not told or when there is no key.</param>
public sealed record PlaceSigns(NookalRegion? Region, string? Site, string? Shard, NookalRegion? KeyRegion, string? KeySuffix);

/// <summary>The places of an EHR, and how the console knows them.</summary>
/// <param name="Kind">What the EHR calls them.</param>
/// <param name="Accepted">What a filter takes, as part of a sentence for callers.</param>
/// <param name="IsName">True for the wire name of such a place.</param>
/// <param name="Set">Where Motics is set to, and by what; null when it is not.</param>
/// <param name="Implied">What another sign implies; null when it says nothing.</param>
/// <param name="ImpliedBy">Which sign that is.</param>
public sealed record EhrPlaces(
    PlaceKind Kind, string Accepted, Func<string, bool> IsName, Func<PlaceSigns, (string? Name, PlaceSource Source)> Set, Func<PlaceSigns, string?> Implied, PlaceSource ImpliedBy)
{
    /// <summary>The place, from everything that tells of it.</summary>
    public Place Of(PlaceSigns signs)
    {
        ArgumentNullException.ThrowIfNull(signs);
        var implied = Implied(signs);
        var (name, source) = Set(signs);
        if (name is null)
            return implied is null ? Place.Nowhere : new Place(implied, ImpliedBy);
        return implied is null || implied == name
            ? new Place(name, source)
            : new Place(name, source, implied, ImpliedBy, ImpliedBy == PlaceSource.KeySuffix && signs.KeySuffix is { Length: 0 });
    }
}
