using Microsoft.Playwright;
using Motics.Support.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Motics.Support.Browser.Tests;

/// <summary>Where the keyboard is: on the heading after going somewhere, and never taken away from where the person put it.</summary>
public sealed class FocusTests(Chromium chromium, DemoPortal portal)
{
    [Fact]
    public async Task Slash_BeforeTheCircuitIsThere_KeepsTheFocusAndWhatWasTyped()
    {
        var page = await chromium.OpenAsync();
        await page.SignInAsync(portal.Url, "agent");
        var open = new TaskCompletionSource();
        await page.RouteAsync("**/_blazor/negotiate*", async route =>
        {
            await open.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync($"{portal.Url}/organisations");
        await page.Keyboard.PressAsync("/");
        await Expect(page.GetByTestId("global-search")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("zzz");
        await Expect(page.Locator(".app[data-live=false]")).ToBeAttachedAsync();

        open.SetResult();

        await page.WaitUntilLiveAsync();
        await Expect(page.GetByTestId("global-search")).ToBeFocusedAsync();
        await Expect(page.GetByTestId("global-search")).ToHaveValueAsync("zzz");
        await Expect(page.GetByText("Nothing has “zzz”").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Link_Followed_FocusesTheHeadingOfItsPage()
    {
        var clinic = await portal.NewClinic("Heading Clinic").IsOn("cliniko");
        var page = await chromium.OpenAsync();
        await page.SignInAsync(portal.Url, "agent", "/organisations?search=Heading+Clinic");

        await page.GetByRole(AriaRole.Link, new() { Name = clinic.Name }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = clinic.Name })).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Tickets" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Tickets" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("/");
        await Expect(page.GetByTestId("global-search")).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task NumberKey_OnArrivalAtATicket_AnswersTheQuestion()
    {
        var clinic = await portal.NewClinic("Number Key Clinic").IsOn("cliniko");
        var page = await chromium.OpenAsync();
        await page.OpenTicketAsync(clinic, portal.Url);
        await Expect(page.GetByTestId("triage-question")).ToHaveAttributeAsync("data-fact", "inClinicNow");

        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).FocusAsync();
        await page.Keyboard.PressAsync("1");

        await Expect(page.Locator("[data-known=inClinicNow]")).ToHaveAttributeAsync("data-value", "true");
        await Expect(page.Locator("#question-text")).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("Close…", "input")]
    [InlineData("Edit, add a link…", "input")]
    [InlineData("Remind me…", "button")]
    [InlineData("Give it to…", "input")]
    [InlineData("Hand over all the same…", "textarea")]
    public async Task Dialog_Opened_FocusesItsFirstFieldOrChoice(string button, string first)
    {
        var clinic = await portal.NewClinic("Dialog Focus Clinic").IsOn("cliniko");
        var page = await chromium.OpenAsync();
        await page.OpenTicketAsync(clinic, portal.Url, "lead");

        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.Locator(first).First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).Not.ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Confirmation_Opened_FocusesTheWayOut()
    {
        var page = await chromium.OpenAsync();
        await page.SignInAsync(portal.Url, "admin", "/admin/tokens");
        await page.GetByLabel("Name").FillAsync("focus-proof");
        await page.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make token" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Revoke focus-proof" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Not now" })).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Reopening_ItsButtonGoes_FocusesTheHeadingAndANoteKeepsItsField()
    {
        var clinic = await portal.NewClinic("Focus After Clinic").IsOn("cliniko");
        var page = await chromium.OpenAsync();
        await page.OpenTicketAsync(clinic, portal.Url);
        await page.GetByLabel("New note").FillAsync("They call back.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add note" }).ClickAsync();
        await Expect(page.GetByText("They call back.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("New note")).ToBeFocusedAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Close…" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Radio).First.CheckAsync();
        await dialog.GetByLabel("Close it all the same").CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close ticket" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Reopen" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Close…" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }
}
