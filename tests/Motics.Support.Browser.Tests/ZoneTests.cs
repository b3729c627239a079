using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Motics.Support.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Motics.Support.Browser.Tests;

/// <summary>Times stand in the zone of whoever looks at them.</summary>
public sealed class ZoneTests(Chromium chromium, DemoPortal portal)
{
    [Fact]
    public async Task Times_OnTheFirstVisit_AreTheViewersWithUtcOnFocus()
    {
        var page = await chromium.OpenAsync(zone: "Australia/Adelaide");
        await page.SignInAsync(portal.Url, "lead", "/audit");

        await Expect(page.Locator("thead").GetByText(new Regex("your time, UTC\\+(10:30|9:30)"))).ToBeVisibleAsync();
        var time = page.Locator("tbody time").First;
        var moment = DateTimeOffset.Parse((await time.GetAttributeAsync("datetime"))!, System.Globalization.CultureInfo.InvariantCulture);
        var there = TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById("Australia/Adelaide"));
        await Expect(time).ToHaveTextAsync(there.ToString("d MMM, HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));
        await Expect(time).ToHaveAttributeAsync("data-tip", new Regex("your time\\n.*UTC$"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Zone_OnceKnown_StandsInTheNextFirstAnswer()
    {
        var page = await chromium.OpenAsync(zone: "Australia/Adelaide");
        await page.SignInAsync(portal.Url, "lead", "/audit");
        await Expect(page.Locator("tbody time").First).ToBeVisibleAsync();

        Assert.Equal("Australia/Adelaide", (await page.Context.CookiesAsync()).Single(cookie => cookie.Name == "zone").Value);
        await page.AddInitScriptAsync("Intl.DateTimeFormat = function () { throw new Error('not asked'); };");
        await page.ReloadAsync();

        await Expect(page.Locator("thead").GetByText(new Regex("your time, UTC\\+"))).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Reminder_AtATimeOfOnesOwn_IsThatOfTheViewersClock()
    {
        var adelaide = TimeZoneInfo.FindSystemTimeZoneById("Australia/Adelaide");
        var local = TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, adelaide).Date.AddDays(3).AddHours(9.5);
        var page = await chromium.OpenAsync(zone: adelaide.Id);
        await page.OpenTicketAsync(await portal.NewClinic("Reminded Physio").IsOn("cliniko"), portal.Url);

        await page.GetByRole(AriaRole.Button, new() { Name = "Remind me…" }).ClickAsync();
        await page.GetByLabel("Or at").FillAsync(local.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new() { Name = "Remind me", Exact = true }).ClickAsync();

        var due = new DateTimeOffset(local, adelaide.GetUtcOffset(local)).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        await Expect(page.Locator($"time[datetime='{due}']").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }
}
