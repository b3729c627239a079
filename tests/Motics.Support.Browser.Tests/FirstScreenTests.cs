using Microsoft.Playwright;
using Motics.Support.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Motics.Support.Browser.Tests;

/// <summary>What an agent needs first is there without scrolling on a desk, and within two screens on a phone.</summary>
public sealed class FirstScreenTests(Chromium chromium, DemoPortal portal)
{
    private const int Desk = 1000;
    private const int Phone = 2 * 844;

    // A ticket of the demo for each of these verdicts.
    private static readonly string[] Tickets =
        ["/tickets/1030", "/tickets/1033", "/tickets/1025", "/tickets/1013", "/tickets/1031", "/tickets/1032", "/tickets/1019", "/tickets/1007", "/tickets/1018", "/tickets/1024", "/tickets/1028"];

    [Theory]
    [InlineData(1440, Desk)]
    [InlineData(390, Phone)]
    public async Task Ticket_FirstStepAndTheReplysBeginning_AreNearTheTop(int width, int limit)
    {
        var page = await chromium.OpenAsync(width: width);
        var verdicts = new HashSet<string?>();
        foreach (var ticket in Tickets)
        {
            await page.SignInAsync(portal.Url, "agent", ticket);
            await Expect(page.GetByTestId("reply-text")).ToBeVisibleAsync();
            verdicts.Add(await page.GetByTestId("triage-verdict").GetAttributeAsync("data-verdict"));
            // The checkbox and the first line of the step, and of the reply.
            await NearAsync(page, page.GetByTestId("triage-step").Filter(new() { Visible = true }).First, limit, ticket);
            await NearAsync(page, page.GetByTestId("reply-text"), limit, ticket);
            await NearAsync(page, page.GetByTestId("copy-reply"), limit, ticket);
        }

        Assert.True(verdicts.Count >= 6, string.Join(", ", verdicts));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1440, Desk)]
    [InlineData(390, Phone)]
    public async Task Organisation_FirstStepAndTheReplysBeginning_AreNearTheTop(int width, int limit)
    {
        var clinic = await portal.NewClinic("First Screen Clinic").IsOn("cliniko", new { clinikoShard = "uk1" });
        await clinic.Migrates();
        for (var i = 0; i < 3; i++) await clinic.Searches("cliniko", 0);
        var page = await chromium.OpenAsync(width: width);
        await page.SignInAsync(portal.Url, "agent", $"/organisations/{clinic.Id}");

        await NearAsync(page, page.GetByTestId("suggested-verdict").Locator(".steps li").First, limit, "organisation");
        await NearAsync(page, page.GetByTestId("reply-text"), limit, "organisation");
        Assert.Equal(1, await page.GetByTestId("do-not").CountAsync());
        Assert.Equal(1, await page.GetByTestId("tell-them").CountAsync());
        await page.Context.CloseAsync();
    }

    // Its first line, unscrolled.
    private static async Task NearAsync(IPage page, ILocator part, int limit, string where)
    {
        await Expect(part).ToBeVisibleAsync();
        var top = await part.EvaluateAsync<double>("part => part.getBoundingClientRect().top + scrollY");
        Assert.True(top > 0 && top + 24 <= limit, $"{where} at {page.ViewportSize!.Width} px: {part} begins at {top}, later than {limit}");
    }
}
