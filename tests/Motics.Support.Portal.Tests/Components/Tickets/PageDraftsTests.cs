using Microsoft.Extensions.Time.Testing;
using Motics.Support.Portal.Components.Tickets;
using Motics.Support.Portal.Components.Tickets.Opening;

namespace Motics.Support.Portal.Tests.Components.Tickets;

public sealed class PageDraftsTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly List<(string Name, string? Text)> kept = [];
    private readonly List<Exception> reported = [];
    private bool failing;

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

    [Fact]
    public async Task PageDrafts_ThatCannotBeKept_SaysSoAndTriesAgain()
    {
        await using var drafts = Drafts();
        var told = 0;
        drafts.Changed += () => told++;
        failing = true;
        drafts.Typed("note", "The clinic");
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(drafts.IsUnkept("note"));
        Assert.False(drafts.IsUnkept("close"));
        Assert.Equal((1, "The clinic"), (told, drafts.Find("note")));

        failing = false;
        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.False(drafts.IsUnkept("note"));
        Assert.Equal(2, told);
        Assert.Equal([("note", "The clinic")], kept);
    }

    // What was used is done with, whatever becomes of the draft: the action that used it must not fail for it.
    [Fact]
    public async Task PageDrafts_UsedWhileTheStoreFails_IsForgottenLater()
    {
        await using var drafts = Drafts(("note", "from yesterday"));
        failing = true;
        await drafts.ForgetAsync("note");
        Assert.Null(drafts.Find("note"));

        failing = false;
        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal([("note", null)], kept);
    }

    [Fact]
    public async Task PageDrafts_UsedWhileASaveIsOnItsWay_DoesNotComeBack()
    {
        var store = new Dictionary<string, string>();
        var onItsWay = new TaskCompletionSource();
        await using var drafts = new PageDrafts(new Dictionary<string, string>(), async (name, text) =>
        {
            if (text is null)
            {
                store.Remove(name);
                return;
            }

            await onItsWay.Task;
            store[name] = text;
        }, clock);
        drafts.Typed("note", "The clinic");
        clock.Advance(TimeSpan.FromSeconds(1));

        var forgotten = drafts.ForgetAsync("note");
        onItsWay.SetResult();
        await forgotten;

        Assert.Empty(store);
    }

    [Fact]
    public async Task PageDrafts_LeftWhileTheStoreFails_TakesNothingAlong()
    {
        var drafts = Drafts();
        failing = true;
        drafts.Typed("note", "half a sent");
        await drafts.DisposeAsync();
        Assert.Single(reported);
    }

    private PageDrafts Drafts(params (string Name, string Text)[] before) => new(
        before.ToDictionary(pair => pair.Name, pair => pair.Text),
        (name, text) =>
        {
            if (failing)
            {
                throw new InvalidOperationException("database is locked");
            }

            kept.Add((name, text));
            return Task.CompletedTask;
        },
        clock,
        reported.Add);
}
