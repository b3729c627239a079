using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Motics.Support.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Motics.Support.Browser.Tests;

/// <summary>People double-click what wants one click.</summary>
public sealed class DoubleClickTests(Chromium chromium, DemoPortal portal)
{
    [Fact]
    public async Task Ticket_ButtonsDoubleClicked_ActOnce()
    {
        var clinic = await portal.NewClinic("Twice Clicked Clinic").IsOn("cliniko");
        var page = await chromium.OpenAsync();
        await page.OpenTicketAsync(clinic, portal.Url);

        await page.GetByRole(AriaRole.Textbox, new() { Name = "New note" }).FillAsync("They try again at noon.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add note" }).DblClickAsync();
        await Expect(page.GetByRole(AriaRole.Article).Filter(new() { HasText = "They try again at noon." })).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "New note" })).ToHaveValueAsync("");

        await page.GetByRole(AriaRole.Button, new() { Name = "Edit, add a link…" }).DblClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Dialog).GetByLabel("What is it about").FillAsync("Clicked twice");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Save" }).DblClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Clicked twice" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Somebody changed this ticket")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Article).Filter(new() { HasText = "They try again at noon." })).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Home_ReachOutDoubleClicked_MakesOneTicket()
    {
        var page = await chromium.OpenAsync();
        await page.SignInAsync(portal.Url, "agent");
        var card = page.GetByRole(AriaRole.Region, new() { Name = "Failing without a ticket" });
        var row = card.GetByRole(AriaRole.Listitem).First;
        var clinic = await row.GetByRole(AriaRole.Link).First.GetAttributeAsync("href");
        await row.GetByRole(AriaRole.Button).DblClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/tickets/\\d+"));

        await page.GotoAsync($"{portal.Url}{clinic}");
        await page.WaitUntilLiveAsync();
        await Expect(page.GetByTestId("open-tickets").GetByText("Reaching out")).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
    }
}
