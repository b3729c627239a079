using System.Globalization;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Motics.Support.Browser.Tests.Running;

namespace Motics.Support.Browser.Tests.Measuring;

/// <summary>Prints what our widgets and MudBlazor's cost and whether they can be used by everybody. Run by name: it measures, it proves nothing.</summary>
public sealed class WidgetMeasurement(Chromium chromium, DemoPortal portal)
{
    private const int Rounds = 5;

    private static readonly string[] Parts = ["button", "chip", "filter", "tooltip", "select", "text", "area", "date", "check", "radio", "details", "menu", "combobox", "table"];

    private const string Draw = """
        async n => {
          const start = performance.now();
          document.querySelector('#draw').click();
          await new Promise(done => {
            const there = () => document.querySelectorAll('#list .piece').length >= n || document.querySelectorAll('#list tr').length >= 50;
            const finish = () => requestAnimationFrame(() => setTimeout(done));
            if (there()) return finish();
            const watch = new MutationObserver(() => { if (there()) { watch.disconnect(); finish(); } });
            watch.observe(document.body, { childList: true, subtree: true });
          });
          return performance.now() - start;
        }
        """;

    [Fact(Explicit = true)]
    public async Task Widgets()
    {
        var wanted = Environment.GetEnvironmentVariable("WIDGETS")?.Split(',') ?? Parts;
        foreach (var part in wanted)
            foreach (var by in new[] { "ours", "mud" })
                Print(part, by, await MeasureAsync(part, by), await AxeAsync(part, by, false), await AxeAsync(part, by, true), await PhoneAsync(part, by), await KeysAsync(part, by));
    }

    private async Task<(int Html, double Millis, int Down, int Up, int Frames)> MeasureAsync(string part, string by)
    {
        var page = await chromium.OpenAsync();
        var (down, up, frames) = (0, 0, 0);
        page.WebSocket += (_, socket) =>
        {
            socket.FrameReceived += (_, frame) => { down += frame.Binary?.Length ?? frame.Text?.Length ?? 0; frames++; };
            socket.FrameSent += (_, frame) => { up += frame.Binary?.Length ?? frame.Text?.Length ?? 0; frames++; };
        };
        await page.SignInAsync(portal.Url, "agent", $"/dev/widgets/{part}/{by}");
        var html = (await (await page.APIRequest.GetAsync($"{portal.Url}/dev/widgets/{part}/{by}?drawn=1")).BodyAsync()).Length
            - (await (await page.APIRequest.GetAsync($"{portal.Url}/dev/widgets/{part}/{by}")).BodyAsync()).Length;
        await page.WaitForTimeoutAsync(800);
        var (millis, downs, ups, counts) = (new List<double>(), new List<int>(), new List<int>(), new List<int>());
        for (var round = 0; round <= Rounds; round++)
        {
            (down, up, frames) = (0, 0, 0);
            var took = await page.EvaluateAsync<double>(Draw, part == "table" ? 1 : 50);
            await page.WaitForTimeoutAsync(400);
            if (round > 0)
            {
                millis.Add(took); downs.Add(down); ups.Add(up); counts.Add(frames);
            }
            await page.ClickAsync("#draw");
            await page.WaitForTimeoutAsync(300);
        }
        await page.Context.CloseAsync();
        return (html, Median(millis), Median(downs), Median(ups), Median(counts));
    }

    private async Task<string> AxeAsync(string part, string by, bool dark)
    {
        var page = await chromium.OpenAsync(dark);
        await page.SignInAsync(portal.Url, "agent", $"/dev/widgets/{part}/{by}?drawn=1&n={(part is "combobox" or "table" ? 1 : 3)}");
        await page.WaitForTimeoutAsync(800);
        var found = await page.RunAxe();
        var opened = await WidgetKey.OpenedAsync(page, part, by);
        var more = opened.Length == 0 ? null : await page.RunAxe();
        await page.Context.CloseAsync();
        return string.Join(" ", found.Violations.Concat(more?.Violations ?? []).DistinctBy(one => one.Id).Select(one => $"{one.Id}({one.Impact}×{one.Nodes.Length})")) is { Length: > 0 } words ? words : "none";
    }

    private async Task<string> PhoneAsync(string part, string by)
    {
        var page = await chromium.OpenAsync(width: 390);
        await page.SignInAsync(portal.Url, "agent", $"/dev/widgets/{part}/{by}?drawn=1");
        await page.WaitForTimeoutAsync(500);
        var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        var high = await page.EvaluateAsync<double>("() => document.querySelector('#list .piece').getBoundingClientRect().height");
        var opened = await WidgetKey.OpenedAsync(page, part, by);
        await page.Context.CloseAsync();
        return string.Create(CultureInfo.InvariantCulture, $"{wide} px wide, {high:0} px high{opened}");
    }

    private async Task<string> KeysAsync(string part, string by)
    {
        var page = await chromium.OpenAsync();
        await page.SignInAsync(portal.Url, "agent", $"/dev/widgets/{part}/{by}?drawn=1");
        await page.WaitForTimeoutAsync(800);
        var told = await WidgetKey.TryAsync(page, part, by);
        await page.Context.CloseAsync();
        return told;
    }

    private static void Print(string part, string by, (int Html, double Millis, int Down, int Up, int Frames) cost, string light, string dark, string phone, string keys) =>
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {part} | {by} | html {cost.Html:N0} | {cost.Millis:0} ms | down {cost.Down:N0} | up {cost.Up:N0} | frames {cost.Frames} | light {light} | dark {dark} | {phone} | {keys} |"));

    private static T Median<T>(List<T> values) => values.Order().ElementAt(values.Count / 2);
}
