using Microsoft.Playwright;
using Motics.Support.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Motics.Support.Browser.Tests;

/// <summary>Handing a case over, with and without what an engineer needs.</summary>
public sealed class EscalationTests(Chromium chromium, DemoPortal portal)
{
    [Fact]
    public async Task Escalate_FactsMissing_IsBlockedUntilTheyAreAnswered()
    {
        var clinic = await RefusedTwiceAsync();
        var page = await chromium.OpenAsync();
        await page.OpenTicketAsync(clinic, portal.Url);

        await page.ExpectVerdictAsync("escalate");
        await Expect(page.GetByTestId("escalate")).ToBeDisabledAsync();
        await Expect(page.GetByTestId("escalation-missing").GetByRole(AriaRole.Link)).Not.ToHaveCountAsync(0);

        await page.GetByTestId("escalation-missing").Locator("[data-missing=usingCopyPaste]").ClickAsync();
        await page.AnswerAsync("usingCopyPaste", "true");
        await page.AnswerAsync("patientSearch", "none-recognised");
        await Expect(page.GetByTestId("escalate")).ToBeEnabledAsync();
        await page.GetByTestId("escalate").ClickAsync();

        await Expect(page.GetByTestId("escalation-packet")).ToBeVisibleAsync();
        await page.GetByTestId("copy-packet").ClickAsync();
        await Expect(page.GetByTestId("copy-packet")).ToHaveAttributeAsync("data-copied", "Copied");
        var packet = await page.ClipboardAsync();
        Assert.Contains(clinic.Name, packet, StringComparison.Ordinal);
        Assert.Contains("401", packet, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Escalate_LeadOverrides_WantsAReason()
    {
        var clinic = await portal.NewClinic("Override Clinic").IsOn("cliniko");
        var page = await chromium.OpenAsync();
        await page.OpenTicketAsync(clinic, portal.Url, "lead");

        await page.GetByRole(AriaRole.Button, new() { Name = "Hand over all the same…" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Hand it over" })).ToBeDisabledAsync();
        await dialog.GetByRole(AriaRole.Textbox).FillAsync("The practice owner is on the phone and leaves for a week.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Hand it over" }).ClickAsync();

        await Expect(page.GetByTestId("escalation-packet")).ToContainTextAsync("leaves for a week");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Engineer_AsksBack_ReopensExactlyTheNamedQuestions()
    {
        var clinic = await RefusedTwiceAsync();
        var agent = await chromium.OpenAsync();
        await agent.OpenTicketAsync(clinic, portal.Url);
        await agent.AnswerAsync("usingCopyPaste", "false");
        await agent.AnswerAsync("patientSearch", "not-tried");
        var ticket = new Uri(agent.Url).AbsolutePath;
        await agent.GetByTestId("escalate").ClickAsync();
        await Expect(agent.GetByTestId("escalation-packet")).ToBeVisibleAsync();

        var engineer = await chromium.OpenAsync();
        await engineer.SignInAsync(portal.Url, "engineer", new Uri(agent.Url).AbsolutePath);
        await engineer.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await engineer.GetByRole(AriaRole.Button, new() { Name = "Ask back…" }).ClickAsync();
        var dialog = engineer.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Patients found").CheckAsync();
        await dialog.GetByLabel("On copy and paste").CheckAsync();
        await Expect(dialog.GetByLabel("Key re-entered")).ToHaveCountAsync(0);
        await dialog.GetByRole(AriaRole.Textbox).FillAsync("Which browser do they use?");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Ask back" }).ClickAsync();
        await Expect(dialog).Not.ToBeVisibleAsync();

        await agent.GotoAsync(portal.Url + ticket);
        await agent.WaitUntilLiveAsync();
        // In the engineers' words until the first answer, then what is left of it.
        await Expect(agent.GetByText("Still open: ")).ToHaveCountAsync(0);
        await Expect(agent.Locator(".callout").Filter(new() { HasText = "The engineers ask back" })).ToContainTextAsync("asking about: Patients found, On copy and paste; asking: “Which browser do they use?”");
        await agent.ExpectVerdictAsync("escalate");
        await Expect(agent.GetByTestId("triage-verdict")).ToContainTextAsync("The engineers wait for answers");
        await Expect(agent.GetByRole(AriaRole.Button, new() { Name = "Send the answers" })).ToBeDisabledAsync();
        await Expect(agent.GetByText("Which browser do they use?").First).ToBeVisibleAsync();
        await agent.GetByTestId("engineer-question").GetByRole(AriaRole.Textbox).FillAsync("Firefox");
        await agent.GetByRole(AriaRole.Button, new() { Name = "Save this answer" }).ClickAsync();
        await Expect(engineer.GetByTestId("asked")).ToContainTextAsync("Firefox");
        await Expect(agent.GetByText("Still open: ")).ToContainTextAsync("Still open: Patients found, On copy and paste.");
        await Expect(agent.Locator("[data-testid=triage-question][data-fact=patientSearch]")).ToContainTextAsync("engineers ask this again");
        await agent.AnswerAsync("patientSearch", "none-recognised");
        await Expect(agent.Locator("[data-testid=triage-question][data-fact=usingCopyPaste]")).ToContainTextAsync("engineers ask this again");
        await agent.AnswerAsync("usingCopyPaste", "true");
        await Expect(agent.GetByText("engineers ask this again")).ToHaveCountAsync(0);
        await agent.GetByRole(AriaRole.Button, new() { Name = "Send the answers" }).ClickAsync();
        await Expect(engineer.GetByText("Submitted").First).ToBeVisibleAsync();
        await engineer.Context.CloseAsync();
        await agent.Context.CloseAsync();
    }

    private async Task<Clinic> RefusedTwiceAsync()
    {
        var clinic = await portal.NewClinic("Escalation Clinic").IsOn("cliniko", new { clinikoShard = "uk1" });
        await clinic.Migrates();
        await clinic.SavesKey("cliniko", "fp-1", new { keySuffix = "uk1" });
        return await clinic.Fails("cliniko", "401 Unauthorized: the API key was not accepted", 401);
    }
}
