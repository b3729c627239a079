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
            Say("drawer focus in: " + await page.EvaluateAsync<bool>("() => !!document.activeElement.closest('.mud-dialog')"));
            await page.ScreenshotAsync(new() { Path = $"/tmp/widgets/drawer-{dark}.png" });
            await page.Keyboard.PressAsync("Escape");
            await page.WaitForTimeoutAsync(600);
            Say("drawer closed by Escape: " + await page.EvaluateAsync<bool>("() => !document.querySelector('.mud-dialog') && document.activeElement.dataset.testid === 'open-drawer'"));
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
        await phone.SignInAsync(portal.Url, "agent", "/dev/gallery");
        await phone.WaitForTimeoutAsync(500);
        await phone.GetByTestId("open-drawer").ClickAsync();
        await phone.WaitForTimeoutAsync(900);
        await phone.ScreenshotAsync(new() { Path = "/tmp/widgets/side-390.png" });
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
    public async Task Circuit()
    {
        foreach (var url in Environment.GetEnvironmentVariable("COMPARE")!.Split(','))
            foreach (var path in new[] { "/", "/tickets/1011", "/playbook" })
            {
                var page = await chromium.OpenAsync();
                var (down, up, frames) = (0, 0, 0);
                await page.SignInAsync(url, "agent", path);
                page.WebSocket += (_, socket) =>
                {
                    socket.FrameReceived += (_, frame) => { down += frame.Binary?.Length ?? frame.Text?.Length ?? 0; frames++; };
                    socket.FrameSent += (_, frame) => { up += frame.Binary?.Length ?? frame.Text?.Length ?? 0; frames++; };
                };
                await page.ReloadAsync();
                await page.WaitUntilLiveAsync();
                await page.WaitForTimeoutAsync(1500);
                var html = (await (await page.APIRequest.GetAsync(url + path)).BodyAsync()).Length;
                var paints = new List<double>();
                for (var round = 0; round < 9; round++)
                {
                    await page.ReloadAsync();
                    await page.WaitUntilLiveAsync();
                    paints.Add(await page.EvaluateAsync<double>("() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1"));
                }
                Say(string.Create(CultureInfo.InvariantCulture, $"{url}{path}: html {html:N0}, down {down:N0}, up {up:N0}, frames {frames}, fcp {paints.Order().ElementAt(4):0}"));
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
