using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Search;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Triage;
using Motics.Support.Portal.Components.Layout;
using Motics.Support.Portal.Components.Tickets;
using Motics.Support.Portal.Components.Tickets.Opening;
using Motics.Support.Portal.Components.Tickets.Pasting;

namespace Motics.Support.Portal.Tests.Components.Organisations;

public sealed class GlobalSearchTests : PortalBunit
{
    private static readonly SearchHit Ticket = new(SearchHitKind.Ticket, "1043", "No patients come up", "Harbour Street Physio");
    private static readonly SearchHit Harbour = new(SearchHitKind.Organisation, "harbour", "Harbour Street Physio", null);
    private static readonly SearchHit Harvest = new(SearchHitKind.Organisation, "harvest", "Harvest Rehab", null);

    private const string ClinikoKey = "MS0" + "xLTAxMjM0NTY3ODkwMTIzNDU2Nzg5LUFiQ2RFZkdoSWpLbE1uT3BRclN0VXZXeFl6" + "-uk1";

    private readonly List<string> asked = [];
    private PastedError? opened;
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
    public void GlobalSearch_Found_CarriesEhrPlaceAndState()
    {
        var owing = new SearchClinic(Ehr.Nookal, "au-nz", Health.NeedsKey, "because", null);
        answer = () => Task.FromResult<IReadOnlyList<SearchHit>>(
        [
            Harbour with { Clinic = owing }, Harvest with { Clinic = owing with { Ehr = null, Place = null, Health = Health.Connected } }, Ticket with { Clinic = owing, Ticket = TicketStatus.Escalated }, Ticket with { Id = "1044" },
        ]);

        var said = Typed().FindAll("[role=option]").Select(hit => string.Join(' ', hit.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

        Assert.Equal(
            ["Harbour Street Physio · Nookal AU/NZ Needs key", "Harvest Rehab · EHR not known Connected", "#1043 No patients come up · Harbour Street Physio · Nookal AU/NZ With the engineers", "#1044 No patients come up · Harbour Street Physio"],
            said);
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

    [Theory]
    [InlineData("401 Unauthorized: the API key was not accepted", "authentication-failed", "did not accept the key")]
    [InlineData("The request to the server timed out again", "timeout", "did not answer in time")]
    [InlineData("No patients were recognised in this clinic", "no-patients-recognised", "Do not create the patients again.")]
    public void GlobalSearch_AnErrorMessage_IsReadInPlainWords(string message, string kind, string words)
    {
        answer = () => Task.FromResult<IReadOnlyList<SearchHit>>([Harbour]);
        var search = Typed(message);

        var error = search.Find("[data-testid=search-error]");
        Assert.Equal(kind, error.GetAttribute("data-kind"));
        Assert.Contains(words, error.TextContent, StringComparison.Ordinal);
        Assert.Contains("Likely:", error.TextContent, StringComparison.Ordinal);
        Assert.Equal("hit-0", search.Find("input").GetAttribute("aria-activedescendant"));
        search.Find("input").KeyDown(Key.Enter);
        Assert.Equal(message, opened?.Text);
    }

    [Fact]
    public void GlobalSearch_AWordThatMayBeAName_KeepsItsMatchesFirst()
    {
        answer = () => Task.FromResult<IReadOnlyList<SearchHit>>([new(SearchHitKind.Organisation, "disc", "Disconnected Physio", null)]);
        var search = Typed("disconnected");

        Assert.Equal("hit-1", search.Find("[data-testid=search-error]").Id);
        search.Find("input").KeyDown(Key.Enter);
        Assert.EndsWith("/organisations/disc", Address, StringComparison.Ordinal);
    }

    [Fact]
    public void GlobalSearch_AKey_IsMaskedAtOnceAndNotLookedFor()
    {
        var search = Show();
        search.Find("input").Input(ClinikoKey);

        Assert.Equal("[key]", search.Find("input").GetAttribute("value"));
        Clock.Advance(TimeSpan.FromMilliseconds(200));
        search.WaitForAssertion(() => Assert.Contains("The clinic must replace that key.", search.Find("[data-testid=key-pasted]").TextContent, StringComparison.Ordinal));
        Assert.Empty(asked);
        Assert.DoesNotContain(ClinikoKey[5..30], search.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void GlobalSearch_AnErrorReference_IsFoundAlthoughItLooksLikeAKey()
    {
        const string reference = "3f2b8c1d-77a4-4e0b-9c6d-5a1e2f3b4c5d";
        answer = () => Task.FromResult<IReadOnlyList<SearchHit>>([new(SearchHitKind.Event, "harbour", "Harbour Street Physio", "patient search")]);
        var found = Typed(reference);
        Assert.Equal(reference, found.Find("input").GetAttribute("value"));
        Assert.Single(found.FindAll("a[role=option]"));

        answer = () => Task.FromResult<IReadOnlyList<SearchHit>>([]);
        var nothing = Typed(reference);

        Assert.Equal("[key]", nothing.Find("input").GetAttribute("value"));
        Assert.NotEmpty(nothing.FindAll("[data-testid=key-pasted]"));
    }

    private string Address => Services.GetRequiredService<NavigationManager>().Uri;

    private IRenderedComponent<GlobalSearch> Show() => Render<GlobalSearch>(parameters => parameters
        .Add(part => part.Find, (text, _) =>
        {
            asked.Add(text);
            return answer();
        })
        .Add(part => part.Meaning, error => PastedMeaning.Of(PlaybookLoader.Embedded, null, error, Start))
        .Add(part => part.OpenTicket, (PastedError error) => opened = error));

    private IRenderedComponent<GlobalSearch> Typed(string typed = "har")
    {
        var search = Show();
        search.Find("input").Input(typed);
        Clock.Advance(TimeSpan.FromMilliseconds(200));
        search.WaitForAssertion(() => Assert.NotEmpty(search.FindAll(".search-list")));
        return search;
    }
}
