using Bunit;
using Motics.Support.Portal.Components.Tickets;
using Motics.Support.Portal.Components.Tickets.Opening;

namespace Motics.Support.Portal.Tests.Components.Tickets;

public sealed class DraftNoticeTests : PortalBunit
{
    private bool failing = true;

    [Fact]
    public async Task DraftField_ThatCannotBeKept_KeepsTheTextAndSaysSoUntilItCan()
    {
        await using var drafts = new PageDrafts(new Dictionary<string, string>(), (_, _) => failing ? throw new IOException("The disk is full.") : Task.CompletedTask, Clock);
        var text = "";
        var field = Render<DraftField>(parameters => parameters
            .Add(part => part.Label, "Note").Add(part => part.Name, "note").Add(part => part.Drafts, drafts).Add(part => part.Value, text).Add(part => part.ValueChanged, typed => text = typed));
        field.Find("textarea").Input("They wait.");
        Assert.Empty(field.FindAll("[data-testid=draft-unkept]"));

        Clock.Advance(TimeSpan.FromSeconds(1));
        field.WaitForElement("[data-testid=draft-unkept]");
        Assert.Equal("They wait.", text);

        failing = false;
        Clock.Advance(TimeSpan.FromSeconds(10));
        field.WaitForState(() => field.FindAll("[data-testid=draft-unkept]").Count == 0);
    }
}
