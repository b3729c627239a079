using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Motics.Support.Portal.Tests.Access;

public sealed class OidcTests : IAsyncDisposable
{
    private readonly FakeProvider _provider = new();
    private readonly Hosting.Portal _portal = Hosting.Portal.With(
        ("Authentication:Oidc:Authority", FakeProvider.Authority), ("Authentication:Oidc:ClientId", "motics-support"), ("Authentication:Oidc:ClientSecret", "of-the-test"),
        ("Authentication:Oidc:RoleClaim", "groups"), ("Authentication:Oidc:Roles:lead", "support-leads"), ("Authentication:Demo:Enabled", "false"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Colleague_WithAMappedRole_ComesInWhereTheyWantedTo()
    {
        _provider.Roles = ["staff", "support-leads"];
        using var browser = Browser();

        var landed = await SignInAsync(browser, "good");
        using var audit = await browser.GetAsync(new Uri("/audit", UriKind.Relative), Cancel);
        using var tokens = await browser.GetAsync(new Uri("/admin/tokens", UriKind.Relative), Cancel);

        Assert.Equal("/audit", landed);
        Assert.Equal(200, (int)audit.StatusCode);
        Assert.Contains("Kim Colleague", await audit.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal("/denied", tokens.Headers.Location?.AbsolutePath);
    }

    [Fact]
    public async Task SignIn_AsksByCodeFlowWithPkce()
    {
        using var browser = Browser();

        await AskAsync(browser);

        Assert.Equal("code", _provider.Asked["response_type"]);
        Assert.Equal("S256", _provider.Asked["code_challenge_method"]);
        Assert.NotEmpty(_provider.Asked["nonce"].ToString());
    }

    [Theory]
    [InlineData()]
    [InlineData("lead")]
    [InlineData("admin-of-something-else")]
    public async Task Person_WithoutAMappedRole_GetsNothing(params string[] roles)
    {
        _provider.Roles = roles;
        using var browser = Browser();

        await SignInAsync(browser, "good");

        foreach (var page in new[] { "/", "/organisations", "/api/v1/playbook" })
        {
            using var answer = await browser.GetAsync(new Uri(page, UriKind.Relative), Cancel);
            Assert.True((int)answer.StatusCode == 403 || answer.Headers.Location?.AbsolutePath == "/denied", page);
        }
    }

    [Fact]
    public async Task Code_NoGood_LeadsToAPlainRefusal()
    {
        _provider.Roles = ["support-leads"];
        using var browser = Browser();

        Assert.Equal("/denied", await SignInAsync(browser, "stolen"));
        using var home = await browser.GetAsync(new Uri("/", UriKind.Relative), Cancel);

        Assert.Equal("/sign-in", home.Headers.Location?.AbsolutePath);
    }

    [Fact]
    public async Task DemoSignIn_TurnedOff_IsNotThere()
    {
        using var browser = Browser();

        using var answer = await browser.GetAsync(new Uri("/dev/sign-in?as=admin", UriKind.Relative), Cancel);

        Assert.Equal(404, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SignIn_ProviderOutOfReach_IsAPageThatSaysSo(bool answersNonsense)
    {
        (_provider.IsAway, _provider.AnswersNonsense) = (!answersNonsense, answersNonsense);
        using var browser = Browser();

        using var answer = await browser.GetAsync(new Uri("/sign-in?returnUrl=%2Faudit", UriKind.Relative), Cancel);
        using var back = await browser.GetAsync(new Uri("/signin-oidc?code=good&state=made-up", UriKind.Relative), Cancel);

        Assert.Equal(503, (int)answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("Sign-in does not answer", page, StringComparison.Ordinal);
        Assert.Contains("/sign-in?returnUrl=%2Faudit", page, StringComparison.Ordinal);
        Assert.Equal("/denied", back.Headers.Location?.OriginalString);

        _provider.IsAway = _provider.AnswersNonsense = false;
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    private HttpClient Browser() => _portal.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
        services.Configure<OpenIdConnectOptions>("oidc", options => options.BackchannelHttpHandler = _provider)))
        .CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });

    private async Task AskAsync(HttpClient browser)
    {
        using var sent = await browser.GetAsync(new Uri("/sign-in?returnUrl=%2Faudit", UriKind.Relative), Cancel);
        Assert.StartsWith($"{FakeProvider.Authority}/authorize?", sent.Headers.Location?.OriginalString, StringComparison.Ordinal);
        _provider.Asked = QueryHelpers.ParseQuery(sent.Headers.Location!.Query);
    }

    private async Task<string?> SignInAsync(HttpClient browser, string code)
    {
        await AskAsync(browser);
        using var back = await browser.GetAsync(new Uri($"/signin-oidc?code={code}&state={Uri.EscapeDataString(_provider.Asked["state"].ToString())}", UriKind.Relative), Cancel);
        return back.Headers.Location?.OriginalString;
    }
}
