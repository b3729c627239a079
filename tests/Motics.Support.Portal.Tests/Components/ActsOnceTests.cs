using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Home;
using Motics.Support.Portal.Components.Home;
using Motics.Support.Portal.Components.Tickets;
using Motics.Support.Portal.Components.Tickets.Opening;

namespace Motics.Support.Portal.Tests.Components;

/// <summary>Buttons that are pressed twice before the first press is done.</summary>
public sealed class ActsOnceTests : PortalBunit
{
    private readonly TaskCompletionSource<bool> kept = new();
    private int asked;

    [Fact]
    public async Task Note_ButtonPressedTwice_IsAddedOnce()
    {
        var card = Render<NotesCard>(parameters => parameters.Add(part => part.Add, _ => { asked++; return kept.Task; }));
        card.Find("textarea").Input("They wait.");
        var presses = Twice(card.Find("button"));
        Assert.Equal(1, asked);
        await card.InvokeAsync(() => kept.SetResult(true));
        await presses;
        Assert.Equal("", card.Find("textarea").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Note_ThatCannotBeKept_StaysAndSaysSo()
    {
        var card = Render<NotesCard>(parameters => parameters.Add(part => part.Add, _ => throw new InvalidOperationException("database is locked")));
        card.Find("textarea").Input("They wait.");
        await card.Find("button").ClickAsync(new MouseEventArgs { Detail = 1 });
        Assert.Equal("They wait.", card.Find("textarea").GetAttribute("value"));
        Assert.Contains("went wrong on our side", card.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReachOut_PressedTwice_MakesOneTicket()
    {
        var clinic = new UnattendedOrganisation("harbour", "Harbour", Ehr.Cliniko, "uk1", Health.Failing, "because", Start);
        var card = Render<UnattendedCard>(parameters => parameters
            .Add(part => part.Part, new UnattendedPart(1, [clinic], 0)).Add(part => part.Href, "/organisations").Add(part => part.InIncidentHref, "/organisations").Add(part => part.MayWrite, true)
            .Add(part => part.ReachOut, EventCallback.Factory.Create<UnattendedOrganisation>(this, async _ => { asked++; await kept.Task; })));
        var presses = Twice(card.Find("button"));
        Assert.Equal(1, asked);
        await card.InvokeAsync(() => kept.SetResult(true));
        await presses;
        Assert.False(card.Find("button").HasAttribute("disabled"));
    }

    [Fact]
    public async Task ReachOut_ThatFails_CanBeTriedAgainAndSaysSo()
    {
        var clinic = new UnattendedOrganisation("harbour", "Harbour", Ehr.Cliniko, "uk1", Health.Failing, "because", Start);
        var card = Render<UnattendedCard>(parameters => parameters
            .Add(part => part.Part, new UnattendedPart(1, [clinic], 0)).Add(part => part.Href, "/organisations").Add(part => part.InIncidentHref, "/organisations").Add(part => part.MayWrite, true)
            .Add(part => part.ReachOut, EventCallback.Factory.Create<UnattendedOrganisation>(this, _ => throw new InvalidOperationException("x"))));
        await card.Find("button").ClickAsync(new MouseEventArgs { Detail = 1 });
        Assert.False(card.Find("button").HasAttribute("disabled"));
        Assert.Contains("went wrong on our side", card.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    private static Task Twice(IElement button) =>
        Task.WhenAll(button.ClickAsync(new MouseEventArgs { Detail = 1 }), button.ClickAsync(new MouseEventArgs { Detail = 2 }));
}
