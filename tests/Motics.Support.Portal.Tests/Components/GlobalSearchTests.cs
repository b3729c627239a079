using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Motics.Support.Core.Search;
using Motics.Support.Portal.Components.Layout;

namespace Motics.Support.Portal.Tests.Components;

public sealed class GlobalSearchTests : PortalBunit
{
    private static readonly SearchHit Ticket = new(SearchHitKind.Ticket, "1043", "No patients come up", "Harbour Street Physio");
    private static readonly SearchHit Harbour = new(SearchHitKind.Organisation, "harbour", "Harbour Street Physio", null);
    private static readonly SearchHit Harvest = new(SearchHitKind.Organisation, "harvest", "Harvest Rehab", null);

    private readonly List<string> asked = [];
    private Func<Task<IReadOnlyList<SearchHit>>> answer = () => Task.FromResult<IReadOnlyList<SearchHit>>([Harbour, Harvest, Ticket]);

    [Fact]
    public void GlobalSearch_TypingFast_AsksOnceAfterThePause()
    {
        var search = Show();
        search.Find("input").Input("har");
        search.Find("input").Input("harb");
        Clock.Advance(TimeSpan.FromMilliseconds(200));

        search.WaitForAssertion(() => Assert.Equal(3, search.FindAll("[role=option]").Count));
        Assert.Equal(["harb"], asked);
    }

    [Fact]
    public void GlobalSearch_Found_IsAComboboxWithItsChoiceNamed()
    {
        var search = Typed();

        var input = search.Find("input");
        Assert.Equal("true", input.GetAttribute("aria-expanded"));
        Assert.Equal("hit-0", input.GetAttribute("aria-activedescendant"));
        Assert.Equal("true", search.Find("#hit-0").GetAttribute("aria-selected"));
        input.KeyDown(Key.Down);
        Assert.Equal("hit-1", search.Find("input").GetAttribute("aria-activedescendant"));
        search.Find("input").KeyDown(Key.Up);
        search.Find("input").KeyDown(Key.Up);
        Assert.Equal("hit-2", search.Find("input").GetAttribute("aria-activedescendant"));
    }

    [Fact]
    public void GlobalSearch_Enter_OpensTheChoice()
    {
        var search = Typed();
        search.Find("input").KeyDown(Key.Down);
        search.Find("input").KeyDown(Key.Enter);

        Assert.EndsWith("/organisations/harvest", Address, StringComparison.Ordinal);
        Assert.Equal("false", search.Find("input").GetAttribute("aria-expanded"));
    }

    [Fact]
    public void GlobalSearch_EnterBeforeTheAnswer_WaitsForItAndOpensTheFirst()
    {
        var slow = new TaskCompletionSource<IReadOnlyList<SearchHit>>();
        answer = () => slow.Task;
        var search = Show();
        search.Find("input").Input("1043");
        search.Find("input").KeyDown(Key.Enter);
        Assert.EndsWith("/", Address, StringComparison.Ordinal);

        slow.SetResult([Ticket]);

        search.WaitForAssertion(() => Assert.EndsWith("/tickets/1043", Address, StringComparison.Ordinal));
    }

    [Fact]
    public void GlobalSearch_Escape_ClosesThenEmpties()
    {
        var search = Typed();
        search.Find("input").KeyDown(Key.Escape);
        Assert.Empty(search.FindAll("[role=listbox]"));

        search.Find("input").KeyDown(Key.Escape);

        Assert.Equal("", search.Find("input").GetAttribute("value") ?? "");
    }

    [Fact]
    public void GlobalSearch_NothingFound_SaysWhereItLooked()
    {
        answer = () => Task.FromResult<IReadOnlyList<SearchHit>>([]);

        Assert.Contains("Nothing has “har” in its name, id, number or reference.", Typed().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void GlobalSearch_Fails_SaysAReferenceAndNotTheException()
    {
        answer = () => throw new InvalidOperationException("no such table: clandestine");

        var search = Typed();

        Assert.Contains("The search failed. Reference", search.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("clandestine", search.Markup, StringComparison.Ordinal);
    }

    private string Address => Services.GetRequiredService<NavigationManager>().Uri;

    private IRenderedComponent<GlobalSearch> Show() => Render<GlobalSearch>(parameters => parameters.Add(part => part.Find, (text, _) =>
    {
        asked.Add(text);
        return answer();
    }));

    private IRenderedComponent<GlobalSearch> Typed()
    {
        var search = Show();
        search.Find("input").Input("har");
        Clock.Advance(TimeSpan.FromMilliseconds(200));
        search.WaitForAssertion(() => Assert.NotEmpty(search.FindAll(".search-list")));
        return search;
    }
}
