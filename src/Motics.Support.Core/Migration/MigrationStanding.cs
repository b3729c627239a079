namespace Motics.Support.Core.Migration;

/// <summary>The numbers that the first sentence is made of.</summary>
public sealed record MigrationStanding
{
    /// <summary>Organisations that match, moved or not.</summary>
    public required int Matching { get; init; }

    /// <summary>Of these, those that the migration has moved; those that it asks nothing of are not counted.</summary>
    public required int Moved { get; init; }

    /// <summary>Connected now.</summary>
    public required int Works { get; init; }

    /// <summary>Without a success since their move.</summary>
    public required int NotBack { get; init; }

    /// <summary>The same at this time seven days ago; null when nobody was moved by then.</summary>
    public int? NotBackAWeekAgo { get; init; }

    /// <summary>Moved in these seven days.</summary>
    public int MovedThisWeek { get; init; }

    /// <summary>The share, 0 to 1, at which the waves stop coming back, lowest and highest; null while not every one of them stopped.</summary>
    public (double Lowest, double Highest)? StopsAt { get; init; }

    /// <summary>What is to be expected if nothing changes; null when nobody is out.</summary>
    public MigrationOutlook? Outlook { get; init; }

    /// <summary>How many different reasons hold up those that do not work.</summary>
    public int Reasons { get; init; }

    /// <summary>How many the first three of them hold up together.</summary>
    public int HeldUp { get; init; }

    public int DoNotWork => Moved - Works;

    public int Stopped => DoNotWork - NotBack;
}

/// <summary>When the rest will be back if nothing changes: one of three.</summary>
public abstract record MigrationOutlook
{
    private MigrationOutlook() { }

    /// <summary>The last one is back between these days.</summary>
    public sealed record Ends(DateOnly From, DateOnly To) : MigrationOutlook;

    /// <summary>So many are still out on that day.</summary>
    public sealed record Stalls(DateOnly At, int Low, int High) : MigrationOutlook;

    /// <summary>Too few came back lately to say.</summary>
    public sealed record TooEarly : MigrationOutlook;
}
