using Bunit;
using Motics.Support.Portal.Components.Tickets;
using Motics.Support.Portal.Components.Tickets.Pasting;

namespace Motics.Support.Portal.Tests.Components.Tickets;

/// <summary>What was pasted and is put aside is gone, but for a key in it: that was seen.</summary>
public sealed class PastePartTests : PortalBunit
{
    private static readonly string Key = string.Concat(Enumerable.Repeat("Ab1", 14)) + "-au1";

    private int keys;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PutAside_TellsOfAKeyAndOfNothingElse(bool holdsKey)
    {
        var part = Show(kept: true);
        await part.InvokeAsync(() => part.Instance.Take(holdsKey ? $"401 with {Key}" : "401 Unauthorised"));
        Button(part, "Put aside").Click();
        Assert.Equal(holdsKey ? 1 : 0, keys);
        Assert.Empty(part.FindAll("button"));
    }

    // Kept words tell of their key themselves.
    [Fact]
    public async Task Kept_TellsNothingMore()
    {
        var part = Show(kept: true);
        await part.InvokeAsync(() => part.Instance.Take($"401 with {Key}"));
        Button(part, "Keep as a note").Click();
        Assert.Equal(0, keys);
        Assert.Empty(part.FindAll("button"));
    }

    private IRenderedComponent<PastePart> Show(bool kept) => Render<PastePart>(parameters => parameters
        .Add(part => part.UseAsError, _ => Task.FromResult(kept))
        .Add(part => part.KeepAsNote, _ => Task.FromResult(kept))
        .Add(part => part.Picture, (_, _) => Task.FromResult(kept))
        .Add(part => part.KeySeen, () => keys++));

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<PastePart> part, string words) => part.FindAll("button").Single(button => button.TextContent.Contains(words, StringComparison.Ordinal));
}
