using Bunit;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Configuration;
using Motics.Support.Portal.Live;

namespace Motics.Support.Portal.Tests.Components;

public sealed class TooManyPagesTests : PortalBunit
{
    [Fact]
    public async Task Document_OfAPersonWithTooMany_NamesEachAsItsTabDoes()
    {
        var pages = new OpenPages(OpenPagesSettings.Default, Clock);
        var (ticket, list) = (await pages.OpenAsync("ana", "/tickets/1011", Xunit.TestContext.Current.CancellationToken), await pages.OpenAsync("ana", "/tickets", Xunit.TestContext.Current.CancellationToken));
        ticket!.Title = "#1011 Search is empty";
        Clock.Advance(TimeSpan.FromMinutes(4));

        var lines = Document(NoRoom.ForPerson, pages.Of("ana")).FindAll("[data-testid=open-pages] li");

        Assert.Equal(["#1011 Search is empty opened 4 min ago", "/tickets opened 4 min ago"], lines.Select(line => line.TextContent));
        list!.Dispose();
        Assert.Equal([ticket], pages.Of("ana"));
    }

    [Fact]
    public void Document_OfAFullNode_DoesNotBlameWhoHasNone()
    {
        var document = Document(NoRoom.OnNode, []);

        Assert.Equal("Too many pages are open", document.Find("h1").TextContent);
        Assert.Empty(document.FindAll("[data-testid=open-pages]"));
        Assert.Equal("/tickets", document.Find("a.btn").GetAttribute("href"));
    }

    private IRenderedComponent<TooManyPagesDocument> Document(NoRoom why, IReadOnlyList<OpenPage> own) =>
        Render<TooManyPagesDocument>(parameters => parameters.Add(part => part.ReturnUrl, "/tickets").Add(part => part.Why, why).Add(part => part.Own, own));
}
