using Microsoft.Playwright;
using Motics.Support.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Motics.Support.Browser.Tests;

/// <summary>What pages take from the library can be used without a mouse; axe and the phone are in <see cref="EveryPageTests"/>.</summary>
public sealed class LibraryWidgetTests(Chromium chromium, DemoPortal portal)
{
    [Fact]
    public async Task Menu_ByKeys_OpensMovesAndGivesTheFocusBack()
    {
        var page = await OpenAsync();
        var button = page.GetByRole(AriaRole.Button, new() { Name = "More" });

        await button.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Menuitem, new() { Name = "Remind me" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.GetByRole(AriaRole.Menuitem, new() { Name = "Give it to…" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");

        await Expect(page.GetByRole(AriaRole.Menuitem)).ToHaveCountAsync(0);
        await Expect(button).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task DialogAtTheSide_ByKeys_KeepsTheFocusAndGivesItBack()
    {
        var page = await OpenAsync();
        var button = page.GetByTestId("open-drawer");

        // Who arrives is taken to the heading; what comes after that is the person's own.
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
        await button.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Dialog).Locator(":focus")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Escape");

        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(button).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task TreeTabsAndDays_ByKeys_AreTickedChangedAndTyped()
    {
        var page = await OpenAsync();

        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Cliniko au1" }).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Bay Physio" })).ToBeCheckedAsync();
        await page.GetByRole(AriaRole.Tab, new() { Name = "Clinics" }).FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.GetByRole(AriaRole.Tab, new() { Name = "Events" })).ToBeFocusedAsync();
        var start = page.GetByRole(AriaRole.Textbox).First;
        await start.FillAsync("3 Nov 2026");
        await page.Keyboard.PressAsync("Tab");
        await Expect(start).ToHaveValueAsync("3 Nov 2026");
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await chromium.OpenAsync();
        await page.SignInAsync(portal.Url, "agent", "/dev/gallery");
        return page;
    }
}
