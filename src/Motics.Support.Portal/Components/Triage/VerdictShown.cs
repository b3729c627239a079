using Motics.Support.Core.Triage;
using Motics.Support.Portal.Components.Shared;

namespace Motics.Support.Portal.Components.Triage;

/// <summary>A verdict as the walk-through shows it.</summary>
public sealed record VerdictShown
{
    public required Verdict Verdict { get; init; }

    public required string Title { get; init; }

    /// <summary>The verdict in two or three words; where the case stands once it went to the engineers, for nothing is left to escalate then.</summary>
    public required string Label { get; init; }

    public IReadOnlyList<ReasonShown> Because { get; init; } = [];

    /// <summary>Where the rule comes from, for reading; null when not told.</summary>
    public string? Source { get; init; }

    /// <summary>The source's address; null when it has none.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>When somebody last compared the rule with its source.</summary>
    public DateOnly? CheckedOn { get; init; }

    public required string RuleId { get; init; }

    public required string PlaybookVersion { get; init; }

    /// <summary>The edition that an earlier visit was judged by, when it is another; null when it is the same.</summary>
    public string? EarlierVersion { get; init; }
}
