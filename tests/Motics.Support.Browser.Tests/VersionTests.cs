using Microsoft.Playwright;
using Motics.Support.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Motics.Support.Browser.Tests;

/// <summary>Another build is served than the one that an open page came from.</summary>
public sealed class VersionTests(Chromium chromium, DemoPortal portal)
{
    private const string Another = "0123456789abcdef0123456789abcdef";
    private const string Seen = "() => { Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true }); document.dispatchEvent(new Event('visibilitychange')); }";
    private const string Unseen = "() => { Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true }); document.dispatchEvent(new Event('visibilitychange')); }";

    [Fact]
    public async Task Build_TheSame_IsNothingToSay()
    {
        var page = await OpenAsync(null);
        var served = await page.EvaluateAsync<string>("() => fetch('build').then(answer => answer.text())");

        Assert.Equal(await page.Locator("html").GetAttributeAsync("data-build"), served);
        await page.EvaluateAsync(Seen);
        await Expect(page.Locator("#newer-version")).ToBeEmptyAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Build_Another_IsSaidQuietlyAndLoadedOnTheWayToAnotherPage()
    {
        var page = await OpenAsync(Another);
        await page.EvaluateAsync(Seen);
        await Expect(page.Locator("#newer-version")).ToContainTextAsync("A newer version of the console is ready.");
        Assert.True(await StillThereAsync(page));

        await page.GetByRole(AriaRole.Link, new() { Name = "Tickets" }).First.ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Tickets" })).ToBeVisibleAsync();
        Assert.False(await StillThereAsync(page));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Build_AnotherWhileNobodyLooks_IsLoadedOnceAndOnlyWhenNothingIsTyped()
    {
        var page = await OpenAsync(Another);
        await page.GetByTestId("organisation-search").PressSequentiallyAsync("harb");
        await page.EvaluateAsync(Seen);
        await Expect(page.Locator("#newer-version")).Not.ToBeEmptyAsync();
        await page.EvaluateAsync(Unseen);
        Assert.True(await StillThereAsync(page));

        await page.GetByTestId("organisation-search").ClearAsync();
        await page.EvaluateAsync(Unseen);
        await page.WaitForFunctionAsync("() => window.marker === undefined");
        await page.WaitUntilLiveAsync();

        // Another again: the old build still answers beside the new one. It is said, and not loaded for ever.
        await MarkAsync(page);
        await page.EvaluateAsync(Seen);
        await Expect(page.Locator("#newer-version")).Not.ToBeEmptyAsync();
        await page.EvaluateAsync(Unseen);
        Assert.True(await StillThereAsync(page));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Build_LoadedNow_KeepsWhatIsTyped()
    {
        var page = await OpenAsync(Another);
        await page.GetByTestId("organisation-search").PressSequentiallyAsync("zzzz");
        await page.EvaluateAsync(Seen);

        await page.GetByRole(AriaRole.Button, new() { Name = "Load it now" }).ClickAsync();

        await page.WaitForFunctionAsync("() => window.marker === undefined");
        await page.WaitUntilLiveAsync();
        await Expect(page.GetByTestId("organisation-search")).ToHaveValueAsync("zzzz");
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(string? build)
    {
        var page = await chromium.OpenAsync();
        if (build is not null)
            await page.RouteAsync("**/build", route => route.FulfillAsync(new() { ContentType = "text/plain", Body = build }));
        await page.SignInAsync(portal.Url, "agent", "/organisations");
        await Expect(page.GetByTestId("organisation-search")).ToBeVisibleAsync();
        await MarkAsync(page);
        return page;
    }

    private static async Task MarkAsync(IPage page) => await page.EvaluateAsync("() => { window.marker = true; }");

    private static Task<bool> StillThereAsync(IPage page) => page.EvaluateAsync<bool>("() => window.marker === true");
}
