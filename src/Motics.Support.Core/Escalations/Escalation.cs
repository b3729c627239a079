using System.Diagnostics.CodeAnalysis;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Triage;

namespace Motics.Support.Core.Escalations;

/// <summary>Where an escalation stands (contract, <c>status</c>). Anything but resolved is open.</summary>
public enum EscalationStatus { Submitted, Accepted, NeedsInfo, Resolved }

/// <summary>What is told of a hand-over, by its page as by lists.</summary>
public record EscalationHead
{
    /// <summary>From 1 up, made by the database.</summary>
    public required long Number { get; init; }

    public required long TicketNumber { get; init; }

    public required string OrganisationId { get; init; }

    public EscalationStatus Status { get; init; } = EscalationStatus.Submitted;

    /// <summary>Null only when a lead handed over a verdict that is no escalation.</summary>
    public EscalationCriterion? Criterion { get; init; }

    public required Verdict Verdict { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public required Person SubmittedBy { get; init; }

    /// <summary>Why a lead handed it over although the gate said no; null when the gate was passed. Masked.</summary>
    public string? OverrideReason { get; init; }

    /// <summary>The engineer who accepted it last; null before.</summary>
    public Person? Engineer { get; init; }

    /// <summary>Fact names asked for while <see cref="EscalationStatus.NeedsInfo"/>; empty otherwise.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>Everything that engineers ever asked about it in their own words, oldest first, with the answers.</summary>
    public IReadOnlyList<EngineerQuestion> Asked { get; init; } = [];

    /// <summary>The error group of the packet; null when it has none.</summary>
    public string? ErrorGroupId { get; init; }

    /// <summary>1 when submitted; every change adds one.</summary>
    public int Version { get; init; } = 1;

    public required DateTimeOffset UpdatedAt { get; init; }

    public bool IsOpen => Status != EscalationStatus.Resolved;

    /// <summary>Of <see cref="Asked"/>, what the agent has to answer now or can still change the answer of.</summary>
    public IReadOnlyList<EngineerQuestion> AskedNow => Status == EscalationStatus.NeedsInfo ? [.. Asked.Where(question => !question.Settled)] : [];
}

/// <summary>A hand-over to the engineers. The packet is frozen as it was sent; what is said afterwards stands in its log.</summary>
public sealed record Escalation : EscalationHead
{
    [SetsRequiredMembers]
    public Escalation(EscalationHead head, string packetJson, string packetMarkdown)
        : base(head) => (PacketJson, PacketMarkdown) = (packetJson, packetMarkdown);

    /// <summary>The packet's JSON, byte for byte as it was sent.</summary>
    public string PacketJson { get; }

    /// <summary>The packet as Markdown, as it was sent.</summary>
    public string PacketMarkdown { get; }
}

/// <summary>What was said or done about an escalation.</summary>
/// <param name="Id">Made by the program.</param>
/// <param name="Version">The escalation's version after it.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Kind">What sort of entry.</param>
/// <param name="Text">Note or sentence without its subject; masked.</param>
public sealed record EscalationLogEntry(string Id, int Version, DateTimeOffset At, Person By, EscalationLogKind Kind, string Text);

/// <summary>Sorts of entries in an escalation's log. <see cref="Answered"/> holds the answers given to questions, frozen when they were sent.</summary>
public enum EscalationLogKind { Submitted, Accepted, Asked, Answered, Note, Resolved }

/// <summary>An escalation with its log and what its page shows beside it.</summary>
public sealed record EscalationView
{
    /// <summary>How many others are named.</summary>
    public const int MostSiblings = 20;

    public required Escalation Escalation { get; init; }

    /// <summary>Read back from <see cref="Escalation.PacketJson"/>.</summary>
    public required EscalationPacket Packet { get; init; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<EscalationLogEntry> Log { get; init; } = [];

    public required string OrganisationName { get; init; }

    public required string TicketSubject { get; init; }

    /// <summary>Asked for and not yet answered on the ticket.</summary>
    public IReadOnlyList<string> Unanswered { get; init; } = [];

    /// <summary>Other escalations of the same error, newest first, at most <see cref="MostSiblings"/>.</summary>
    public IReadOnlyList<EscalationItem> Siblings { get; init; } = [];

    /// <summary>How many others there are in all.</summary>
    public int SiblingCount { get; init; }

    /// <summary>True when the text just given held what looks like a key, now masked.</summary>
    public bool KeyWasMasked { get; init; }
}

/// <summary>An escalation as lists show it.</summary>
public sealed record EscalationItem : EscalationHead
{
    [SetsRequiredMembers]
    public EscalationItem(EscalationHead head, string ticketSubject)
        : base(head) => TicketSubject = ticketSubject;

    public string TicketSubject { get; init; }

    public string? OrganisationName { get; init; }

    /// <summary>What the error of its packet says; masked. Null when there is none.</summary>
    public string? ErrorTitle { get; init; }
}
