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
    [InlineData("203.0.113.7", null)]
    [InlineData("127.0.0.1", "203.0.113.7")]
    public async Task DemoSignIn_FromElsewhere_IsNotThere(string address, string? forwardedFor)
    {
        var answer = await Portal.Server.SendAsync(context =>
        {
            context.Request.Path = "/dev/sign-in";
            context.Request.QueryString = new QueryString("?as=admin");
            context.Connection.RemoteIpAddress = IPAddress.Parse(address);
            if (forwardedFor is not null)
            {
                context.Request.Headers["X-Forwarded-For"] = forwardedFor;
            }
        }, Cancel);

        Assert.Equal(404, answer.Response.StatusCode);
        Assert.Empty(answer.Response.Headers.SetCookie.ToString());
    }

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
