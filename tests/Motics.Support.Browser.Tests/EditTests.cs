using Microsoft.Playwright;
using Motics.Support.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Motics.Support.Browser.Tests;

/// <summary>Subject, reporter and link of a ticket, and two people who change them at once.</summary>
public sealed class EditTests(Chromium chromium, DemoPortal portal)
{
    [Fact]
    public async Task Ticket_Edited_ShowsTheNewSubjectAndOpensTheLink()
    {
        var clinic = await portal.NewClinic("Edited Clinic").IsOn("cliniko");
        var page = await chromium.OpenAsync();
        await page.OpenTicketAsync(clinic, portal.Url);

        await page.GetByRole(AriaRole.Button, new() { Name = "Edit, add a link…" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByLabel("What is it about")).ToBeFocusedAsync();
        await dialog.GetByLabel("What is it about").FillAsync("Notes stay in Motics");
        await dialog.GetByLabel("Who told us").FillAsync("The front desk");
        await dialog.GetByLabel("Link to the conversation").FillAsync("not a link");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(dialog.GetByText("Must be a whole web address")).ToBeVisibleAsync();
        await dialog.GetByLabel("Link to the conversation").FillAsync("https://helpdesk.example/conversations/4711");
        await page.Keyboard.PressAsync("Enter");

        await Expect(dialog).Not.ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Notes stay in Motics" })).ToBeVisibleAsync();
        await Expect(page.GetByText("told by The front desk")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Open conversation" })).ToHaveAttributeAsync("href", "https://helpdesk.example/conversations/4711");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Ticket_EditedByAColleagueMeanwhile_RefusesTheStaleEditAndSaysWhatChanged()
    {
        var clinic = await portal.NewClinic("Contested Clinic").IsOn("cliniko");
        var first = await chromium.OpenAsync();
        await first.OpenTicketAsync(clinic, portal.Url);
        await first.GetByRole(AriaRole.Button, new() { Name = "Edit, add a link…" }).ClickAsync();
        await first.GetByRole(AriaRole.Dialog).GetByLabel("What is it about").FillAsync("Mine");
        var second = await chromium.OpenAsync();
        await second.SignInAsync(portal.Url, "lead", new Uri(first.Url).AbsolutePath);
        await second.GetByRole(AriaRole.Button, new() { Name = "Edit, add a link…" }).ClickAsync();
        await second.GetByRole(AriaRole.Dialog).GetByLabel("What is it about").FillAsync("Theirs");
        await second.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(second.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Theirs" })).ToBeVisibleAsync();
        await Expect(first.Locator("h1").Filter(new() { HasText = "Theirs" })).ToBeAttachedAsync();

        await first.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        var banner = first.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Somebody changed this ticket" });
        await Expect(banner).ToContainTextAsync("subject “Mine”");
        await Expect(banner).ToContainTextAsync("changed the subject to “Theirs”");
        await Expect(second.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Theirs" })).ToBeVisibleAsync();
        await banner.GetByRole(AriaRole.Button, new() { Name = "Apply my change as well" }).ClickAsync();
        await Expect(second.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Mine" })).ToBeVisibleAsync();
        await first.Context.CloseAsync();
        await second.Context.CloseAsync();
    }

    [Fact]
    public async Task NewTicket_Typed_IsThereAgainInAnotherBrowser()
    {
        var clinic = await portal.NewClinic("Drafted Clinic").IsOn("nookal");
        var address = $"/tickets/new?organisationId={clinic.Id}";
        var page = await chromium.OpenAsync();
        await page.SignInAsync(portal.Url, "agent", address);
        await page.GetByLabel("What is it about").FillAsync("Nobody can be found");
        await page.GetByLabel("Who told us").FillAsync("Front desk");
        await page.GetByLabel("Exact error message").FillAsync("401 Unauthorized");
        await Expect(page.GetByTestId("error-reads")).ToContainTextAsync("Nookal did not accept the key");
        await page.GetByRole(AriaRole.Link, new() { Name = "Organisations" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Organisations" })).ToBeVisibleAsync();

        var other = await chromium.OpenAsync();
        await other.SignInAsync(portal.Url, "agent", address);
        await Expect(other.GetByLabel("What is it about")).ToHaveValueAsync("Nobody can be found");
        await Expect(other.GetByLabel("Who told us")).ToHaveValueAsync("Front desk");
        await Expect(other.GetByLabel("Clinic", new() { Exact = true })).ToHaveValueAsync(clinic.Name);
        await other.GetByRole(AriaRole.Button, new() { Name = "Start the walk-through" }).ClickAsync();
        await Expect(other.Locator("[data-known=errorText]")).ToContainTextAsync("401 Unauthorized");

        await other.GotoAsync(portal.Url + address);
        await other.WaitUntilLiveAsync();
        await Expect(other.GetByText("Perhaps one of these is it already:")).ToBeVisibleAsync();
        await Expect(other.GetByLabel("What is it about")).ToHaveValueAsync("");
        await page.Context.CloseAsync();
        await other.Context.CloseAsync();
    }

    [Fact]
    public async Task OrganisationPage_TicketOpenedElsewhere_AppearsAndFollowsItsStatus()
    {
        var clinic = await portal.NewClinic("Watched Clinic").IsOn("cliniko");
        var watching = await chromium.OpenAsync();
        await watching.SignInAsync(portal.Url, "lead", $"/organisations/{clinic.Id}");
        var open = watching.GetByTestId("open-tickets");
        await Expect(open).ToContainTextAsync("Nobody has a ticket open");

        var agent = await chromium.OpenAsync();
        await agent.OpenTicketAsync(clinic, portal.Url);
        await Expect(open).ToContainTextAsync("Triage of Watched Clinic");
        await agent.GetByRole(AriaRole.Button, new() { Name = "Wait for the clinic" }).ClickAsync();
        await Expect(open).ToContainTextAsync("Waiting on clinic");
        await watching.Context.CloseAsync();
        await agent.Context.CloseAsync();
    }
}
