using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets.Complaints;
using Motics.Support.Core.Tickets.Keys;
using Motics.Support.Core.Tickets.Replies;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;

namespace Motics.Support.Core.Tickets;

/// <summary>One clinic's trouble, followed by one agent. All free text in it is masked.</summary>
public sealed record Ticket
{
    /// <summary>From 1001 up, made by the database.</summary>
    public required long Number { get; init; }

    public required string OrganisationId { get; init; }

    public required string Subject { get; init; }

    /// <summary>Who at the clinic told us; null when not noted. Lists show <see cref="ReporterMask.Shorten"/>.</summary>
    public string? Reporter { get; init; }

    /// <summary>The helpdesk conversation, http or https; null when there is none.</summary>
    public string? ExternalUrl { get; init; }

    public TicketStatus Status { get; init; } = TicketStatus.New;

    /// <summary>Null while nobody has it.</summary>
    public Person? Assignee { get; init; }

    /// <summary>The agent's word, by fact name; what the events show is not kept here but gathered fresh.</summary>
    public IReadOnlyDictionary<string, AgentAnswer> Answers { get; init; } = new Dictionary<string, AgentAnswer>();

    /// <summary>Facts that an engineer asked about again and that nobody has answered since, in the order they were asked.</summary>
    public IReadOnlyList<string> AskedAgain { get; init; } = [];

    /// <summary>The verdict when the ticket was last worked on; null before the first evaluation. Lists show it, the ticket's own view evaluates anew.</summary>
    public TicketVerdict? Verdict { get; init; }

    /// <summary>The steps ticked now, by step id.</summary>
    public IReadOnlyDictionary<string, TickedStep> Checklist { get; init; } = new Dictionary<string, TickedStep>();

    /// <summary>When the ticket comes back to its agent; null for never.</summary>
    public DateTimeOffset? RemindAt { get; init; }

    /// <summary>When an escalation came back, until the ticket's agent touches it; else null.</summary>
    public DateTimeOffset? ReturnedAt { get; init; }

    /// <summary>Known once the ticket is closed; null again when it is reopened.</summary>
    public TicketMending? MendedBy { get; init; }

    /// <summary>1 when made; every change adds one.</summary>
    public int Version { get; init; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }

    public required Person CreatedBy { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When its agent last worked on it (anybody, while it has no agent).</summary>
    public required DateTimeOffset TouchedAt { get; init; }

    /// <summary>The organisation's health at <see cref="TouchedAt"/>. It wakes nothing any more; nodes of the edition before still read it.</summary>
    public Health HealthWhenTouched { get; init; } = Health.Unknown;

    /// <summary>What the connection was in when the ticket was opened or reopened; null when it was in no trouble then.</summary>
    public OpeningComplaint? Opening { get; init; }

    /// <summary>When it was reopened last, or when the clinic said that it still does not work: what was complained of holds again from then. Null for never.</summary>
    public DateTimeOffset? RenewedAt { get; init; }

    /// <summary>What the clinic complained of when it was last worked on, with what proves it; null while there is no complaint.</summary>
    public TicketComplaint? Complaint { get; init; }

    /// <summary>The complaint was proven already when the ticket's agent last worked on it: the same news does not wake it twice.</summary>
    public bool AnsweredWhenTouched { get; init; }

    /// <summary>The last key that was pasted or sent; null when none was, or when a lead said that it was none.</summary>
    public ExposedKey? ExposedKey { get; init; }

    /// <summary>When engineers last resolved an escalation of it; null before, and once it is handed over anew or reopened.</summary>
    public DateTimeOffset? EngineersDoneAt { get; init; }

    /// <summary>Engineers are done and the clinic has not complained since: it is to try again.</summary>
    public bool ClinicTriesAgain => IsOpen && Status != TicketStatus.Escalated && AskedAgain.Count == 0 && EngineersDoneAt is { } done && !(Complaint?.At > done);

    /// <summary>The clinic is to try again after the engineers, and something has failed since they were done that nothing mended.</summary>
    /// <param name="operations">Of the clinic's connection, as they are now.</param>
    public bool HasFailedSinceEngineers(IEnumerable<OperationState> operations) =>
        ClinicTriesAgain && operations.Any(operation => operation.State == OperationStatus.Failing && operation.LastFailureAt > EngineersDoneAt);

    /// <summary>Anything but closed.</summary>
    public bool IsOpen => Status != TicketStatus.Closed;
}

/// <summary>What an agent said about one fact.</summary>
/// <param name="Value">Wire form, as in <see cref="KnownFact.Value"/>; masked.</param>
/// <param name="At">When it was said.</param>
/// <param name="By">Who said it.</param>
/// <param name="Overruled">What the events showed at that moment when it differed; else null. Kept, because both sides count.</param>
public sealed record AgentAnswer(string Value, DateTimeOffset At, Person By, KnownFact? Overruled = null);

/// <summary>What the playbook concluded, and by which edition.</summary>
public sealed record TicketVerdict(Verdict Verdict, EscalationCriterion? Criterion, string PlaybookVersion, DateTimeOffset At);

/// <summary>A step that somebody ticked. The words are those of that day.</summary>
public sealed record TickedStep(string StepId, string Text, DateTimeOffset At, Person By);

/// <summary>What mended it, in one word of the list and, for <see cref="Mending.Other"/>, in the agent's own (masked; else optional).</summary>
public sealed record TicketMending(Mending What, string? Detail);
