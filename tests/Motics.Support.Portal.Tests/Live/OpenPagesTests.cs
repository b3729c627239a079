using Microsoft.Extensions.Time.Testing;
using Motics.Support.Portal.Configuration;
using Motics.Support.Portal.Live;

namespace Motics.Support.Portal.Tests.Live;

public sealed class OpenPagesTests
{
    private readonly FakeTimeProvider clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Open_AsManyAsAPersonMayHave_NoFurtherOne_AndOthersAreNotInTheWay()
    {
        var pages = new OpenPages(OpenPagesSettings.Default, clock);
        for (var page = 0; page < 20; page++)
            Assert.NotNull(await pages.OpenAsync("ana", $"/tickets/{page}", Cancel));

        var further = pages.OpenAsync("ana", "/", Cancel);
        Assert.Equal(NoRoom.ForPerson, pages.Refusal("ana"));
        Assert.Null(pages.Refusal("bo"));
        Assert.NotNull(await pages.OpenAsync("bo", "/", Cancel));
        Assert.False(further.IsCompleted);
        clock.Advance(OpenPages.Patience);

        Assert.Null(await further);
        Assert.Equal((20, 21), (pages.Of("ana").Count, pages.Count));
        Assert.Equal("/tickets/0", pages.Of("ana")[0].Path);
    }

    [Fact]
    public async Task Open_APageIsLeftMeanwhile_TakesItsRoom()
    {
        var pages = new OpenPages(new(1, 10), clock);
        var first = await pages.OpenAsync("ana", "/", Cancel);
        var (second, third) = (pages.OpenAsync("ana", "/tickets", Cancel), pages.OpenAsync("ana", "/audit", Cancel));

        first!.Dispose();
        first.Dispose();
        var in1 = await await Task.WhenAny(second, third);
        clock.Advance(OpenPages.Patience);

        Assert.NotNull(in1);
        Assert.Single(await Task.WhenAll(second, third), page => page is null);
        Assert.Equal(1, pages.Count);
    }

    [Fact]
    public async Task Open_NodeIsFull_NobodyComesInUntilSomebodyLeaves()
    {
        var pages = new OpenPages(new(2, 2), clock);
        using var one = await pages.OpenAsync("ana", "/", Cancel);
        var two = await pages.OpenAsync("bo", "/", Cancel);

        var refused = pages.OpenAsync("cy", "/", Cancel);
        Assert.Equal(NoRoom.OnNode, pages.Refusal("cy"));
        clock.Advance(OpenPages.Patience);
        Assert.Null(await refused);
        two!.Dispose();

        Assert.NotNull(await pages.OpenAsync("cy", "/", Cancel));
    }

    [Fact]
    public async Task Open_SomeAreLost_TheOldestOfThemMakesRoom()
    {
        var pages = new OpenPages(new(3, 10), clock);
        var own = new List<OpenPage>();
        for (var page = 0; page < 3; page++)
            own.Add((await pages.OpenAsync("ana", $"/tickets/{page}", Cancel))!);
        own.ForEach(page => page.GiveUp = page.Dispose);
        (own[1].IsLost, own[2].IsLost) = (true, true);

        Assert.Null(pages.Refusal("ana"));
        Assert.NotNull(await pages.OpenAsync("ana", "/", Cancel));

        Assert.Equal(["/tickets/0", "/tickets/2", "/"], pages.Of("ana").Select(page => page.Path));
    }

    [Fact]
    public async Task Open_ManyAtOnce_NeverMoreThanAllowed()
    {
        var pages = new OpenPages(new(20, 30), clock);

        var coming = Enumerable.Range(0, 200).Select(number => Task.Run(() => pages.OpenAsync(number % 2 == 0 ? "ana" : "bo", "/", Cancel), Cancel)).ToArray();
        while (pages.Count < 30 || coming.Any(one => one.Status is TaskStatus.WaitingToRun or TaskStatus.WaitingForActivation && !one.IsCompleted))
        {
            clock.Advance(OpenPages.Patience);
            await Task.Yield();
        }

        Assert.Equal(30, (await Task.WhenAll(coming)).Count(page => page is not null));
        Assert.InRange(pages.Of("ana").Count, 10, 20);
    }
}
