using System.Text;

namespace Motics.Support.Portal.Tests.Hostile;

/// <summary>
/// A crowd of requests as bytes, the same for the same seed: what a well-behaved client cannot send is among them (chunks, lengths that contradict each
/// other, headers and hosts that are none, paths in every encoding). Every address of the portal gets some, with values at the ends of their ranges.
/// </summary>
internal sealed class RawCrowd(int seed, IReadOnlyList<Address> addresses, string host, string cookie, string token)
{
    private static readonly string[] Headers =
    [
        "Accept", "Accept-Encoding", "Accept-Language", "Authorization", "Cookie", "Content-Type", "Content-Length", "Content-Encoding", "Transfer-Encoding", "Expect", "Upgrade",
        "Connection", "Range", "If-Range", "If-None-Match", "If-Match", "If-Modified-Since", "Origin", "Referer", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host",
        "Forwarded", "Via", "RequestVerificationToken", "X-HTTP-Method-Override", "traceparent", "tracestate", "baggage", "Request-Id", "Correlation-Context", "Sec-WebSocket-Key",
        "Sec-WebSocket-Version", "Sec-WebSocket-Extensions", "TE", "Trailer", "Host", "Content-Disposition", "Access-Control-Request-Method", "blazor-enhanced-nav", "X-SignalR-User-Agent",
    ];

    private static readonly string[] HeaderValues =
    [
        "", " ", new('a', 5000), "\u00ff\u00fe", "\u0001", "\"", "*/*", "text/html", "application/json;q=2", "*/*;q=NaN", ";", ",,,,", "=", "a=b;c", "\"unclosed", "bytes=0-", "bytes=-1",
        "bytes=9223372036854775808-", "bytes=0-0,1-1", "W/\"x\"", "-1", "99999999999999999999", "Thu, 01 Jan 0001 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "null", "http://elsewhere.example",
        "%00", "\t", "gzip;q=1000", "identity;q=0", "zone=%00", "Bearer", "Bearer ", "Bearer x", "Basic AAAA", "websocket", "h2c", "100-continue", "trailers", "chunked", "[::1", "a:b:c",
    ];

    private static readonly string[] Hosts =
        ["", " ", "elsewhere.example", "127.0.0.1:99999", "127.0.0.1:-1", "[::1", "a b", "a/b", "user@host", "\u00ff", new('a', 300), "127.0.0.1:80, b", ":80", "..", "%00", "xn--", "xn--a-ecp.ru", "a_b", "*"];

    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT", "get", "FOO", "G\0T", "PRI", new('A', 200), ""];

    private static readonly string[] ContentTypes =
    [
        "application/json", "application/cloudevents+json", "application/cloudevents-batch+json", "text/csv", "multipart/form-data; boundary=b", $"multipart/form-data; boundary={new string('b', 300)}",
        "multipart/form-data", "multipart/form-data; boundary=\"\"", "application/x-www-form-urlencoded", "text/plain", "application/json; charset=utf-7", "///",
    ];

    private static readonly string[] Bodies =
        ["", "{}", "[]", "null", "{\"a\":1}", "\u00ff\u00fe", "a=b&c=d", "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.png\"\r\n\r\nx\r\n--b--\r\n", "--b\r\nbroken", "{\"specversion\":\"1.0\"}"];

    private static readonly string[] Chunks =
    [
        "0\r\n\r\n", "2\r\n{}\r\n0\r\n\r\n", "FFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n", "7FFFFFFFFFFFFFFF\r\n{}", "FFFFFFFFFFFFFFFF\r\n{}", "10000000000000000\r\n{}", "80000000\r\n{}", "FFFFFFFF\r\n{}", "-1\r\n{}\r\n0\r\n\r\n",
        "0x2\r\n{}\r\n0\r\n\r\n", "2;ext=1\r\n{}\r\n0\r\n\r\n", "2;ext=\"\r\n{}\r\n0\r\n\r\n", "2\n{}\n0\n\n", "2\r\n{}0\r\n\r\n", "2\r\n{}XX0\r\n\r\n", "\r\n\r\n", "zz\r\n", "2 \r\n{}\r\n0\r\n\r\n",
        "0000000000000000000002\r\n{}\r\n0\r\n\r\n", "2\r\n{}\r\n0\r\nX: y\r\n\r\n", "2\r\n{}\r\n0\r\nTransfer-Encoding: chunked\r\n\r\n", $"2\r\n{{}}\r\n0\r\nX: {new string('y', 40000)}\r\n\r\n",
        "2\r\n{}\r\n0\r\nbad trailer\r\n\r\n", "2\r\n{}\r\n0\r\n: v\r\n\r\n", "2\r\n{}\r\n0\r\nX: \u00ff\r\n\r\n", "2\r\n{}\r\n0\r\nX\u0000: y\r\n\r\n",
    ];

