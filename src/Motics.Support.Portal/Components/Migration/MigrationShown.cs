using Motics.Support.Core.Migration;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Portal.Components.Migration;

/// <summary>What the page shows.</summary>
public sealed record MigrationShown
{
    /// <summary>As many of the most in need as the page names.</summary>
    public const int Named = 8;

    /// <summary>Which organisations it speaks of: the address may be ahead of it.</summary>
    public required MigrationQuery Asked { get; init; }

    /// <summary>When it was read.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>The numbers, as the API gives them.</summary>
    public required MigrationSummary Summary { get; init; }

    public required MigrationStanding Standing { get; init; }

    /// <summary>The first of those who can need, most in need first.</summary>
    public IReadOnlyList<OrganisationItem> MostInNeed { get; init; } = [];

    /// <summary>All of them.</summary>
    public required OrganisationQuery NeedQuery { get; init; }

    /// <summary>The reader may write to many clinics at once.</summary>
    public bool MayWrite { get; init; }

    /// <summary>When nothing matches: how many there are without each of the conditions.</summary>
    public IReadOnlyList<WithoutCondition> Others { get; init; } = [];

    /// <summary>How many <see cref="NeedQuery"/> finds.</summary>
    public int CanNeed => MigrationStates.Moved.Where(state => state.CanNeed()).Sum(state => Summary.MigrationStates.GetValueOrDefault(state));

    /// <summary>Moved, do not work, and no outage covers them: the most in need first.</summary>
    public static OrganisationQuery NeedOf(MigrationQuery asked) =>
        MigrationNumbers.In(asked, [.. MigrationStates.Moved.Where(state => state.CanNeed())]) with { Sort = OrganisationSort.Need, Descending = true };
}

/// <summary>How many organisations there are without one condition of the page's filter.</summary>
public sealed record WithoutCondition(MigrationCondition Condition, int Count);
