using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Motics.Support.Portal.Tests.Hosting;

namespace Motics.Support.Portal.Tests.Access;

/// <summary>A session lasts a shift from the last time that a person did something.</summary>
public sealed class SessionTests : IDisposable
{
    private readonly Hosting.Portal portal = new();
    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task Session_OfATabThatOnlyAsksForTheBuild_IsNotRenewedAndEnds()
    {
        using var browser = await SignInAsync();
        clock.Advance(TimeSpan.FromHours(6));
        Assert.False(await RenewsAsync(browser, "/build"));
        clock.Advance(TimeSpan.FromHours(5));
        using var late = await browser.GetAsync("/build", TestContext.Current.CancellationToken);
        Assert.False(late.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Session_OfSomebodyAtWork_IsRenewed()
    {
        using var browser = await SignInAsync();
        clock.Advance(TimeSpan.FromHours(6));
        Assert.True(await RenewsAsync(browser, "/tickets"));
        clock.Advance(TimeSpan.FromHours(5));
        Assert.False(await RenewsAsync(browser, "/build"));
    }

    public void Dispose() => portal.Dispose();

    private async Task<HttpClient> SignInAsync()
    {
        var browser = portal.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(clock)))
            .CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });
        using var answer = await browser.GetAsync("/dev/sign-in?as=agent", TestContext.Current.CancellationToken);
        Assert.Equal("/", answer.Headers.Location?.OriginalString);
        return browser;
    }

    private static async Task<bool> RenewsAsync(HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, answer.StatusCode.ToString());
        return answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith("motics-support=", StringComparison.Ordinal));
    }
}
