using System.Reflection;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;
using Motics.Support.Browser.Tests.Running;
using Motics.Support.Portal.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Motics.Support.Browser.Tests;

/// <summary>What must hold on every page: nothing serious for axe in either theme, nothing sideways on a phone, nothing red in the console.</summary>
public sealed class EveryPageTests(Chromium chromium, DemoPortal portal)
{
    private static readonly string[] Routes =
        [.. typeof(PortalHost).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template)];

    /// <summary>The clinic that the list shows first.</summary>
    private const string Clinic = "/organisations/*";

    // Pages of one thing, and states that a plain address does not show. Every other page is found by its route.
    private static readonly string[] Examples =
    [
        "/organisations?search=no+such+clinic", "/organisations/no-such-clinic", Clinic, "/tickets/1011", "/tickets/1025", "/tickets/1001", "/tickets/999999", "/escalations/1", "/outreach/none", "/outreach?search=no+such+clinic",
    ];

    private static readonly string[] Pages = [.. Routes.Where(route => !IsOfOneThing(route)).Order(StringComparer.Ordinal), .. Examples];

    [Fact]
    public void Page_OfOneThing_HasAnExample() =>
        Assert.All(Routes.Where(IsOfOneThing), route => Assert.Contains(Examples, example => example.StartsWith(route[..route.IndexOf('{', StringComparison.Ordinal)], StringComparison.Ordinal)));

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
        await OpenAsync(page, "admin", path);

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
        await OpenAsync(page, "admin", path);

        Assert.Equal(390, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Assert.Empty(errors);
        await page.Context.CloseAsync();
    }

    [Theory, MemberData(nameof(AllPages))]
    public async Task Page_OnADesk_KeepsItsTablesInTheirCards(string path)
    {
        var page = await chromium.OpenAsync();
        await OpenAsync(page, path == "/" ? "agent" : "admin", path);

        Assert.Empty(await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.card table')].filter(table => table.getBoundingClientRect().right > table.closest('.card').getBoundingClientRect().right + 1).map(table => table.caption?.textContent ?? 'a table')"));
        await page.Context.CloseAsync();
    }

    private async Task OpenAsync(IPage page, string role, string path)
    {
        await page.SignInAsync(portal.Url, role, path.TrimEnd('*'));
        await Settled(page);
        if (path != Clinic)
            return;
        await page.Locator("tbody a[href^='/organisations/']").First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/organisations/[^?]+$"));
        await Expect(page.Locator(".facts").First).ToBeVisibleAsync();
        await Settled(page);
    }

    private static bool IsOfOneThing(string route) => route.Contains('{', StringComparison.Ordinal);

    private static Task Settled(IPage page) => Expect(page.Locator("main [aria-busy=true]")).ToHaveCountAsync(0);

    private static string Describe(AxeResultItem item) =>
        $"{item.Id}: {item.Help} at {string.Join(" | ", item.Nodes.Take(3).Select(node => node.Html))}";
}