    private static readonly string[] Lengths = ["0", "1", "99999999999999999999", "-1", "2147483648", "9223372036854775807", "abc", "1, 1", "+1", "5 5"];
    private static readonly string[] Codings = ["Chunked", "gzip, chunked", "chunked, gzip", "identity", "xchunked", "chunked,chunked"];

    private readonly Random random = new(seed);

    /// <summary>The next so many requests.</summary>
    public IEnumerable<byte[]> Take(int count) => Enumerable.Range(0, count).Select(_ => Encoding.Latin1.GetBytes(Next()));

    private string Next()
    {
        var address = One(addresses);
        var method = Chance(0.85) ? address.Method : One(Methods);
        List<string> lines = [];
        if (Chance(0.98))
        {
            lines.Add($"Host: {(Chance(0.9) ? host : One(Hosts))}");
        }

        if (Chance(0.85))
        {
            lines.Add(address.IsApi && Chance(0.8) ? $"Authorization: Bearer {token}" : $"Cookie: {cookie}{(Chance(0.2) ? $"; {One(HeaderValues)}" : "")}");
        }

        for (var further = One([0, 0, 0, 1, 1, 2, 5]); further > 0; further--)
        {
            lines.Add($"{One(Headers)}{(Chance(0.05) ? " :" : ": ")}{One(HeaderValues)}");
        }

        if (Chance(0.03))
        {
            lines.Add(One([" folded", "no colon", ": empty", "X\0: y", $"X: {new string('y', 40000)}", string.Join("\r\n", Enumerable.Range(0, 150).Select(n => $"X{n}: y"))]));
        }

        var body = method is "GET" or "HEAD" && Chance(0.9) ? "" : Body(lines);
        lines.Add("Connection: close");
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(lines));
        return $"{method} {Target(address)} {(Chance(0.98) ? "HTTP/1.1" : One(["HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "http/1.1", ""]))}\r\n{string.Join("\r\n", lines)}\r\n\r\n{body}";
    }

    private string Body(List<string> lines)
    {
        if (Chance(0.8))
        {
            lines.Add($"Content-Type: {One(ContentTypes)}");
        }

        if (Chance(0.5))
        {
            lines.Add($"Transfer-Encoding: {(Chance(0.85) ? "chunked" : One(Codings))}");
            if (Chance(0.1))
            {
                lines.Add($"Content-Length: {One(Lengths)}");
            }

            return One(Chunks);
        }

        var body = One(Bodies);
        lines.Add($"Content-Length: {(Chance(0.8) ? body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) : One(Lengths))}");
        return body;
    }

    private string Target(Address address)
    {
        var path = address.Path(_ => Chance(0.3) ? One(["1", "1001", "x"]) : Value());
        path = random.Next(60) switch
        {
            0 => $"{path}/{Value()}",
            1 => $"/{path}",
            2 => $"http://{host}{path}",
            3 => $"http://elsewhere.example{path}",
            4 => "*",
            5 => Value(),
            6 or 7 => $"/{Value()}",
            8 => path.ToUpperInvariant(),
            9 => path.Replace("/", "%2F", StringComparison.Ordinal),
            _ => path,
        };
        var query = address.Parameters.Where(_ => Chance(0.5)).Select(name => $"{name}={Value()}").ToList();
        if (Chance(0.08))
        {
            query.Add($"{Value()}={Value()}");
        }

        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    private string Value() => Chance(0.05)
        ? string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => (char)random.Next(33, 256)))
        : One(Edges.Values) + (Chance(0.15) ? One(Edges.Values) : "");

    private T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    private bool Chance(double of) => random.NextDouble() < of;
}
