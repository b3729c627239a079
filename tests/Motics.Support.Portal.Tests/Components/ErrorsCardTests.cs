using Bunit;
using Motics.Support.Core.Access;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Home;
using Motics.Support.Portal.Components.Home;

namespace Motics.Support.Portal.Tests.Components;

public sealed class ErrorsCardTests : PortalBunit
{
    private readonly List<string> asked = [];

    [Fact]
    public void Card_Error_SaysWhyAndOpensItsClinicsAndEscalations()
    {
        var card = Show(new HomeError(Group("g1", 34), HomeErrorWhy.Regressed, 2));
        Assert.Contains("Came back", card.Find("li").TextContent, StringComparison.Ordinal);
        Assert.Equal("/escalations?error=g1", card.Find("a").GetAttribute("href"));
        Assert.Empty(asked);

        card.Find("button").Click();
        Assert.Equal(["g1"], asked);
        Assert.Equal("/organisations/harbour", card.Find("ul.plain-list a").GetAttribute("href"));
        Assert.Contains("and 33 more", card.Markup, StringComparison.Ordinal);

        card.Find("button").Click();
        Assert.Empty(card.FindAll("ul.plain-list"));
    }

    [Fact]
    public void Card_NoErrors_SaysWhatWouldStandHere() => Assert.Contains("No error is open.", Show().Markup, StringComparison.Ordinal);

    [Fact]
    public void Tiles_OfAnEngineer_AreThoseOfEscalationsAlone()
    {
        var (tickets, escalations) = (new TicketPart(0, [], new()), new EscalationPart(3, [], new() { Statuses = [EscalationStatus.Submitted], Answered = true }));
        var needs = new NeedsMe
        {
            Mine = tickets,
            Woken = tickets,
            Waiting = tickets,
            Returned = escalations,
            Engineer = new(escalations, escalations, escalations with { Query = new() { Engineer = "eve" } }, escalations, []),
        };

        var tiles = HomeTiles.Of(needs, new Actor("eve", "Eve", Grants.ByRole[Grants.Engineer]));

        Assert.Equal(4, tiles.Count);
        Assert.Equal(("escalations came back with answers", "/escalations?status=submitted&answered=true"), (tiles[0].Label, tiles[0].Href));
        Assert.Equal("/escalations?status=all&withMe=true", tiles[2].Href);
    }

    private IRenderedComponent<ErrorsCard> Show(params HomeError[] errors) => Render<ErrorsCard>(parameters => parameters
        .Add(card => card.Errors, errors)
        .Add(card => card.Clinics, id =>
        {
            asked.Add(id);
            return Task.FromResult<IReadOnlyList<ErrorGroupShare>>([new("harbour", "Harbour Street", 5, Start, Start)]);
        }));

    private static ErrorGroup Group(string id, int organisations) =>
        new(id, "Bad gateway", ErrorKind.ServerError, Ehr.Cliniko, Operation.NotePush, 512, organisations, Start, Start, ErrorGroupStatus.Regressed, null, 1);
}
