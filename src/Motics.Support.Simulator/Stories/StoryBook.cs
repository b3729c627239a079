namespace Motics.Support.Simulator.Stories;

/// <summary>All stories there are, and which clinic has which.</summary>
public static class StoryBook
{
    /// <summary>Each story once.</summary>
    public static IReadOnlyList<Story> All { get; } =
        [.. ConnectionStories.All, .. KeyStories.All, .. NookalStories.All, .. NoteStories.All, .. ProviderStories.All, .. OtherStories.All];

    /// <summary>How many organisations ordinary demo data has.</summary>
    public static int Organisations { get; } = All.Sum(story => story.Clinics);

    private static readonly Story[] Round = [.. All, .. Shuffled(All.SelectMany(story => Enumerable.Repeat(story, story.Clinics - 1)))];

    /// <summary>
    /// The story of a clinic by its number. It does not depend on how many clinics there are, so a small world is the beginning of a
    /// bigger one; the first clinics have each story once, and every <see cref="Organisations"/> clinics have them in proportion.
    /// </summary>
    public static Story Of(int number) => Round[number % Round.Length];

    private static Story[] Shuffled(IEnumerable<Story> stories)
    {
        var chance = new Chance(1);
        return [.. stories.Select(story => (Story: story, Place: chance.Next())).OrderBy(one => one.Place).Select(one => one.Story)];
    }
}
