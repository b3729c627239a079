using Bunit;
using Motics.Support.Core.Access;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Keys;
using Motics.Support.Portal.Components.Organisations;
using Motics.Support.Portal.Components.Tickets;

namespace Motics.Support.Portal.Tests.Components.Tickets;

/// <summary>A key that others have seen, on the ticket's page and on the clinic's.</summary>
public sealed class ExposedKeyTests : PortalBunit
{
    private static readonly Person Sam = new("sam", "Sam Agent");

    private int waved;

    [Theory]
    [InlineData(Grants.Agent, 0)]
    [InlineData(Grants.Lead, 1)]
    public void Callout_OffersLeadsAloneToSayThatItWasNone(string role, int buttons)
    {
        var callout = Show(role, just: false);
        Assert.Contains("A key was found in a note of this ticket (Sam Agent", callout.Markup, StringComparison.Ordinal);
        Assert.Equal(buttons, callout.FindAll("button").Count);
        callout.FindAll("button").ToList().ForEach(button => button.Click());
        Assert.Equal(buttons, waved);
    }

    [Fact]
    public void Callout_OfAKeyFoundThisMoment_IsSaidAloud()
    {
        Assert.Equal("alert", Show(Grants.Agent, just: true).Find("[data-testid=exposed-key]").GetAttribute("role"));
        Assert.Equal("note", Show(Grants.Agent, just: false).Find("[data-testid=exposed-key]").GetAttribute("role"));
    }

    [Fact]
    public void OpenTickets_NameTheTicketWhoseKeyHasToBeReplaced()
    {
        TicketItem Row(long number, bool exposed) => new()
        {
            Ticket = new() { Number = number, OrganisationId = "harbour", Subject = "x", CreatedAt = Start, CreatedBy = Sam, UpdatedAt = Start, TouchedAt = Start },
            KeyExposed = exposed,
        };
        var card = Render<OpenTicketsCard>(parameters => parameters.Add(shown => shown.OrganisationId, "harbour").Add(shown => shown.Tickets, [Row(1001, true), Row(1002, false)]).Add(shown => shown.Total, 2));
        var items = card.FindAll("li");
        Assert.Contains("the clinic has to replace it", items[0].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("replace", items[1].TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<ExposedKeyCallout> Show(string role, bool just) => Render<ExposedKeyCallout>(parameters => parameters
        .Add(callout => callout.Exposed, new ExposedKey(Start, ExposedIn.Note, Sam))
        .Add(callout => callout.Actor, new Actor("kim", "Kim", Grants.ByRole[role]))
        .Add(callout => callout.Just, just)
        .Add(callout => callout.NoKey, () => waved++));
}
