using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Motics.Support.Core.Access;
using Motics.Support.Portal.Tests.Api;
using Motics.Support.Portal.Tests.Hosting;

namespace Motics.Support.Portal.Tests.Access;

public sealed class SignInTests(Hosting.Portal portal) : PortalApiTests(portal)
{
    [Theory]
    [InlineData("agent", "/tickets", 200)]
    [InlineData("agent", "/admin/tokens", 302)]
    [InlineData("lead", "/audit", 200)]
    [InlineData("admin", "/admin/tokens", 200)]
    [InlineData("lead", "/admin/masks", 302)]
    [InlineData("admin", "/admin/masks", 200)]
    public async Task Role_OpensWhatItMay(string role, string page, int status)
    {
        using var browser = await Portal.BrowserAsync(role);

        using var answer = await browser.GetAsync(new Uri(page, UriKind.Relative), Cancel);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 302 ? "/denied" : null, answer.Headers.Location?.AbsolutePath);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/organisations")]
    [InlineData("/no-such-page")]
    public async Task Page_Nobody_IsSentToSignIn(string page)
    {
        using var nobody = await Portal.ClientAsync();

        using var answer = await nobody.GetAsync(new Uri(page, UriKind.Relative), Cancel);

        Assert.Equal("/sign-in", answer.Headers.Location?.AbsolutePath);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task SignIn_ForeignReturnUrl_LeadsHome(string returnUrl)
    {
        using var nobody = await Portal.ClientAsync();

        using var answer = await nobody.GetAsync(new Uri($"/dev/sign-in?as=agent&returnUrl={Uri.EscapeDataString(returnUrl)}", UriKind.Relative), Cancel);

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("203.0.113.7", "localhost", null)]
    [InlineData("127.0.0.1", "support.example.org", null)]
    [InlineData("127.0.0.1", "localhost.example.org", null)]
    [InlineData("127.0.0.1", "127.0.0.1.example.org:5080", null)]
    [InlineData("127.0.0.1", "192.168.1.5:5080", null)]
    [InlineData("127.0.0.1", "0.0.0.0", null)]
    [InlineData("127.0.0.1", "localhost", "X-Forwarded-For")]
    [InlineData("127.0.0.1", "localhost", "X-Forwarded-Proto")]
    [InlineData("127.0.0.1", "localhost", "X-Original-For")]
    [InlineData("127.0.0.1", "localhost", "Forwarded")]
    [InlineData("127.0.0.1", "localhost", "Via")]
    [InlineData("127.0.0.1", "localhost", "X-Real-IP")]
    [InlineData("127.0.0.1", "localhost", "cf-connecting-ip")]
    [InlineData("127.0.0.1", "localhost", "True-Client-IP")]
    [InlineData("127.0.0.1", "localhost", "X-Amzn-Trace-Id")]
    public async Task DemoSignIn_FromElsewhere_IsNotThere(string address, string host, string? header)
    {
        foreach (var path in new[] { "/dev/sign-in", "/sign-in" })
        {
            var answer = await DemoAsync(path, address, host, header);

            Assert.Equal(404, answer.Response.StatusCode);
            Assert.DoesNotContain("motics-support=", answer.Response.Headers.SetCookie.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1:5080")]
    [InlineData("::1", "[::1]:5080")]
    [InlineData("127.0.0.1", "LOCALHOST:5080")]
    [InlineData("::ffff:127.0.0.1", "127.0.0.5")]
    public async Task DemoSignIn_OnThisMachine_SignsIn(string address, string host)
    {
        var answer = await DemoAsync("/dev/sign-in", address, host, null);

        Assert.Contains("motics-support=", answer.Response.Headers.SetCookie.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/_blazor")]
    [InlineData("POST", "/_blazor/negotiate?negotiateVersion=1")]
    [InlineData("POST", "/_blazor/disconnect")]
    [InlineData("GET", "/_blazor/initializers")]
    public async Task Circuit_Nobody_Is401AndNoPage(string method, string url)
    {
        using var nobody = await Portal.ClientAsync();

        using var answer = await nobody.SendBytesAsync(new HttpMethod(method), url, [], null);

        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Theory]
    [InlineData("http://localhost", 200)]
    [InlineData("https://localhost", 200)]
    [InlineData(null, 200)]
    [InlineData("https://elsewhere.example", 403)]
    [InlineData("http://localhost.elsewhere.example", 403)]
    [InlineData("http://localhost:8080", 403)]
    [InlineData("null", 403)]
    [InlineData("file://", 403)]
    public async Task Negotiation_FromAPageOfAnotherOrigin_IsRefusedWithTheCookieToo(string? origin, int status)
    {
        using var browser = await Portal.BrowserAsync(Grants.Agent);
        if (origin is not null)
        {
            browser.DefaultRequestHeaders.TryAddWithoutValidation("Origin", origin);
        }

        using var answer = await browser.SendBytesAsync(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1", [], null);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("http://localhost", true)]
    [InlineData("https://elsewhere.example", false)]
    public async Task WebSocket_OfAPageOfAnotherOrigin_IsRefusedWithTheCookieToo(string origin, bool connects)
    {
        var signedIn = await DemoAsync("/dev/sign-in", "127.0.0.1", "localhost", null);
        var client = Portal.Server.CreateWebSocketClient();
        client.ConfigureRequest = request =>
        {
            request.Headers.Origin = origin;
            request.Headers.Cookie = signedIn.Response.Headers.SetCookie.First(cookie => cookie!.StartsWith("motics-support=", StringComparison.Ordinal))!.Split(';')[0];
        };

        var connected = await Record.ExceptionAsync(async () => (await client.ConnectAsync(new Uri("ws://localhost/_blazor"), Cancel)).Dispose());

        Assert.Equal(connects, connected is null);
    }

    private Task<HttpContext> DemoAsync(string path, string address, string host, string? header) => Portal.Server.SendAsync(context =>
    {
        context.Request.Path = path;
        context.Request.QueryString = new QueryString("?as=admin");
        context.Request.Host = new HostString(host);
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        if (header is not null)
        {
            context.Request.Headers[header] = "203.0.113.7";
        }
    }, Cancel);

    [Fact]
    public async Task ApiWithCookie_Write_NeedsTheAntiforgeryToken()
    {
        using var admin = await Portal.AdminAsync();
        var organisation = await StuckClinicAsync(admin);
        using var browser = await Portal.BrowserAsync(Grants.Agent);

        var request = new { organisationId = organisation, subject = "By hand" };
        using var forged = await browser.PostJsonAsync("/api/v1/tickets", request);
        var token = await browser.ReadAsync("/api/v1/antiforgery");
        browser.DefaultRequestHeaders.Add(token.GetProperty("headerName").GetString()!, token.GetProperty("token").GetString());
        using var meant = await browser.PostJsonAsync("/api/v1/tickets", request);

        await forged.ProblemAsync(400);
        Assert.Equal(201, (int)meant.StatusCode);
    }

    [Fact]
    public async Task SignOut_WithoutItsForm_IsRefused()
    {
        using var browser = await Portal.BrowserAsync(Grants.Agent);

        using var answer = await browser.PostAsync(new Uri("/sign-out", UriKind.Relative), null, Cancel);
        using var still = await browser.GetAsync(new Uri("/tickets", UriKind.Relative), Cancel);

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal(200, (int)still.StatusCode);
    }

    [Fact]
    public async Task Page_Headers_ForbidForeignAndInlineScript()
    {
        using var browser = await Portal.BrowserAsync(Grants.Agent);

        using var answer = await browser.GetAsync(new Uri("/", UriKind.Relative), Cancel);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.DoesNotMatch(@"<script(?![^>]*\bsrc=)[^>]*>", await answer.Content.ReadAsStringAsync(Cancel));
    }
}
