using System.Text;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Motics.Support.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Motics.Support.Browser.Tests;

/// <summary>A lead's way from the list of clinics to their tickets and back, and clinics from a file.</summary>
public sealed class OutreachPathTests(Chromium chromium, DemoPortal portal)
{
    [Fact]
    public async Task Lead_FromTheListToARepliesTicket_AndBack()
    {
        var (word, clinics) = await StuckClinicsAsync(3);
        var page = await chromium.OpenAsync();
        await page.SignInAsync(portal.Url, "lead", $"/organisations?search={word}");
        await Expect(page.GetByTestId("organisation-row")).ToHaveCountAsync(3);
        await Expect(page.GetByTestId("outreach-all")).ToHaveTextAsync("Write to all 3 that the filter shows…");
        await page.GetByTestId("outreach-all").ClickAsync();

        await Expect(page.GetByTestId("outreach-preview")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("outreach-chosen")).ToHaveTextAsync("3");
        var words = await page.GetByTestId("outreach-reply").InnerTextAsync();
        var read = await page.GetByText(new Regex("^As .* would read it$")).InnerTextAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = $"Write to {clinics[2].Name}" }).UncheckAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Write to 2 clinics");
        // One of them works while the lead still reads.
        await clinics[1].SavesKey("cliniko", "0123456789abcdef");
        await clinics[1].Searches("cliniko", 3);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create 2 tickets…" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Create 2 tickets", Exact = true }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex("/outreach/[0-9a-f]{32}$"));
        await Expect(page.GetByTestId("outreach-state")).ToHaveTextAsync("Made");
        await Expect(page.GetByTestId("outreach-item").Filter(new() { HasText = clinics[1].Name })).ToContainTextAsync("Works");
        await ExpectNothingSeriousAsync(page);
        await page.GetByTestId("outreach-made").ClickAsync();
        await page.Locator(".row-link").First.ClickAsync();
        await Expect(page.GetByTestId("copy-reply")).ToBeVisibleAsync();
        if (read.Contains(clinics[0].Name, StringComparison.Ordinal))
            Assert.Equal(words, await page.GetByTestId("reply-text").InnerTextAsync());
        await page.GoBackAsync();
        await page.GoBackAsync();

        await page.WaitUntilLiveAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take back 1 ticket…" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take them back" }).ClickAsync();
        await Expect(page.GetByTestId("outreach-state")).ToHaveTextAsync("Taken back");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("1 ticket taken back");
        await page.Context.CloseAsync();
    }

    public static TheoryData<string, string, bool, int> Looks => new(
        from page in new[] { ("/outreach?health=needs-key", "outreach-reply"), ("/organisations/import", "import-file"), ("/organisations?health=needs-key", "outreach-all") }
        from dark in new[] { false, true }
        from width in new[] { 1440, 390 }
        select (page.Item1, page.Item2, dark, width));

    [Theory, MemberData(nameof(Looks))]
    public async Task Page_AxeFindsNothingSerious_AndNothingScrollsSideways(string path, string shown, bool dark, int width)
    {
        var page = await chromium.OpenAsync(dark, width: width);
        await page.SignInAsync(portal.Url, "lead", path);
        await Expect(page.GetByTestId(shown)).ToBeVisibleAsync();

        await ExpectNothingSeriousAsync(page);
        Assert.Equal(width, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task RowsThatAreTicked_AreWrittenTo_AndTheirTicketsGiven()
    {
        var (word, clinics) = await StuckClinicsAsync(2);
        var page = await chromium.OpenAsync();
        await page.SignInAsync(portal.Url, "lead", $"/organisations/{clinics[0].Id}");
        await page.GetByTestId("start-triage").First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/tickets/\\d+"));
        await page.GotoAsync($"{portal.Url}/organisations?search={word}");
        await page.WaitUntilLiveAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = $"Choose {clinics[0].Name}" }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = $"Choose {clinics[1].Name}" }).CheckAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Give their tickets to…" }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Support agent" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Give it over" }).ClickAsync();

        await Expect(page.GetByText("1 ticket given; 1 clinic has none.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Give them back as before" }).ClickAsync();
        await Expect(page.GetByText("1 ticket given back.")).ToBeVisibleAsync();
        await page.GetByTestId("outreach-chosen-rows").ClickAsync();
        await Expect(page.GetByTestId("outreach-matching")).ToHaveTextAsync("2");
        await Expect(page.GetByTestId("outreach-left-out")).ToContainTextAsync("Has an open ticket");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Import_IsLookedAtFirst_AndGivesBackWhatItDidNotTake()
    {
        var id = $"file-{Guid.NewGuid():N}"[..16];
        var page = await chromium.OpenAsync();
        await page.SignInAsync(portal.Url, "lead", "/organisations/import");
        await ChooseAsync(page, "id;name;ehr;nookalRegion;nookalSite;clinikoShard;migratedAt\n");
        await Expect(page.GetByTestId("import-problem")).ToContainTextAsync("semicolons");

        await ChooseAsync(page, $"id,name,ehr,nookalRegion,nookalSite,clinikoShard,migratedAt\n{id},From A File,cliniko,,,uk1,\nbad id,,,,,,\n");

        await Expect(page.GetByTestId("import-line")).ToContainTextAsync("From A File");
        await Expect(page.GetByTestId("import-rejected")).ToContainTextAsync("Line 3");
        var rejects = await page.RunAndWaitForDownloadAsync(() => page.GetByTestId("import-rejects").ClickAsync());
        Assert.Contains("bad id", await File.ReadAllTextAsync((await rejects.PathAsync())!, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Import 1 line" }).ClickAsync();
        await Expect(page.GetByTestId("import-done")).ToContainTextAsync("1 organisation is new or changed");
        await page.GotoAsync($"{portal.Url}/organisations/{id}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("From A File");
        await page.Context.CloseAsync();
    }

    private static async Task ExpectNothingSeriousAsync(IPage page) =>
        Assert.Empty((await page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));

    private static Task ChooseAsync(IPage page, string csv) =>
        page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "clinics.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });

    private async Task<(string Word, List<Clinic> Clinics)> StuckClinicsAsync(int count)
    {
        var word = $"reach{Guid.NewGuid():N}"[..14];
        var clinics = new List<Clinic>();
        for (var index = 0; index < count; index++)
        {
            var clinic = portal.NewClinic($"{word} {index}");
            await clinic.IsOn("cliniko", new { clinikoShard = "uk1" });
            await clinic.Migrates();
            clinics.Add(await clinic.Fails("cliniko", "Authentication failed", 401));
        }

        return (word, clinics);
    }
}
