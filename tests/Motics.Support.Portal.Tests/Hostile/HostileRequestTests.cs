using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Motics.Support.Core.Access;
using Motics.Support.Portal.Tests.Hosting;

namespace Motics.Support.Portal.Tests.Hostile;

/// <summary>The real server on a port of this machine: whatever comes over the wire is answered as what it is and never with 500.</summary>
public sealed class HostileRequestTests : IAsyncLifetime
{
    // Another crowd: MOTICS_HOSTILE_SEED and MOTICS_HOSTILE_REQUESTS.
    private static readonly int Seed = Number("MOTICS_HOSTILE_SEED", 20261124);
    private static readonly int Requests = Number("MOTICS_HOSTILE_REQUESTS", 4000);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Hosting.Portal portal = new();
    private int port;
    private string cookie = "";
    private string token = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        portal.UseKestrel(0);
        portal.StartServer();
        port = portal.ClientOptions.BaseAddress.Port;
        using var admin = await portal.AdminAsync();
        token = admin.DefaultRequestHeaders.Authorization!.Parameter!;
        var (_, head) = await RawClient.SendAsync(port, Encoding.ASCII.GetBytes($"GET /dev/sign-in?as={Grants.Admin} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n"), Patience, Cancel);
        cookie = head.Split("Set-Cookie: ")[1].Split(';')[0];
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Crowd_OfRawRequests_IsNeverAnswered500()
    {
        var crowd = new RawCrowd(Seed, Address.All(portal.Services.GetRequiredService<EndpointDataSource>()), $"127.0.0.1:{port}", cookie, token);
        ConcurrentDictionary<string, int> statuses = new();
        ConcurrentBag<string> failed = [];

        await Parallel.ForEachAsync(crowd.Take(Requests).ToList(), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancel }, async (request, ct) =>
        {
            var (status, _) = await RawClient.SendAsync(port, request, Patience, ct);
            statuses.AddOrUpdate($"{status}", 1, (_, count) => count + 1);
            // 505 is the server's own word for a version of HTTP that it does not speak.
            if (status is >= 500 and not 505)
            {
                failed.Add($"{status}: {Shown(request)}");
            }
        });

        TestContext.Current.SendDiagnosticMessage($"{Requests} raw requests: {string.Join(", ", statuses.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"))}");
        Assert.True(failed.IsEmpty, $"{failed.Count} of {Requests} (seed {Seed}):\n{string.Join('\n', failed.Take(20))}");
        Assert.True(statuses.GetValueOrDefault("200") > Requests / 20, "Nearly nothing was well formed: the crowd no longer reaches what it should try.");
        var (alive, _) = await RawClient.SendAsync(port, Encoding.ASCII.GetBytes($"GET /health/live HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n"), Patience, Cancel);
        Assert.Equal(200, alive);
    }

    [Theory]
    [InlineData("FFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n")]
    [InlineData("10000000000000000\r\n{}\r\n0\r\n\r\n")]
    [InlineData("-1\r\n{}\r\n0\r\n\r\n")]
    [InlineData("2\r\n{}\r\n0\r\nX: \u00ff\r\n\r\n")]
    [InlineData("2\r\n{}XX0\r\n\r\n")]
    public async Task Chunks_ThatAreNone_Are400(string chunks)
    {
        foreach (var (path, type) in new[] { ("/api/v1/events", "application/cloudevents+json"), ("/api/v1/tickets", "application/json"), ("/api/v1/organisations/import", "text/csv"), ("/api/v1/triage/evaluate", "application/json") })
        {
            Assert.Equal(400, await StatusAsync($"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: Bearer {token}\r\nContent-Type: {type}\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("..")]
    [InlineData("xn--")]
    [InlineData("127.0.0.1:99999")]
    [InlineData(":80")]
    public async Task Host_ThatIsNone_Is400OnEveryAddress(string host)
    {
        foreach (var path in new[] { "/", "/tickets", "/no-such-page", "/sign-in", "/api/v1/tickets", "/_blazor/negotiate", "/_framework/opaque-redirect?url=x", "/css/tokens.css" })
        {
            Assert.Equal(400, await StatusAsync($"GET {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n"));
        }
    }

    [Fact]
    public async Task Host_LeftOutByABalancerThatSpeaksHttp10_IsToldTheHealth() =>
        Assert.Equal(200, await StatusAsync("GET /health/ready HTTP/1.0\r\n\r\n"));

    [Theory]
    [InlineData("/no%00such")]
    [InlineData("//no-such")]
    [InlineData("/no-such/%2e%2e%2f%2e%2e")]
    [InlineData("/%FF%FE")]
    [InlineData("/\u00ff")]
    [InlineData("/no-such?%00=%FF")]
    [InlineData("/no-such%0d%0aSet-Cookie:x=1")]
    [InlineData("//elsewhere.example/%2F..")]
    public async Task Address_ThatIsOddAndNowhere_Is404Or400(string path)
    {
        var (status, head) = await RawClient.SendAsync(port, Encoding.Latin1.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n"), TimeSpan.FromSeconds(20), Cancel);

        Assert.True(status is 400 or 404, $"{path} → {head}");
    }

    private async Task<int?> StatusAsync(string request) => (await RawClient.SendAsync(port, Encoding.Latin1.GetBytes(request), TimeSpan.FromSeconds(20), Cancel)).Status;

    private string Shown(byte[] request)
    {
        var text = Encoding.Latin1.GetString(request).Replace(cookie, "COOKIE", StringComparison.Ordinal).Replace(token, "TOKEN", StringComparison.Ordinal).Replace("\r\n", "⏎", StringComparison.Ordinal);
        return text[..Math.Min(text.Length, 600)];
    }

    private static int Number(string name, int unlessTold) => int.TryParse(Environment.GetEnvironmentVariable(name), out var number) ? number : unlessTold;
}
