namespace Motics.Support.Core.Organisations;

/// <summary>Nookal's region by the address a clinic signs in at (Motics help article 11879082).</summary>
public static class NookalSites
{
    /// <summary>The region of a host such as <c>app.nookal.com.au</c>; null when it is none of Nookal's.</summary>
    public static NookalRegion? Region(string? host) =>
        Within(host, "nookal.com.au") ? NookalRegion.AuNz
        : Within(host, "nookal.co.uk") ? NookalRegion.Eu
        : Within(host, "nookal.com") ? NookalRegion.Us
        : null;

    private static bool Within(string? host, string domain) =>
        host is not null && (host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase));
}
