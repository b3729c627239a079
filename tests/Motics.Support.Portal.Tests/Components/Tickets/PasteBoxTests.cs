using Bunit;
using Motics.Support.Core.Organisations.Providers;
using Motics.Support.Portal.Components.Tickets;
using Motics.Support.Portal.Components.Tickets.Pasting;

namespace Motics.Support.Portal.Tests.Components.Tickets;

public sealed class PasteBoxTests : PortalBunit
{
    private const string ClinikoKey = "MS0" + "xLTAxMjM0NTY3ODkwMTIzNDU2Nzg5LUFiQ2RFZkdoSWpLbE1uT3BRclN0VXZXeFl6" + "-uk1";

    private readonly List<string> read = [];
    private int keysSeen;

    [Fact]
    public void PasteBox_Typing_IsLeftAloneUntilItIsAskedToBeRead()
    {
        var box = Show();
        box.Find("textarea").Input("They say it timed out");
        Assert.Empty(read);
        Assert.Equal("They say it timed out", box.Find("textarea").GetAttribute("value"));

        box.Find("form").Submit();

        Assert.Equal(["They say it timed out"], read);
        Assert.Equal("", box.Find("textarea").GetAttribute("value"));
    }

    [Fact]
    public void PasteBox_AKeyTyped_IsMaskedWithinTheKeystroke()
    {
        var box = Show();
        box.Find("textarea").Input($"it says {ClinikoKey} is wrong");

        Assert.Equal("it says [key] is wrong", box.Find("textarea").GetAttribute("value"));
        Assert.Contains("The clinic must replace that key.", box.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void PasteBox_AKeyTypedAndPutAside_IsToldThoughNothingWasRead()
    {
        var box = Show();
        box.Find("textarea").Input("They say it timed out");
        Assert.Equal(0, keysSeen);

        box.Find("textarea").Input($"it says {ClinikoKey} is wrong");
        box.Find("textarea").Input("");

        Assert.Equal(1, keysSeen);
        Assert.Empty(read);
    }

    private IRenderedComponent<PasteBox> Show() => Render<PasteBox>(parameters => parameters.Add(box => box.Pasted, (string text) => read.Add(text)).Add(box => box.KeySeen, () => keysSeen++));
}
