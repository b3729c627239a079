namespace Motics.Support.Core.Escalations;

/// <summary>Which escalations; newest number first.</summary>
public sealed record EscalationQuery
{
    /// <summary>Any of these; empty for all.</summary>
    public IReadOnlyList<EscalationStatus> Statuses { get; init; } = [];

    /// <summary>Only those of tickets that this person has; null for all.</summary>
    public string? TicketAssignee { get; init; }

    public string? OrganisationId { get; init; }

    /// <summary>Only those of this error group; null for all.</summary>
    public string? ErrorGroupId { get; init; }

    /// <summary>Only those that this engineer accepted last; null for all.</summary>
    public string? Engineer { get; init; }

    /// <summary>True for those that came back from their agents with answers, false for those that never did; null for all.</summary>
    public bool? Answered { get; init; }

    /// <summary>As given back with the page before; null for the first.</summary>
    public string? Cursor { get; init; }

    /// <summary>1–200; null for 50.</summary>
    public int? Limit { get; init; }
}

/// <summary>Several changes of one escalation, made together or not at all.</summary>
public sealed record EscalationPatch
{
    /// <summary>Null leaves it. <see cref="EscalationStatus.Submitted"/> sends the answers back after questions.</summary>
    public EscalationStatus? Status { get; init; }

    /// <summary>Fact names, which reopens exactly those; goes with <see cref="EscalationStatus.NeedsInfo"/> only, which wants these, <see cref="Ask"/> or both.</summary>
    public IReadOnlyList<string>? Questions { get; init; }

    /// <summary>
    /// Questions in the engineer's own words, at most 5 of at most 500 characters each; they may not ask for a key. Go with
    /// <see cref="EscalationStatus.NeedsInfo"/> only.
    /// </summary>
    public IReadOnlyList<string?>? Ask { get; init; }

    /// <summary>At most 4,000 characters; null for none.</summary>
    public string? Note { get; init; }
}
