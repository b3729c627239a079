using System.Net;

namespace Motics.Support.Portal.Access;

/// <summary>Whether a request was made on this machine, for this machine, and passed on by nobody: what the demo's sign-in answers.</summary>
internal static class ThisMachine
{
    // What proxies, balancers, tunnels and content networks put onto what they pass on. One is enough.
    private static readonly string[] Signs =
    [
        "Via", "Forwarded", "X-Forwarded", "X-Original-", "X-Real-", "X-Client-", "X-Cluster-Client-", "X-ProxyUser-", "X-Envoy-", "X-Amzn-", "X-Amz-Cf-", "X-Azure-", "X-ARR-", "X-Cloud-Trace-",
        "X-Appengine-", "X-Proxy", "Proxy-", "True-Client-", "Client-IP", "CF-", "CDN-", "Fastly-", "Fly-", "Akamai-", "X-Akamai-", "X-Vercel-", "X-Nf-", "X-Varnish", "X-Scheme", "X-Url-Scheme",
        "Front-End-Https", "Max-Forwards", "Surrogate-",
    ];

    /// <summary>True when the connection and the name in the address are this machine's, and no header tells of a proxy.</summary>
    public static bool Made(HttpContext context) => IsLoopback(context.Connection.RemoteIpAddress) && IsLoopbackName(context.Request.Host.Host) && !WasPassedOn(context.Request.Headers);

    private static bool IsLoopback(IPAddress? address) => address is null || IPAddress.IsLoopback(address);

    // A name of somebody else's that leads here (rebinding) is none of this machine's.
    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static bool WasPassedOn(IHeaderDictionary headers) => headers.Keys.Any(name => Signs.Any(sign => name.StartsWith(sign, StringComparison.OrdinalIgnoreCase)));
}
