using Microsoft.Playwright;
using Motics.Support.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Motics.Support.Browser.Tests;

/// <summary>The server is killed under an agent's hands: nothing that was answered or typed is lost.</summary>
public sealed class RestartTests(Chromium chromium)
{
    [Fact]
    public async Task Ticket_ServerKilledAndStartedAgain_IsWhereItWas()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var portal = await PortalProcess.StartAsync(demo: false, cancellation);
        using var motics = await portal.MoticsAsync(cancellation);
        var clinic = await new Clinic(motics, "restart-clinic", "Restart Clinic").IsOn("cliniko", new { clinikoShard = "uk1" });
        await clinic.Migrates();
        var page = await chromium.OpenAsync();
        await page.OpenTicketAsync(clinic, portal.Url);
        await page.AnswerAsync("inClinicNow", "false");
        await page.AnswerAsync("symptom", "disconnected");
        await page.ExpectVerdictAsync("reconnect");
        await page.GetByTestId("triage-step").First.GetByRole(AriaRole.Checkbox).CheckAsync();
        await Expect(page.GetByTestId("triage-step").First).ToContainTextAsync("you");
        await page.GetByLabel("New note").FillAsync("The owner calls back at noon");

        await portal.KillAsync();
        await Expect(page.Locator("#components-reconnect-modal")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await portal.StartAsync(cancellation);

        await Expect(page.Locator("#components-reconnect-modal")).Not.ToBeVisibleAsync(new() { Timeout = 90_000 });
        await page.WaitUntilLiveAsync();
        await page.ExpectVerdictAsync("reconnect");
        await Expect(page.Locator("[data-known=symptom]")).ToHaveAttributeAsync("data-value", "disconnected");
        await Expect(page.GetByTestId("triage-step").First.GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();
        await Expect(page.GetByLabel("New note")).ToHaveValueAsync("The owner calls back at noon");
        await page.Context.CloseAsync();
    }
}
