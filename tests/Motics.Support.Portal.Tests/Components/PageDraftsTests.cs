using Microsoft.Extensions.Time.Testing;
using Motics.Support.Portal.Components.Tickets;

namespace Motics.Support.Portal.Tests.Components;

public sealed class PageDraftsTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly List<(string Name, string? Text)> kept = [];

    [Fact]
    public async Task PageDrafts_TypedFast_IsKeptOnceAfterThePause()
    {
        await using var drafts = Drafts();
        drafts.Typed("note", "The");
        clock.Advance(TimeSpan.FromMilliseconds(300));
        drafts.Typed("note", "The clinic");
        clock.Advance(TimeSpan.FromMilliseconds(300));
        Assert.Empty(kept);

        clock.Advance(TimeSpan.FromMilliseconds(300));

        Assert.Equal([("note", "The clinic")], kept);
        Assert.Equal("The clinic", drafts.Find("note"));
    }

    [Fact]
    public async Task PageDrafts_LeftWithinThePause_IsKeptAllTheSame()
    {
        var drafts = Drafts();
        drafts.Typed("note", "half a sent");

        await drafts.DisposeAsync();

        Assert.Equal([("note", "half a sent")], kept);
    }

    [Fact]
    public async Task PageDrafts_Used_IsForgottenEverywhere()
    {
        await using var drafts = Drafts(("note", "from yesterday"));
        Assert.Equal("from yesterday", drafts.Find("note"));

        await drafts.ForgetAsync("note");

        Assert.Null(drafts.Find("note"));
        Assert.Equal([("note", null)], kept);
    }

    private PageDrafts Drafts(params (string Name, string Text)[] before) => new(
        before.ToDictionary(pair => pair.Name, pair => pair.Text),
        (name, text) => { kept.Add((name, text)); return Task.CompletedTask; },
        clock);
}
