using Microsoft.Playwright;
using Motics.Support.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Motics.Support.Browser.Tests;

/// <summary>Two people on one ticket.</summary>
public sealed class TogetherTests(Chromium chromium, DemoPortal portal)
{
    [Fact]
    public async Task Ticket_OpenedByAnother_SaysWhoAndWhoChangedTheVerdict()
    {
        var clinic = await portal.NewClinic("Together Clinic").IsOn("cliniko");
        var agent = await chromium.OpenAsync();
        await agent.OpenTicketAsync(clinic, portal.Url);
        await Expect(agent.GetByTestId("also-here")).ToBeEmptyAsync();

        var lead = await chromium.OpenAsync();
        await lead.SignInAsync(portal.Url, "lead", new Uri(agent.Url).AbsolutePath);
        await Expect(agent.GetByTestId("also-here")).ToContainTextAsync("Team lead has this ticket open too");
        await Expect(lead.GetByTestId("also-here")).ToContainTextAsync("Support agent has this ticket open too");

        await lead.AnswerAsync("inClinicNow", "false");
        await lead.AnswerAsync("symptom", "disconnected");
        await Expect(agent.GetByTestId("verdict-changed")).ToContainTextAsync("The verdict was changed by Team lead");
        await Expect(lead.GetByTestId("verdict-changed")).ToHaveCountAsync(0);

        await lead.Context.CloseAsync();
        await Expect(agent.GetByTestId("also-here")).ToBeEmptyAsync();
        await agent.Context.CloseAsync();
    }
}
