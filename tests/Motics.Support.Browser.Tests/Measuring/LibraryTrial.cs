using System.Globalization;
using System.Text.Json;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Motics.Support.Browser.Tests.Running;

namespace Motics.Support.Browser.Tests.Measuring;

public sealed class LibraryTrial(Chromium chromium, DemoPortal portal)
{
    private static void Say(string words) => TestContext.Current.TestOutputHelper!.WriteLine(words);

    [Fact(Explicit = true)]
    public async Task Gallery()
    {
        foreach (var dark in new[] { false, true })
        {
            var page = await chromium.OpenAsync(dark);
            await page.SignInAsync(portal.Url, "agent", "/dev/gallery");
            await page.WaitForTimeoutAsync(1000);
            await AxeAsync(page, $"gallery {dark}");
            await page.ScreenshotAsync(new() { Path = $"/tmp/widgets/gallery-{dark}.png", FullPage = true });
            await page.GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
            await page.WaitForTimeoutAsync(800);
            await AxeAsync(page, $"menu {dark}");
            Say("menu html " + await page.EvaluateAsync<string>("() => document.querySelector('.mud-menu').outerHTML + document.querySelector('.mud-popover-open').outerHTML"));
            await page.Keyboard.PressAsync("Escape");
            await page.GetByTestId("open-drawer").ClickAsync();
            await page.WaitForTimeoutAsync(800);
            await AxeAsync(page, $"drawer {dark}");
            Say("drawer focus in: " + await page.EvaluateAsync<bool>("() => !!document.activeElement.closest('.mud-drawer')"));
            await page.ScreenshotAsync(new() { Path = $"/tmp/widgets/drawer-{dark}.png" });
            await page.Keyboard.PressAsync("Escape");
            await page.WaitForTimeoutAsync(600);
            Say("drawer closed by Escape: " + await page.EvaluateAsync<bool>("() => !document.querySelector('.mud-drawer--open')"));
            await page.ReloadAsync();
            await page.WaitUntilLiveAsync();
            await page.Locator(".mud-input-adornment button, .mud-input-adornment-icon-button").First.ClickAsync();
            await page.WaitForTimeoutAsync(900);
            await AxeAsync(page, $"daterange {dark}");
            await page.ScreenshotAsync(new() { Path = $"/tmp/widgets/range-{dark}.png" });
            await page.Context.CloseAsync();
        }
        var phone = await chromium.OpenAsync(width: 390);
        await phone.SignInAsync(portal.Url, "agent", "/dev/gallery");
        await phone.WaitForTimeoutAsync(800);
        Say("390: " + await phone.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        await phone.ScreenshotAsync(new() { Path = "/tmp/widgets/gallery-390.png", FullPage = true });
        await phone.Locator(".mud-input-adornment button, .mud-input-adornment-icon-button").First.ClickAsync();
        await phone.WaitForTimeoutAsync(900);
        Say("390 range: " + await phone.EvaluateAsync<string>("() => { const b = document.querySelector('.mud-popover-open').getBoundingClientRect(); return `${b.left}–${b.right} × ${b.top}–${b.bottom} of ${innerWidth} × ${innerHeight}`; }"));
        await phone.ScreenshotAsync(new() { Path = "/tmp/widgets/range-390.png" });
        await phone.Context.CloseAsync();
        var keys = await chromium.OpenAsync();
        await keys.SignInAsync(portal.Url, "agent", "/dev/gallery");
        await keys.WaitForTimeoutAsync(800);
        await keys.EvaluateAsync("() => { const b = [...document.querySelectorAll('.mud-menu button, .mud-menu .mud-button-root')][0]; b.focus(); }");
        foreach (var key in new[] { "Enter", "ArrowDown", "ArrowDown", "Tab", "Escape" })
        {
            await keys.Keyboard.PressAsync(key);
            await keys.WaitForTimeoutAsync(700);
            Say($"menu {key}: " + await keys.EvaluateAsync<string>("() => document.activeElement.outerHTML.slice(0, 160)"));
        }
        for (var i = 0; i < 24; i++)
        {
            await keys.Keyboard.PressAsync("Tab");
            Say("tab: " + await keys.EvaluateAsync<string>("() => document.activeElement.outerHTML.slice(0, 140)"));
        }
        await keys.Context.CloseAsync();
    }

    [Fact(Explicit = true)]
    public async Task Weight()
    {
        foreach (var path in new[] { "/", "/organisations", "/tickets/1011", "/tickets/new" })
        {
            var page = await chromium.OpenAsync();
            var cdp = await page.Context.NewCDPSessionAsync(page);
            var down = 0;
            page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => down += frame.Binary?.Length ?? frame.Text?.Length ?? 0;
            await page.SignInAsync(portal.Url, "agent", path);
            await page.WaitForTimeoutAsync(1500);
            var html = (await (await page.APIRequest.GetAsync(portal.Url + path)).BodyAsync()).Length;
            await cdp.SendAsync("DOM.enable"); await cdp.SendAsync("CSS.enable"); await cdp.SendAsync("CSS.startRuleUsageTracking");
            await cdp.SendAsync("Profiler.enable"); await cdp.SendAsync("Profiler.startPreciseCoverage", new() { ["callCount"] = false, ["detailed"] = true });
            await page.ReloadAsync();
            await page.WaitUntilLiveAsync();
            await page.WaitForTimeoutAsync(1000);
            await cdp.SendAsync("Performance.enable");
            var metrics = await cdp.SendAsync("Performance.getMetrics");
            var paint = await page.EvaluateAsync<double>("() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1");
            var used = await cdp.SendAsync("CSS.stopRuleUsageTracking");
            var sheets = used!.Value.GetProperty("ruleUsage").EnumerateArray().Where(rule => rule.GetProperty("used").GetBoolean()).GroupBy(rule => rule.GetProperty("styleSheetId").GetString()).Select(group => group.Sum(rule => rule.GetProperty("endOffset").GetDouble() - rule.GetProperty("startOffset").GetDouble())).OrderDescending();
            Say(string.Create(CultureInfo.InvariantCulture, $"{path}: html {html:N0}, circuit {down:N0}, fcp {paint:0}, used css bytes by sheet {string.Join(" ", sheets.Select(one => one.ToString("0", CultureInfo.InvariantCulture)))}"));
            Say(string.Join(", ", metrics!.Value.GetProperty("metrics").EnumerateArray().Where(metric => metric.GetProperty("name").GetString() is "RecalcStyleDuration" or "LayoutDuration" or "ScriptDuration" or "JSHeapUsedSize").Select(metric => $"{metric.GetProperty("name")} {metric.GetProperty("value").GetDouble():0.000}")));
            await page.Context.CloseAsync();
        }
        foreach (var without in new[] { false, true, false, true })
        {
            var page = await chromium.OpenAsync();
            if (without)
                await page.RouteAsync("**/MudBlazor.min*.css", route => route.FulfillAsync(new() { ContentType = "text/css", Body = "" }));
            else
                await page.RouteAsync("**/MudBlazor.min*.css", route => route.ContinueAsync());
            var cdp = await page.Context.NewCDPSessionAsync(page);
            await cdp.SendAsync("Performance.enable");
            await page.SignInAsync(portal.Url, "agent", "/tickets/1011");
            var (paints, recalcs) = (new List<double>(), new List<double>());
            for (var round = 0; round < 9; round++)
            {
                await page.ReloadAsync();
                await page.WaitUntilLiveAsync();
                await page.WaitForTimeoutAsync(500);
                paints.Add(await page.EvaluateAsync<double>("() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1"));
                var all = (await cdp.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray().ToList();
                recalcs.Add(1000 * all.Single(metric => metric.GetProperty("name").GetString() == "RecalcStyleDuration").GetProperty("value").GetDouble());
            }
            Say(string.Create(CultureInfo.InvariantCulture, $"without css {without}: fcp {paints.Order().ElementAt(4):0.0} ms, recalc of the last page {recalcs[^1] - recalcs[^2]:0.0} (all {recalcs[^1]:0.0})"));
            await page.Context.CloseAsync();
        }
    }

    private static async Task AxeAsync(IPage page, string what)
    {
        var found = await page.RunAxe();
        foreach (var one in found.Violations)
            Say($"AXE {what}: {one.Id} {one.Impact}: {string.Join(" || ", one.Nodes.Take(4).Select(node => node.Html.Length > 260 ? node.Html[..260] : node.Html))} {string.Join(" ", one.Nodes.Take(1).SelectMany(node => node.Any.Concat(node.All)).Select(check => check.Message))}");
        Say($"axe {what}: {found.Violations.Length}");
    }
}
