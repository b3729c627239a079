namespace Motics.Support.Simulator.Posting;

/// <summary>What is posted where, how fast and how much of it.</summary>
public sealed record PostingPlan
{
    /// <summary>Events of one request at most, as the portal takes them.</summary>
    public const int MaxBatch = 1_000;

    /// <summary>How long a plan that only goes on runs when nothing bounds it.</summary>
    public static TimeSpan OrdinaryDuration { get; } = TimeSpan.FromMinutes(1);

    /// <summary>Address of the portal, with a slash at the end.</summary>
    public required Uri To { get; init; }

    /// <summary>Needs the scope <c>events:write</c>.</summary>
    public required string Token { get; init; }

    public int Organisations { get; init; } = Stories.StoryBook.Organisations;

    /// <summary>Events a second; null for as fast as the portal answers.</summary>
    public double? Rate { get; init; }

    /// <summary>Stops after so many events; null for no such bound.</summary>
    public long? Events { get; init; }

    /// <summary>Stops after this time; null for no such bound.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Which world; null for one of its own, or, when <see cref="OnlyLive"/>, that of the demo data, so that its clinics go on.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Events of one request, 1 to <see cref="MaxBatch"/>.</summary>
    public int Batch { get; init; } = 500;

    /// <summary>When the stories end; null for the moment at which posting starts. The same moment again posts the same events again, so duplicates.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>True to leave the weeks before out and only go on from now.</summary>
    public bool OnlyLive { get; init; }

    /// <summary>The seed that counts.</summary>
    public ulong World => Seed ?? (OnlyLive ? Rehearsal.OrdinarySeed : Rehearsal.OrdinarySeed + 1);

    /// <summary>True when events go on after the history: something else than the history's end must stop it.</summary>
    public bool GoesOn => OnlyLive || Events is not null || Duration is not null;

    /// <summary>The time at which posting stops by itself; null when the number of events stops it.</summary>
    public TimeSpan? Ends => Duration ?? (OnlyLive && Events is null ? OrdinaryDuration : null);

    /// <summary>Events of one request at this rate: half a second's worth, so that a slow rate is a steady one.</summary>
    public int BatchAtRate => Rate is { } rate ? Math.Clamp((int)(rate / 2), 1, Batch) : Batch;
}
