using System.Globalization;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Motics.Support.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Motics.Support.Browser.Tests;

/// <summary>What a team lead sees of the migration, and where each number of it leads.</summary>
public sealed class MigrationTests(Chromium chromium, DemoPortal portal)
{
    private const string AsTables = "/migration?table=not-back,comeback,reconnect";

    [Theory]
    [InlineData("/migration")]
    [InlineData(AsTables)]
    [InlineData("/migration?wave=2&ehr=cliniko")]
    public async Task EveryNumber_OpensAListThatSaysTheSameNumber(string path)
    {
        var page = await OpenAsync(path);
        var numbers = await NumbersAsync(page);
        Assert.True(numbers.Count > 40, $"{numbers.Count} numbers");

        var wrong = new List<string>();
        foreach (var (address, count) in numbers)
        {
            var said = await CountAsync(page, address);
            if (said == count && count <= 12)
                await Expect(page.GetByTestId("organisation-row")).ToHaveCountAsync(count);
            // Other tests import and write meanwhile: what differs is counted anew, page and list one after the other.
            for (var again = 0; said != count && again < 5; again++)
            {
                await page.GotoAsync(portal.Url + path);
                await Expect(page.Locator("main [aria-busy=true]")).ToHaveCountAsync(0);
                var anew = (await NumbersAsync(page)).Where(number => number.Address == address).Select(number => number.Count).ToList();
                said = await CountAsync(page, address);
                if (anew.TrueForAll(each => each == said))
                    break;
                if (again == 4)
                    wrong.Add($"{address}: {string.Join(" and ", anew)}, and the list says {said}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task EveryNumber_IsALink_ButForWhatIsNoCountOfClinics()
    {
        var page = await OpenAsync("/migration");

        // A chart's numbers are in its links; what is over or to come, shares and spans of time count no clinics of now.
        var plain = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('main .card td.num, main .states b, main .big')]
              .filter(cell => /\d/.test(cell.textContent) && !cell.closest('a') && !cell.querySelector('a') && !/%|of/.test(cell.textContent)).map(cell => cell.outerHTML)
            """);

        Assert.Empty(plain);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task FromTheSentence_ToTheReplyOfOneClinic()
    {
        var page = await OpenAsync("/migration");
        var broken = page.GetByTestId("migration-sentence").Locator("a").Nth(2);
        var count = await broken.InnerTextAsync();

        await broken.ClickAsync();
        await Expect(page.GetByTestId("organisation-count")).ToContainTextAsync(count);
        await Expect(page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Moved, do not work") })).ToBeVisibleAsync();
        await page.GetByTestId("organisation-row").First.Locator("a").First.ClickAsync();
        await Expect(page.GetByTestId("reply-text")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Chart_ByKeys_IsOneStopAndItsBarOpensItsClinics()
    {
        var page = await OpenAsync("/migration");
        var links = page.Locator("#reconnect [data-chart] a");
        await links.First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(links.Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("End");
        await Expect(links.Last).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("Tab");
        Assert.False(await page.EvaluateAsync<bool>("() => Boolean(document.activeElement.closest('#reconnect [data-chart]'))"));

        await links.First.FocusAsync();
        var count = await links.First.Locator("b").InnerTextAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByTestId("organisation-count")).ToHaveTextAsync(new Regex($"^{count} of "));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task ChartOrTable_IsInTheAddress()
    {
        var page = await OpenAsync("/migration");
        await page.Locator("#not-back .switch").GetByText("Table").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/migration\?table=not-back$"));
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "Not back since the move, by day" })).ToBeVisibleAsync();
        await Expect(page.Locator("#not-back .plot")).ToHaveCountAsync(0);
        await page.GoBackAsync();
        await Expect(page.Locator("#not-back .plot")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Filter_ThatMatchesNothing_SaysWhatToTakeOutAndHowManyComeThen()
    {
        var page = await OpenAsync("/migration?wave=no-such-wave&ehr=nookal");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Nothing matches" })).ToBeVisibleAsync();
        await Expect(page.Locator(".take-off")).ToContainTextAsync("still none");
        var without = page.Locator(".take-off a");
        var count = await without.InnerTextAsync();
        await without.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/migration\?ehr=nookal$"));
        await Expect(page.GetByTestId("migration-sentence")).ToBeVisibleAsync();
        Assert.Equal(Regex.Match(count, @"\d+").Value, (await StatesAsync(page)).ToString(CultureInfo.InvariantCulture));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/migration?ehr=best", "Could not show the migration")]
    [InlineData("/organisations?migrationState=lost", "Could not show the organisations")]
    public async Task Filter_ThatThereIsNot_IsRefusedAndNothingIsShown(string path, string title)
    {
        var page = await OpenAsync(path);
        await Expect(page.Locator("main")).ToContainTextAsync(title);
        await Expect(page.Locator("main")).ToContainTextAsync("One or more of:");
        await Expect(page.GetByTestId("organisation-row")).ToHaveCountAsync(0);
        await Expect(page.GetByTestId("migration-sentence")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/migration", false)]
    [InlineData("/migration", true)]
    [InlineData(AsTables, false)]
    [InlineData("/organisations?migrationState=needs-key,silent&reason=reconnect&sort=-need", true)]
    public async Task OnAPhone_AxeFindsNothingSeriousAndNoWordOfAChartIsSmall(string path, bool dark)
    {
        var page = await chromium.OpenAsync(dark, 390);
        await page.SignInAsync(portal.Url, "lead", path);
        await Expect(page.Locator("main [aria-busy=true]")).ToHaveCountAsync(0);

        var found = await page.RunAxe();
        Assert.Empty(found.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));
        Assert.Equal(390, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Assert.Empty(await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.plot *')].filter(part => part.textContent && !part.children.length && parseFloat(getComputedStyle(part).fontSize) < 11).map(part => part.outerHTML)"));
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(string path)
    {
        var page = await chromium.OpenAsync();
        await page.SignInAsync(portal.Url, "lead", path);
        await Expect(page.Locator("main [aria-busy=true]")).ToHaveCountAsync(0);
        return page;
    }

    private async Task<int> CountAsync(IPage page, string address)
    {
        await page.GotoAsync(portal.Url + address);
        var said = page.GetByTestId("organisation-count");
        await Expect(said).ToBeVisibleAsync();
        return int.Parse(Regex.Match(await said.InnerTextAsync(), @"[\d,]+").Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }

    // Those of charts too: a bar says its number, a day and a wave say it to who hears or hovers.
    private static async Task<IReadOnlyList<(string Address, int Count)>> NumbersAsync(IPage page)
    {
        var found = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('main a[data-count]')].map(link => [link.getAttribute('href'), link.dataset.count])
              .concat([...document.querySelectorAll('main .states a')].map(link => [link.getAttribute('href'), link.querySelector('b').dataset.count]))
              .concat([...document.querySelectorAll('main .plot a[href]')].map(link => [link.getAttribute('href'), (link.dataset.mark ?? link.querySelector('b')?.textContent ?? link.getAttribute('aria-label').split(': ').at(-1)).match(/[\d,]+/)[0]]))
              .map(([address, count]) => `${address} ${count.replaceAll(',', '')}`)
            """);
        return [.. found.Distinct().Select(each => (each.Split(' ')[0], int.Parse(each.Split(' ')[1], CultureInfo.InvariantCulture)))];
    }

    private static Task<int> StatesAsync(IPage page) =>
        page.EvaluateAsync<int>("() => [...document.querySelectorAll('[data-testid=migration-state]')].reduce((sum, state) => sum + Number(state.dataset.count), 0)");
}
