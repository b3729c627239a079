using Microsoft.Extensions.Time.Testing;
using Motics.Support.Portal.Configuration;
using Motics.Support.Portal.Live;

namespace Motics.Support.Portal.Tests.Live;

public sealed class MemoryReturnTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly List<OpenPage> open = [];
    private int collected;

    [Fact]
    public async Task Crowd_Leaves_MemoryIsGivenBackOnce_AfterAMinute()
    {
        var pages = new OpenPages(new(1000, 1000), clock);
        using var back = new MemoryReturn(pages, clock, () => collected++);
        await ComeAsync(pages, 40);
        Look(back, 4);
        Assert.Equal(0, collected);

        Leave(21);
        Look(back, 1);
        Assert.Equal(0, collected);
        Look(back, 1);
        Assert.Equal(1, collected);
        Look(back, 10);

        Assert.Equal(1, collected);
    }

    [Fact]
    public async Task Crowd_ComesBackWithinTheMinute_OrWasNone_NothingIsCollected()
    {
        var pages = new OpenPages(new(1000, 1000), clock);
        using var back = new MemoryReturn(pages, clock, () => collected++);
        await ComeAsync(pages, 19);
        Look(back, 1);
        Leave(19);
        Look(back, 5);
        await ComeAsync(pages, 40);
        Look(back, 1);
        Leave(40);
        Look(back, 1);
        await ComeAsync(pages, 40);
        Look(back, 5);

        Assert.Equal(0, collected);
    }

    private static void Look(MemoryReturn back, int times)
    {
        for (var time = 0; time < times; time++)
            back.Look();
    }

    private async Task ComeAsync(OpenPages pages, int count)
    {
        for (var page = 0; page < count; page++)
            open.Add((await pages.OpenAsync("ana", "/", TestContext.Current.CancellationToken))!);
    }

    private void Leave(int count)
    {
        foreach (var page in open.Take(count).ToArray())
        {
            page.Dispose();
            open.Remove(page);
        }
    }
}
