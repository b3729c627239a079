namespace Motics.Support.Simulator.Stories;

/// <summary>All stories there are.</summary>
public static class StoryBook
{
    /// <summary>In this order clinics are numbered; the first is the one that most clinics have.</summary>
    public static IReadOnlyList<Story> All { get; } =
        [.. ConnectionStories.All, .. KeyStories.All, .. NookalStories.All, .. NoteStories.All, .. ProviderStories.All, .. OtherStories.All];

    /// <summary>How many organisations ordinary demo data has.</summary>
    public static int Organisations { get; } = All.Sum(story => story.Clinics);

    /// <summary>The story of each clinic, for any number of clinics: in proportion, each story at least once when there are enough.</summary>
    public static IReadOnlyList<Story> Share(int organisations)
    {
        if (organisations <= All.Count)
            return [.. All.Take(organisations)];
        var shares = All.Select(story => Math.Max(1, (int)((long)story.Clinics * organisations / Organisations))).ToArray();
        shares[0] += organisations - shares.Sum();
        // Rounding up the rare stories of a small crowd may take more than the first story has.
        return [.. All.Zip(shares).SelectMany(pair => Enumerable.Repeat(pair.First, Math.Max(pair.Second, 0))).Take(organisations)];
    }
}
