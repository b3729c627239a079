using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Motics.Support.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Motics.Support.Browser.Tests;

/// <summary>What a person sees who has as many pages open as they may.</summary>
public sealed class TooManyPagesTests(Chromium chromium)
{
    [Fact]
    public async Task Page_BeyondTheLimit_SaysWhichToClose_AndOpensOnceOneIsClosed()
    {
        await using var portal = await PortalProcess.StartAsync(demo: false, TestContext.Current.CancellationToken, ("OpenPages__PerPerson", "2"));
        var first = await chromium.OpenAsync();
        await first.SignInAsync(portal.Url, "lead", "/organisations");
        var second = await OpenAsync(first.Context, $"{portal.Url}/tickets?status=all");
        await second.WaitUntilLiveAsync();

        // A page that is loaded again is not one more.
        await second.ReloadAsync();
        await second.WaitUntilLiveAsync();

        var third = await OpenAsync(first.Context, $"{portal.Url}/playbook");
        await Expect(third.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You have 2 pages open");
        await Expect(third.GetByTestId("open-pages").GetByRole(AriaRole.Listitem)).ToContainTextAsync(["Organisations opened", "Tickets opened"]);
        var found = await third.RunAxe();
        Assert.DoesNotContain(found.Violations, violation => violation.Impact is "serious" or "critical");

        await first.CloseAsync(new() { RunBeforeUnload = true });
        await third.GetByRole(AriaRole.Link, new() { Name = "Try again" }).ClickAsync();
        await third.WaitUntilLiveAsync();
        Assert.Equal("/playbook", new Uri(third.Url).AbsolutePath);
        await third.Context.CloseAsync();
    }

    private static async Task<IPage> OpenAsync(IBrowserContext context, string address)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }
}
