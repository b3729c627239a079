using Motics.Support.Core;
using Motics.Support.Simulator.Stories;

namespace Motics.Support.Portal.Tests.Simulator;

public sealed class DemoDocumentTests
{
    [Fact]
    public void Document_TableOfStories_IsThatOfTheStoryBook()
    {
        var lines = File.ReadAllLines(Path.Combine(Root(), "docs", "demo.md"));
        var table = lines.SkipWhile(line => !line.StartsWith("| story ", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'));
        Assert.Equal(StoryBook.All.Select(Line), table);
    }

    private static string Line(Story story)
    {
        var (health, verdict, criterion) = story.Ending;
        var concluded = criterion is { } why ? $"{Kebab.Name(verdict)} ({Kebab.Name(why)})" : Kebab.Name(verdict);
        return $"| {story.Name} | {story.Clinics} | {Kebab.Name(health)} | {concluded} |";
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Motics.Support.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
