using System.Text.RegularExpressions;
using Microsoft.Playwright;
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
}
