using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Simulator.Clinics;
using Motics.Support.Simulator.Telling;

namespace Motics.Support.Simulator.Stories;

/// <summary>What befalls some clinics, told by their events alone.</summary>
public sealed record Story
{
    /// <summary>Short kebab-case name, unique in <see cref="StoryBook"/>.</summary>
    public required string Name { get; init; }

    /// <summary>How many of the clinics of ordinary demo data it befalls.</summary>
    public required int Clinics { get; init; }

    /// <summary>The accounts that it can happen to.</summary>
    public required IReadOnlyList<Home> Homes { get; init; }

    /// <summary>What the console must conclude from the events when the story has been told.</summary>
    public required Ending Ending { get; init; }

    /// <summary>Writes everything from the clinic's first day to the diary's now.</summary>
    public required Action<Diary> Tell { get; init; }

    /// <summary>Writes what happens next, at the diary's now; leaves the ending as it is.</summary>
    public required Action<Diary> GoOn { get; init; }

    /// <summary>True when it needs weeks after the migration to happen in: only clinics of the early waves.</summary>
    public bool NeedsTime { get; init; }

    /// <summary>False for clinics whose migration is still to come.</summary>
    public bool IsMigrated { get; init; } = true;
}

/// <summary>The state and the verdict that a story leads to, from the events alone, before anybody is asked.</summary>
/// <param name="Criterion">Only beside <see cref="Core.Triage.Verdict.Escalate"/>.</param>
public sealed record Ending(Health Health, Verdict Verdict, EscalationCriterion? Criterion = null);
