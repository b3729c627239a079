using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Motics.Support.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Motics.Support.Browser.Tests;

/// <summary>What must hold on every page: nothing serious for axe in either theme, nothing sideways on a phone, nothing red in the console.</summary>
public sealed class EveryPageTests(Chromium chromium, DemoPortal portal)
{
    private static readonly string[] Pages =
    [
        "/", "/organisations", "/organisations?search=no+such+clinic", "/organisations/no-such-clinic", "/tickets", "/tickets/new", "/tickets/1011", "/tickets/1025", "/tickets/1001",
        "/tickets/999999", "/escalations", "/escalations/1", "/playbook", "/audit", "/admin/tokens", "/dev/gallery",
    ];

    public static TheoryData<string, bool> PagesInBothThemes
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (var page in Pages)
            {
                data.Add(page, false);
                data.Add(page, true);
            }
            return data;
        }
    }

    public static TheoryData<string> AllPages => [.. Pages];

    [Theory, MemberData(nameof(PagesInBothThemes))]
    public async Task Page_Axe_FindsNothingSerious(string path, bool dark)
    {
        var page = await chromium.OpenAsync(dark);
        await page.SignInAsync(portal.Url, "admin", path);
        await Settled(page);

        var found = await page.RunAxe();

        var serious = found.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(Describe).ToList();
        Assert.True(serious.Count == 0, $"{path} {(dark ? "dark" : "light")}:{Environment.NewLine}{string.Join(Environment.NewLine, serious)}");
        await page.Context.CloseAsync();
    }

    [Theory, MemberData(nameof(AllPages))]
    public async Task Page_OnAPhone_DoesNotScrollSideways(string path)
    {
        var page = await chromium.OpenAsync(width: 390);
        var errors = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal)) errors.Add(message.Text); };
        await page.SignInAsync(portal.Url, "admin", path);
        await Settled(page);

        Assert.Equal(390, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Assert.Empty(errors);
        await page.Context.CloseAsync();
    }

    [Theory, MemberData(nameof(AllPages))]
    public async Task Page_OnADesk_KeepsItsTablesInTheirCards(string path)
    {
        var page = await chromium.OpenAsync();
        await page.SignInAsync(portal.Url, path is "/audit" or "/admin/tokens" ? "admin" : "agent", path);
        await Settled(page);

        Assert.Empty(await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.card table')].filter(table => table.getBoundingClientRect().right > table.closest('.card').getBoundingClientRect().right + 1).map(table => table.caption?.textContent ?? 'a table')"));
        await page.Context.CloseAsync();
    }

    private static Task Settled(IPage page) => Expect(page.Locator("main [aria-busy=true]")).ToHaveCountAsync(0);

    private static string Describe(AxeResultItem item) =>
        $"{item.Id}: {item.Help} at {string.Join(" | ", item.Nodes.Take(3).Select(node => node.Html))}";
}
