using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Motics.Support.Browser.Tests.Running;

/// <summary>What a person does in the portal, in the person's words.</summary>
public static class Steps
{
    public static async Task<IPage> SignInAsync(this IPage page, string url, string role, string path = "/")
    {
        await page.GotoAsync($"{url}/dev/sign-in?as={role}&returnUrl={Uri.EscapeDataString(path)}");
        await page.WaitUntilLiveAsync();
        return page;
    }

    /// <summary>Waits until the page answers to clicks: the server holds it and its content is loaded.</summary>
    public static async Task WaitUntilLiveAsync(this IPage page)
    {
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Expect(page.Locator(".app[data-live=true]")).ToBeAttachedAsync();
    }

    public static async Task OpenTicketAsync(this IPage page, Clinic clinic, string url, string role = "agent")
    {
        await page.SignInAsync(url, role, $"/organisations/{clinic.Id}");
        await page.GetByTestId("start-triage").First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/tickets/\\d+"));
        await Expect(page.GetByTestId("triage-verdict")).ToBeVisibleAsync();
    }

    /// <summary>Answers a question: the one being asked, or one of "What we know".</summary>
    public static async Task AnswerAsync(this IPage page, string fact, string value)
    {
        var question = page.Locator($"[data-testid=triage-question][data-fact={fact}]");
        var path = new Uri(page.Url).AbsolutePath;
        if (!await question.IsVisibleAsync())
            await page.GotoAsync($"{new Uri(page.Url).GetLeftPart(UriPartial.Authority)}{path}?ask={fact}");
        await page.WaitUntilLiveAsync();
        await Expect(question).ToBeVisibleAsync();
        await question.Locator($"[data-value='{value}']").ClickAsync();
        await Expect(page.Locator($"[data-known='{fact}'][data-value='{value}']")).ToBeAttachedAsync();
    }

    public static Task ExpectVerdictAsync(this IPage page, string verdict) =>
        Expect(page.GetByTestId("triage-verdict")).ToHaveAttributeAsync("data-verdict", verdict);

    public static Task CopyAsync(this IPage page, string text) => page.EvaluateAsync("text => navigator.clipboard.writeText(text)", text);

    /// <summary>Pastes into what has the focus, on a page that reads what is pasted anywhere on it.</summary>
    public static async Task PasteAsync(this IPage page)
    {
        await Expect(page.Locator("body[data-paste-read]")).ToBeAttachedAsync();
        await page.Keyboard.PressAsync("Control+v");
    }

    public static async Task<string> ClipboardAsync(this IPage page) => await page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
}
