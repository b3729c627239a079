using Microsoft.Playwright;
using Motics.Support.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Motics.Support.Browser.Tests;

/// <summary>The reply in Chromium: copied within the click, recorded, edited, and what comes after it.</summary>
public sealed class ReplyTests(Chromium chromium, DemoPortal portal)
{
    [Fact]
    public async Task Reply_Copied_IsInTheClipboardIsRecordedAndOffersToWait()
    {
        var page = await OpenAsync("Copying Clinic");
        var (copy, offer) = (page.GetByTestId("copy-reply"), page.GetByTestId("after-copying"));
        await Expect(offer).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Button, new() { Name = "Short", Exact = true }).ClickAsync();
        await Expect(page.GetByTestId("reply-text")).ToContainTextAsync("The key ends in -uk1.");
        await copy.DblClickAsync();
        await Expect(copy).ToHaveAttributeAsync("data-copied", "Copied");
        Assert.Equal(await page.GetByTestId("reply-text").TextContentAsync(), await page.ClipboardAsync());
        await Expect(page.GetByText("copied the reply (short)")).ToHaveCountAsync(1);

        await offer.GetByRole(AriaRole.Button, new() { Name = "In 3 days" }).ClickAsync();
        await Expect(page.GetByText("Waiting on clinic").First).ToBeVisibleAsync();
        await Expect(page.GetByText("Comes back to its agent")).ToBeVisibleAsync();
        await Expect(offer).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Reply_Edited_SurvivesAReloadWhileTypedAndAfterItIsKept()
    {
        var page = await OpenAsync("Editing Clinic");
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit…", Exact = true }).Last.ClickAsync();
        var field = page.GetByLabel("The reply in your own words");
        await Expect(field).ToBeFocusedAsync();
        await field.FillAsync("Hello Anna, ring me on +61 2 5550 1234.");
        await page.ReloadAsync();
        await page.WaitUntilLiveAsync();
        await Expect(field).ToHaveValueAsync("Hello Anna, ring me on [phone].");

        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await Expect(page.GetByTestId("reply-text")).ToHaveTextAsync("Hello Anna, ring me on [phone].");
        await page.ReloadAsync();
        await page.WaitUntilLiveAsync();
        await Expect(page.GetByTestId("reply-text")).ToHaveTextAsync("Hello Anna, ring me on [phone].");
        await Expect(field).ToHaveCountAsync(0);

        await page.AnswerAsync("providerIncident", "confirmed");
        await Expect(page.GetByTestId("reply-outdated")).ToContainTextAsync("The verdict has changed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take the new one" }).ClickAsync();
        await Expect(page.GetByTestId("reply-text")).ToContainTextAsync("Cliniko itself looks to be in trouble");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Reply_ConnectedAndNobodyComplains_SaysThatThereIsNothingToSend()
    {
        var clinic = await portal.NewClinic("Quiet Clinic").IsOn("cliniko", new { clinikoShard = "uk1" });
        await clinic.Searches("cliniko", 3);
        var page = await chromium.OpenAsync();
        await page.OpenTicketAsync(clinic, portal.Url);

        await Expect(page.GetByTestId("no-reply")).ToContainTextAsync("nothing to send");
        await Expect(page.GetByTestId("copy-reply")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(string name)
    {
        var clinic = await portal.NewClinic(name).IsOn("cliniko", new { clinikoShard = "uk1" });
        await clinic.Migrates();
        await clinic.Fails("cliniko", "401 Unauthorized: the API key was not accepted", 401);
        var page = await chromium.OpenAsync();
        await page.OpenTicketAsync(clinic, portal.Url);
        return page;
    }
}
