using Microsoft.Playwright;
using Motics.Support.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Motics.Support.Browser.Tests;

/// <summary>What an agent has in the clipboard: an error message, a picture, a key.</summary>
public sealed class PasteTests(Chromium chromium, DemoPortal portal)
{
    private const string Rejected = "401 Unauthorized: the API key was not accepted";
    private const string Key = "MS0" + "xLTAxMjM0NTY3ODkwMTIzNDU2Nzg5LUFiQ2RFZkdoSWpLbE1uT3BRclN0VXZXeFl6" + "-uk1";

    [Fact]
    public async Task Search_ErrorMessagePasted_SaysWhatItMeansAndOpensATicketWithIt()
    {
        var clinic = await portal.NewClinic("Pasted Error Clinic").IsOn("cliniko");
        var page = await chromium.OpenAsync();
        await page.SignInAsync(portal.Url, "agent", $"/organisations/{clinic.Id}");
        await page.CopyAsync(Rejected);
        await page.Keyboard.PressAsync("Control+k");
        await Expect(page.GetByTestId("global-search")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+v");

        await Expect(page.GetByTestId("search-error")).ToContainTextAsync("did not accept the key");
        await page.GetByTestId("search-error").ClickAsync();

        await Expect(page.GetByLabel("Exact error message")).ToHaveValueAsync(Rejected);
        await Expect(page.GetByLabel("Clinic", new() { Exact = true })).ToHaveValueAsync(clinic.Name);
        Assert.DoesNotContain("Unauthorized", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Search_KeyPasted_IsMaskedAndComesNowhere()
    {
        var page = await chromium.OpenAsync();
        await page.SignInAsync(portal.Url, "agent", "/organisations");
        await page.CopyAsync(Key);
        await page.GetByTestId("global-search").FocusAsync();
        await page.Keyboard.PressAsync("Control+v");
        await Expect(page.GetByTestId("key-pasted")).ToContainTextAsync("The clinic must replace that key");
        await Expect(page.GetByTestId("global-search")).ToHaveValueAsync("[key]");
        await page.Keyboard.PressAsync("Escape");
        await page.GetByTestId("organisation-search").FocusAsync();
        await page.Keyboard.PressAsync("Control+v");

        await Expect(page.GetByTestId("organisation-search")).ToHaveValueAsync("");
        await Expect(page.GetByTestId("key-pasted")).ToContainTextAsync("The clinic must replace that key");
        Assert.DoesNotContain(Key[5..30], page.Url + await page.ContentAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Search_KeyInATypedAddress_IsTakenOutOfIt()
    {
        var page = await chromium.OpenAsync();
        await page.SignInAsync(portal.Url, "agent", "/");
        await page.GotoAsync($"{portal.Url}/organisations?search={Uri.EscapeDataString(Key)}&ehr=cliniko");

        await Expect(page.GetByTestId("key-pasted")).ToContainTextAsync("The clinic must replace that key");
        await Expect(page.GetByTestId("organisation-search")).ToHaveValueAsync("");
        await Expect(page).ToHaveURLAsync($"{portal.Url}/organisations?ehr=cliniko&keyTakenOut=true");
        Assert.DoesNotContain(Key[5..30], await page.ContentAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task OrganisationPage_ErrorPasted_OpensATicketWithIt()
    {
        var clinic = await portal.NewClinic("Pasted On Clinic").IsOn("cliniko");
        var page = await chromium.OpenAsync();
        await page.SignInAsync(portal.Url, "agent", $"/organisations/{clinic.Id}");
        await page.CopyAsync($"{Rejected} {Key}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
        await page.PasteAsync();

        var card = page.GetByTestId("pasted-error");
        await Expect(card).ToContainTextAsync("Cliniko did not accept the key");
        await Expect(card).ToContainTextAsync("The clinic must replace that key");
        Assert.DoesNotContain(Key[5..30], await page.ContentAsync(), StringComparison.Ordinal);
        await card.GetByRole(AriaRole.Button, new() { Name = "Open a ticket with it" }).ClickAsync();
        await Expect(page.Locator("[data-known=errorText]")).ToContainTextAsync("401 Unauthorized");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Ticket_PasteBox_ReadsWhatIsPastedAndLeavesWhatIsTyped()
    {
        var clinic = await portal.NewClinic("Paste Box Clinic").IsOn("cliniko");
        var page = await chromium.OpenAsync();
        await page.OpenTicketAsync(clinic, portal.Url);
        var box = page.GetByLabel("Error message", new() { Exact = true });
        await box.PressSequentiallyAsync("they say it timed out");
        await Expect(box).ToHaveValueAsync("they say it timed out");
        await Expect(page.GetByTestId("pasted-error")).ToHaveCountAsync(0);

        await page.CopyAsync(Rejected);
        await box.FocusAsync();
        await page.PasteAsync();

        await Expect(page.GetByTestId("pasted-error")).ToHaveAttributeAsync("data-kind", "authentication-failed");
        await Expect(page.Locator("#pasted-title")).ToBeFocusedAsync();
        await Expect(box).ToHaveValueAsync("they say it timed out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickAsync();
        await Expect(page.GetByTestId("pasted-error")).ToHaveAttributeAsync("data-kind", "timeout");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use as the exact error" }).ClickAsync();
        await Expect(page.Locator("[data-known=errorText]")).ToContainTextAsync("they say it timed out");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Ticket_PictureFromTheClipboardAndFromADisk_AreAttached()
    {
        var clinic = await portal.NewClinic("Picture Clinic").IsOn("cliniko");
        var page = await chromium.OpenAsync();
        await page.OpenTicketAsync(clinic, portal.Url);
        await Expect(page.Locator("#screenshots")).ToContainTextAsync("none yet");

        await page.EvaluateAsync("""
            async () => {
              const canvas = Object.assign(document.createElement("canvas"), { width: 120, height: 80 });
              canvas.getContext("2d").fillRect(10, 10, 50, 50);
              const picture = await new Promise(done => canvas.toBlob(done, "image/png"));
              await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
            }
            """);
        await page.PasteAsync();
        await Expect(page.Locator("#screenshots img")).ToHaveCountAsync(1);

        var picture = await page.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg });
        await page.Locator("#screenshots input[type=file]").SetInputFilesAsync(new FilePayload { Name = "error.jpg", MimeType = "image/jpeg", Buffer = picture });
        await Expect(page.Locator("#screenshots img")).ToHaveCountAsync(2);
        Assert.True(await page.Locator("#screenshots img").Last.EvaluateAsync<bool>("async picture => { picture.loading = 'eager'; await picture.decode(); return picture.naturalWidth > 0; }"));

        await page.Locator("#screenshots input[type=file]").SetInputFilesAsync(new FilePayload { Name = "error.png", MimeType = "image/png", Buffer = "no picture"u8.ToArray() });
        await Expect(page.GetByText("Not saved: the screenshot.")).ToBeVisibleAsync();
        await Expect(page.Locator("#screenshots img")).ToHaveCountAsync(2);
        await page.Context.CloseAsync();
    }
}
