using System.Text;
using Microsoft.Playwright;
using Motics.Support.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Motics.Support.Browser.Tests;

/// <summary>A text that an admin tries on the page of masks is shown to them and reaches nothing else.</summary>
public sealed class MaskTrialTests(Chromium chromium)
{
    private const string Typed = "quokka-7f3e came by, password: Wombat99";
    private static readonly string[] Pieces = ["quokka-7f3e", "Wombat99"];

    [Fact]
    public async Task Trial_AtTheMostTalkative_ReachesNoStoreLogAuditOrTraceOfACircuit()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var portal = await PortalProcess.StartAsync(demo: false, cancellation, ("Logging__LogLevel__Default", "Trace"), ("Logging__LogLevel__Microsoft.AspNetCore", "Trace"));
        var page = await chromium.OpenAsync();
        await page.SignInAsync(portal.Url, "admin", "/admin/masks");
        await page.GetByLabel("Text", new() { Exact = true }).PressSequentiallyAsync(Typed);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show what is masked" }).ClickAsync();
        await Expect(page.GetByTestId("mask-trial")).ToHaveTextAsync("quokka-7f3e came by, password: [token]");
        // A form that is left half typed is kept as a draft elsewhere; here it is not.
        await page.GotoAsync($"{portal.Url}/audit");
        await page.WaitUntilLiveAsync();
        await page.Context.CloseAsync();

        await using var kept = new MemoryStream();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(portal.DatabaseFile)!))
        {
            await using var bytes = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            await bytes.CopyToAsync(kept, cancellation);
        }

        var (stored, log) = (Encoding.Latin1.GetString(kept.ToArray()), portal.Log);
        Assert.All(Pieces, piece => Assert.DoesNotContain(piece, stored, StringComparison.OrdinalIgnoreCase));
        Assert.All(Pieces, piece => Assert.DoesNotContain(piece, log, StringComparison.OrdinalIgnoreCase));
        // Circuits were traced, and the file was the right one.
        Assert.Contains("Handling event", log, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("CREATE TABLE audit", stored, StringComparison.Ordinal);
    }
}
