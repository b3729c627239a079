using Microsoft.Playwright;

namespace Motics.Support.Browser.Tests.Running;

/// <summary>One headless Chromium for all tests. Nothing is downloaded: it uses the machine's own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = FindChromium(), Args = Arguments });
    }

    /// <summary>A page in a profile of its own.</summary>
    /// <param name="dark">The colour scheme that the system asks for.</param>
    /// <param name="width">Of the window, in CSS pixels.</param>
    /// <param name="zone">Time zone of the machine; the one of this machine when null.</param>
    public async Task<IPage> OpenAsync(bool dark = false, int width = 1440, string? zone = null)
    {
        var context = await browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 1000 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            TimezoneId = zone,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        context.SetDefaultTimeout(60_000);
        Assertions.SetDefaultExpectTimeout(30_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    private static string FindChromium() =>
        new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("The browser tests need Chromium. Install it first, for example: sudo apt-get install chromium");
}
