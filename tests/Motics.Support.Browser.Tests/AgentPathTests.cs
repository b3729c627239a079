using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Motics.Support.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Motics.Support.Browser.Tests;

/// <summary>An agent's day: sign in, find, see it live, say what to do, close.</summary>
public sealed class AgentPathTests(Chromium chromium, DemoPortal portal)
{
    [Fact]
    public async Task Stranger_OpensThePortal_ChoosesARole()
    {
        var page = await chromium.OpenAsync();
        await page.GotoAsync($"{portal.Url}/organisations");
        await page.GetByRole(AriaRole.Link, new() { Name = "Support agent" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Organisations" })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task GlobalSearch_ByKeyboard_OpensTheClinic()
    {
        var clinic = await portal.NewClinic("Zürich Straße Physiothérapie").IsOn("cliniko");
        var page = await chromium.OpenAsync();
        await page.SignInAsync(portal.Url, "agent");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("/");
        await Expect(page.GetByTestId("global-search")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("zurich strasse physio");
        await Expect(page.GetByRole(AriaRole.Option).Filter(new() { HasText = clinic.Name }).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Zürich");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task List_SearchAndFilter_StandInTheAddress()
    {
        var clinic = await portal.NewClinic("Quokka Island Podiatry").IsOn("cliniko");
        var page = await chromium.OpenAsync();
        await page.SignInAsync(portal.Url, "agent", "/organisations");

        await page.GetByTestId("organisation-search").FillAsync("QUOKKA isl");
        await Expect(page.GetByTestId("organisation-row")).ToHaveCountAsync(1);
        await page.WaitForURLAsync(new Regex("search=QUOKKA"));
        await page.ReloadAsync();
        await Expect(page.GetByTestId("organisation-row")).ToContainTextAsync(clinic.Name);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task OrganisationPage_NewEvents_AppearByThemselves()
    {
        var clinic = await portal.NewClinic("Live Clinic").IsOn("cliniko", new { clinikoShard = "uk1" });
        await clinic.Migrates();
        var page = await chromium.OpenAsync();
        await page.SignInAsync(portal.Url, "agent", $"/organisations/{clinic.Id}");
        await Expect(page.GetByTestId("organisation-health").First).ToContainTextAsync("Needs key");

        await clinic.SavesKey("cliniko", "c0ffee1234567890", new { keySuffix = "uk1" });
        await Expect(page.GetByTestId("organisation-health").First).ToContainTextAsync("unproven");
        await Expect(page.GetByTestId("key-history")).ToContainTextAsync("c0ffee12");
        await clinic.Searches("cliniko", 3);
        await Expect(page.GetByTestId("organisation-health").First).ToContainTextAsync("Connected");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Ticket_StepsReplyClosingAndReopening_AreKept()
    {
        var clinic = await portal.NewClinic("Closing Clinic").IsOn("cliniko", new { clinikoShard = "uk1" });
        await clinic.Migrates();
        for (var i = 0; i < 3; i++) await clinic.Searches("cliniko", 0);
        var page = await chromium.OpenAsync();
        await page.OpenTicketAsync(clinic, portal.Url);

        await Expect(page.GetByText("Do not create the patients again")).ToBeVisibleAsync();
        await page.GetByTestId("triage-step").First.GetByRole(AriaRole.Checkbox).CheckAsync();
        await Expect(page.GetByTestId("triage-step").First).ToContainTextAsync("you");
        await page.GetByTestId("copy-reply").ClickAsync();
        await Expect(page.GetByTestId("copy-reply")).ToHaveAttributeAsync("data-copied", "Copied");
        Assert.Contains("never send us a key", await page.ClipboardAsync(), StringComparison.OrdinalIgnoreCase);

        await page.GetByRole(AriaRole.Button, new() { Name = "Close…" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Radio).First.CheckAsync();
        if (await dialog.GetByLabel("Close it all the same").IsVisibleAsync())
            await dialog.GetByLabel("Close it all the same").CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close ticket" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Reopen" })).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByTestId("triage-step").First.GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Reopen" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Close…" })).ToBeVisibleAsync();
        await Expect(page.GetByText("reopened the ticket")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("triage-step").First.GetByRole(AriaRole.Checkbox)).ToBeEnabledAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task TwoAgents_OnOneTicket_SeeEachOther()
    {
        var clinic = await portal.NewClinic("Shared Clinic").IsOn("cliniko", new { clinikoShard = "uk1" });
        var first = await chromium.OpenAsync();
        await first.OpenTicketAsync(clinic, portal.Url);
        var second = await chromium.OpenAsync();
        await second.SignInAsync(portal.Url, "lead", new Uri(first.Url).AbsolutePath);

        await first.AnswerAsync("inClinicNow", "true");
        await Expect(second.GetByText("Copy with preserved line breaks").First).ToBeVisibleAsync();
        await second.AnswerAsync("symptom", "disconnected");
        await Expect(first.Locator("[data-known=symptom]")).ToHaveAttributeAsync("data-value", "disconnected");
        await first.Context.CloseAsync();
        await second.Context.CloseAsync();
    }

    [Fact]
    public async Task Note_WithAKey_IsMaskedAtOnce()
    {
        var key = "MS0" + "xLTAxMjM0NTY3ODkwMTIzNDU2Nzg5LUFiQ2RFZkdoSWpLbE1uT3BRclN0VXZXeFl6" + "-uk1";
        var clinic = await portal.NewClinic("Pasting Clinic").IsOn("cliniko");
        var page = await chromium.OpenAsync();
        await page.OpenTicketAsync(clinic, portal.Url);

        await page.GetByLabel("New note").FillAsync($"They sent me {key} by mail");
        await Expect(page.GetByText("must replace that key").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add note" }).ClickAsync();
        await Expect(page.GetByText("They sent me").First).ToBeVisibleAsync();
        Assert.DoesNotContain(key[10..40], await page.ContentAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }
}
