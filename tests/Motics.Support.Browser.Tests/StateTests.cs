using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using Motics.Support.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Motics.Support.Browser.Tests;

/// <summary>What the main pages say when there is nothing, nothing that matches, nothing yet, nothing for this role, and when reading fails.</summary>
public sealed class StateTests(Chromium chromium, DemoPortal portal)
{
    [Theory]
    [InlineData("/", "Loading what needs you")]
    [InlineData("/organisations", "Loading the organisations")]
    [InlineData("/tickets", "Loading the tickets")]
    [InlineData("/tickets/1011", "Loading this ticket")]
    [InlineData("/escalations", "Loading the escalations")]
    [InlineData("/migration", "Loading the migration")]
    public async Task Page_BeforeTheCircuit_SaysThatItLoads(string path, string words)
    {
        var page = await chromium.OpenAsync();
        await page.SignInAsync(portal.Url, "agent");
        await page.RouteAsync("**/_blazor/negotiate*", route => route.AbortAsync());
        await page.GotoAsync(portal.Url + path);

        await Expect(page.Locator("main [aria-busy=true]")).ToContainTextAsync(words);
        await Expect(page.Locator("main .skeleton").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/organisations?search=no+such+clinic", "Nothing matches", "Show all")]
    [InlineData("/migration?wave=no-such-wave", "Nothing matches", "Show everything")]
    [InlineData("/tickets?status=resolved&organisationId=no-such-clinic", "No ticket matches", "Take the filters away")]
    [InlineData("/escalations?organisationId=no-such-clinic", "No escalation matches", "Take the filters away")]
    [InlineData("/organisations/no-such-clinic", "There is no such organisation", "Organisations")]
    [InlineData("/tickets/999999", "There is no such ticket", "Organisations")]
    [InlineData("/escalations/999999", "There is no such escalation", "Organisations")]
    public async Task Page_WithNothingToShow_SaysWhyAndWhatNext(string path, string title, string next)
    {
        var page = await chromium.OpenAsync();
        await page.SignInAsync(portal.Url, "agent", "/");
        await page.GotoAsync(portal.Url + path);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
        await Expect(page.Locator(".empty").GetByRole(AriaRole.Link, new() { Name = next })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/audit")]
    [InlineData("/admin/tokens")]
    public async Task Page_NotOfThisRole_SaysSoAndLeadsHome(string path)
    {
        var page = await chromium.OpenAsync();
        await page.SignInAsync(portal.Url, "agent");
        await page.GotoAsync(portal.Url + path);

        await Expect(page.GetByText("your role does not open this page")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Home" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "What needs you now" })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task FreshInstallation_SaysWhatWillBeThereAndFailingPagesComeBack()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var fresh = await PortalProcess.StartAsync(demo: false, cancellation);
        var page = await chromium.OpenAsync();
        await page.SignInAsync(fresh.Url, "agent");
        await Expect(page.GetByText("You have no open ticket")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("live-chip")).ToHaveTextAsync("No events yet");
        foreach (var (path, title) in new[] { ("/organisations", "No organisations yet"), ("/migration", "No organisations yet"), ("/tickets", "No open tickets"), ("/escalations", "Nothing is with the engineers") })
        {
            await page.GotoAsync(fresh.Url + path);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
        }

        await RenameAsync(fresh, "escalation", "escalation_away");
        await page.GotoAsync($"{fresh.Url}/escalations");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Could not show the escalations" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Reference").First).ToBeVisibleAsync();
        await Expect(page.GetByText("no such table")).ToHaveCountAsync(0);
        await RenameAsync(fresh, "escalation_away", "escalation");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Nothing is with the engineers" })).ToBeVisibleAsync();

        await RenameAsync(fresh, "daily_count", "daily_count_away");
        await page.GotoAsync($"{fresh.Url}/migration");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Could not show the migration" })).ToBeVisibleAsync();
        await Expect(page.GetByTestId("migration-sentence")).ToHaveCountAsync(0);
        await RenameAsync(fresh, "daily_count_away", "daily_count");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No organisations yet" })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private static async Task RenameAsync(PortalProcess portal, string from, string to)
    {
        await using var connection = new SqliteConnection($"Data Source={portal.DatabaseFile}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA legacy_alter_table = ON; ALTER TABLE {from} RENAME TO {to}";
        await command.ExecuteNonQueryAsync();
    }
}
