using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Paging;
using Motics.Support.Data.Live;
using Motics.Support.Portal.Components.Shared.Loading;
using Motics.Support.Portal.Live;

namespace Motics.Support.Portal.Tests.Components;

public sealed class PagedListTests : PortalBunit
{
    private readonly List<string?> read = [];
    private Outcome<CountedPage<string>> further = new CountedPage<string>(["c"], null, 3);
    private string[] beginning = ["a", "b"];

    [Fact]
    public void PagedList_MoreAskedFor_StandsBehindWhatIsThere()
    {
        var list = Show();
        Assert.Equal("2 of 3", list.Find("footer .sub").TextContent);

        list.Find("footer button").Click();

        Assert.Equal(["a", "b", "c"], Items(list));
        Assert.Equal([null, "after b"], read);
        Assert.Empty(list.FindAll("footer"));
    }

    [Fact]
    public void PagedList_MoreRefused_SaysSoAndKeepsWhatIsThere()
    {
        further = new Refusal.Denied(Permission.ReadTickets);
        var list = Show();

        list.Find("footer button").Click();

        Assert.Equal(["a", "b"], Items(list));
        Assert.NotEmpty(list.Find("[role=alert]").TextContent);
    }

    [Fact]
    public void PagedList_NewsOnTheFirstPage_IsShownAtOnce()
    {
        var list = Show();
        beginning = ["x", "a"];

        Tell();

        list.WaitForAssertion(() => Assert.Equal(["x", "a"], Items(list)));
    }

    [Fact]
    public void PagedList_NewsAfterPagingOn_WaitsUntilItIsAskedFor()
    {
        var list = Show();
        list.Find("footer button").Click();
        beginning = ["x", "a"];

        Tell();

        list.WaitForAssertion(() => Assert.Equal("There is news. Show it", list.Find("button.fresh").TextContent));
        Assert.Equal(["a", "b", "c"], Items(list));
        list.Find("button.fresh").Click();
        list.WaitForAssertion(() => Assert.Equal(["x", "a"], Items(list)));
        Assert.Empty(list.FindAll("button.fresh"));
    }

    [Fact]
    public void PagedList_ThatDoesNotFollow_StaysAsItIs()
    {
        var list = Show(follows: false);

        Tell();

        Assert.Equal([null], read);
        Assert.Equal(["a", "b"], Items(list));
    }

    [Fact]
    public void PagedList_OtherFilters_BeginsAnew()
    {
        var list = Show();
        list.Find("footer button").Click();

        list.Render(parameters => parameters.Add(shown => shown.Key, "another"));

        Assert.Equal(["a", "b"], Items(list));
        Assert.Equal([null, "after b", null], read);
    }

    private IRenderedComponent<PagedList<string, CountedPage<string>>> Show(bool follows = true) => Render<PagedList<string, CountedPage<string>>>(parameters => parameters
        .Add(list => list.Read, ReadAsync)
        .Add(list => list.Key, "all")
        .Add(list => list.What, "the letters")
        .Add(list => list.Follows, follows)
        .Add(list => list.ChildContent, letters => string.Concat(letters.Select(letter => $"<i>{letter}</i>"))));

    private Task<Outcome<CountedPage<string>>> ReadAsync(string? cursor, CancellationToken cancellationToken)
    {
        read.Add(cursor);
        return Task.FromResult(cursor is null ? new CountedPage<string>(beginning, "after b", 3) : further);
    }

    private void Tell()
    {
        Services.GetRequiredService<LiveUpdates>().Hear([LiveTopic.Organisation("harbour")]);
        Clock.Advance(LiveUpdates.Throttle);
    }

    private static IEnumerable<string> Items(IRenderedComponent<PagedList<string, CountedPage<string>>> list) => list.FindAll("i").Select(item => item.TextContent);
}
