namespace Motics.Support.Core.Organisations.Providers;

/// <summary>Nookal's regions, by the address a clinic signs in at (Motics help article 11879082).</summary>
public static class NookalSites
{
    /// <summary>The region of a host such as <c>app.nookal.com.au</c>; null when it is none of Nookal's.</summary>
    public static NookalRegion? Region(string? host) =>
        Within(host, "nookal.com.au") ? NookalRegion.AuNz
        : Within(host, "nookal.co.uk") ? NookalRegion.Eu
        : Within(host, "nookal.com") ? NookalRegion.Us
        : null;

    internal static EhrPlaces Places { get; } = new(
        PlaceKind.Region, $"a Nookal region ({string.Join(", ", Kebab.All<NookalRegion>())})", name => Kebab.Parse<NookalRegion>(name) is not null,
        signs => (Kebab.Name(signs.KeyRegion ?? signs.Region), signs.KeyRegion is null ? PlaceSource.Organisation : PlaceSource.NewestKey),
        signs => Kebab.Name(Region(signs.Site)),
        PlaceSource.SignInHost);

    private static bool Within(string? host, string domain) =>
        host is not null && (host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase));
}
