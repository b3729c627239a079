using AngleSharp.Dom;
using Bunit;
using Motics.Support.Core.Migration;
using Motics.Support.Core.Organisations;
using Motics.Support.Portal.Components.Charts;
using Motics.Support.Portal.Components.Migration;

namespace Motics.Support.Portal.Tests.Components.Migration;

public sealed class MigrationViewTests : PortalBunit
{
    [Fact]
    public void View_Many_SaysTheSentenceAndEachStateOnce()
    {
        var view = Show(MadeSummary.Many());

        Assert.StartsWith("280 moved: 168 work, 112 do not. 79 have not been back once", view.Find("[data-testid=migration-sentence]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Three reasons hold up 83 of them (74 %).", view.Find("[data-testid=migration-sentence]").TextContent, StringComparison.Ordinal);
        var states = view.FindAll("[data-testid=migration-state]");
        Assert.Equal(306, states.Sum(state => Count(state)));
        Assert.Equal(states.Count, states.Select(state => state.GetAttribute("data-state")).Distinct().Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(357)]
    public void View_EveryNumberOfOrganisations_IsALinkThatSaysSo(int times)
    {
        var view = Show(MadeSummary.Many(times), MadeSummary.Suffers("Clocktower Occupational Therapy", MigrationState.Silent, 0, 42));

        var links = view.FindAll("a[data-count]");
        Assert.True(links.Count > 60, $"{links.Count} links");
        Assert.All(links, link => Assert.StartsWith("/organisations?", link.GetAttribute("href")!, StringComparison.Ordinal));
        Assert.All(links, link => Assert.Equal(link.GetAttribute("data-count")!.Replace(",", "", StringComparison.Ordinal), link.TextContent.Trim().Replace(",", "", StringComparison.Ordinal)));
        Assert.DoesNotContain(links, link => link.TextContent.Trim() == "0");
    }

    [Fact]
    public void View_Nobody_SaysWhatStartsThePageAndDrawsNoChart()
    {
        var view = Show(MadeSummary.Nobody(26));

        Assert.Contains("No clinic was moved yet", view.Markup, StringComparison.Ordinal);
        Assert.Empty(view.FindAll(".plot"));
        Assert.Empty(view.FindAll("[data-testid=straggler-row]"));
    }

    [Theory]
    [InlineData(1, "The one clinic that was moved works.")]
    [InlineData(7, "All 7 that were moved work.")]
    [InlineData(100_000, "All 100,000 that were moved work.")]
    public void View_AllWork_KeepsTheCurveAndHasNoReasons(int moved, string sentence)
    {
        var view = Show(MadeSummary.AllWork(moved));

        Assert.Equal(sentence, view.Find("[data-testid=migration-sentence]").TextContent.Trim());
        Assert.NotEmpty(view.FindComponents<CurveChart>());
        Assert.Empty(view.FindComponents<ReasonsCard>());
        Assert.Empty(view.FindComponents<NeedCard>());
        Assert.DoesNotContain("NaN", view.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void View_One_SpeaksOfOneAndDividesByNothing()
    {
        var view = Show(MadeSummary.One(), MadeSummary.Suffers("Elm Park Physio", MigrationState.Silent, 0, 0));

        Assert.Equal("1 moved: it does not work. It has not been back once. It is too early to say when it will be back. One reason holds it up.", view.Find("[data-testid=migration-sentence]").TextContent.Trim());
        Assert.Contains("No forecast", view.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", view.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", view.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void View_Outage_IsAReasonWithoutAButton()
    {
        var outage = Show(MadeSummary.Many()).Find("[data-reason=provider-incident]");

        Assert.Contains("Leave them alone", outage.TextContent, StringComparison.Ordinal);
        Assert.Empty(outage.QuerySelectorAll("button, .btn"));
        Assert.DoesNotContain("no ticket", outage.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Reason_HasItsDeedBesideIt_ForWhoMayWrite()
    {
        var shown = MadeSummary.Shown(MadeSummary.Many());
        var deed = Show(MadeSummary.Many()).Find("[data-reason=fix-key] a.btn");

        Assert.Equal("Write to 28 without a ticket…", deed.TextContent);
        Assert.Contains("reason=fix-key", deed.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("hasTicket=false", deed.GetAttribute("href"), StringComparison.Ordinal);
        Assert.StartsWith("/outreach?", deed.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Empty(Render<MigrationView>(parameters => parameters.Add(view => view.Shown, shown with { MayWrite = false }).Add(view => view.Filter, MigrationFilter.Everything)).FindAll("a.btn"));
    }

    [Fact]
    public void Need_ShowsThePartsOfTheScore_NeverTheScoreAlone()
    {
        var row = Show(MadeSummary.Many(), MadeSummary.Suffers("Westbank Hand Therapy", MigrationState.NeedsKey, 31, 5)).Find("[data-testid=straggler-row]");

        var cells = row.QuerySelectorAll("td.num").Select(cell => cell.TextContent.Trim());
        Assert.Equal(["31", "5"], cells);
        Assert.DoesNotContain("41", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Chart_AsATable_HasTheSameNumbers()
    {
        var (chart, table) = (Show(MadeSummary.Many()), Show(MadeSummary.Many(), MigrationFilter.Everything.Showing(ReconnectCard.Card, true)));

        var bars = chart.FindComponent<BarChart>().FindAll("a.column b").Select(Count);
        var rows = table.FindAll("#reconnect td a").Select(Count);
        Assert.Equal(bars, rows);
        Assert.Empty(table.FindComponents<BarChart>());
        Assert.Equal("true", table.Find("#reconnect .switch a[aria-current]").GetAttribute("aria-current"));
    }

    [Fact]
    public void Chart_Links_AreOneStopOfTabAndSayTheFinding()
    {
        var view = Show(MadeSummary.Many());

        Assert.All(view.FindAll(".plot[role=group]"), plot => Assert.Single(plot.QuerySelectorAll("a[tabindex='0']")));
        Assert.Contains("79 are not back", view.FindComponent<BarChart>().Find(".plot").GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Contains("44 to 61 on 18 Dec", view.FindComponent<CurveChart>().Find(".plot").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void Chart_Links_AreCalledWhatIsWrittenOnThem()
    {
        var marks = Show(MadeSummary.Many()).FindAll(".plot a.mark-word");

        Assert.Equal(4, marks.Count);
        Assert.All(marks, mark => Assert.StartsWith(mark.QuerySelector(".wide")!.TextContent, mark.GetAttribute("aria-label"), StringComparison.Ordinal));
    }

    [Fact]
    public void Filter_ItsAddress_IsReadBackTheSame()
    {
        var filter = new MigrationFilter(new() { Ehrs = [Ehr.Cliniko], Regions = ["uk1"], Wave = "wave 3 & more", From = Midnight, Before = Midnight.AddDays(3) }, [NotBackCard.Card]);
        var given = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri("http://x" + filter.Url).Query);

        var read = MigrationQuery.Read(given["ehr"], given["region"], given["wave"], given["from"], given["to"]).Value;

        Assert.Equivalent(filter.Query, read, strict: true);
        Assert.Equal(NotBackCard.Card, given["table"]);
        Assert.Equal(5, filter.Conditions().Count());
        Assert.All(filter.Conditions(), condition => Assert.NotEqual(filter.Url, condition.Without.Url));
    }

    private static DateTimeOffset Midnight { get; } = new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero);

    private static int Count(IElement element) => int.Parse(element.TextContent.Trim().Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);

    private IRenderedComponent<MigrationView> Show(MigrationSummary summary, params OrganisationItem[] mostInNeed) => Show(summary, MigrationFilter.Everything, mostInNeed);

    private IRenderedComponent<MigrationView> Show(MigrationSummary summary, MigrationFilter filter, params OrganisationItem[] mostInNeed) =>
        Render<MigrationView>(parameters => parameters.Add(view => view.Shown, MadeSummary.Shown(summary, mostInNeed)).Add(view => view.Filter, filter));
}
