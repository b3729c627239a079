using Motics.Support.Core.Escalations;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets.Changes;
using Motics.Support.Core.Tickets.Complaints;
using Motics.Support.Core.Tickets.Keys;
using Motics.Support.Core.Tickets.Replies;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Core.Triage.Replies;

namespace Motics.Support.Core.Tickets;

/// <summary>A ticket with everything its walk-through shows, evaluated at the moment of reading.</summary>
public sealed record TicketView
{
    public required Ticket Ticket { get; init; }

    public required OrganisationDetail Organisation { get; init; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<TicketNote> Notes { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Screenshot> Screenshots { get; init; } = [];

    /// <summary>Newest first, the newest 200.</summary>
    public IReadOnlyList<TicketActivity> Activity { get; init; } = [];

    /// <summary>All of this ticket's, newest first.</summary>
    public IReadOnlyList<EscalationItem> Escalations { get; init; } = [];

    /// <summary>What is known, from both sides: the agent's answers and what the events show now.</summary>
    public required CaseFacts Case { get; init; }

    /// <summary>What follows from it now; <see cref="Ticket.Verdict"/> is what followed when it was last worked on.</summary>
    public required Evaluation Evaluation { get; init; }

    /// <summary>What to ask next and what matters; <see cref="NextQuestion"/> comes before its own next.</summary>
    public required QuestionPlan Plan { get; init; }

    /// <summary>The question to ask now: what engineers asked again comes first. Null when nothing is open.</summary>
    public Question? NextQuestion { get; init; }

    /// <summary>The reply for the clinic as the case is now; null when there is nothing to send.</summary>
    public ClinicReply? Reply { get; init; }

    /// <summary>What somebody made of the reply; null while it is the composed one.</summary>
    public EditedReply? Edited { get; init; }

    /// <summary>When the reply was copied last, in whatever words; null when it never was.</summary>
    public CopiedReply? Copied { get; init; }

    /// <summary>The edited reply was written under another verdict than that of now.</summary>
    public bool EditedUnderAnotherVerdict => Edited is { } edited && edited.RuleId != Evaluation.RuleId;

    /// <summary>The verdict, or the composed reply, is another than when it was edited.</summary>
    public bool EditedIsOutdated => EditedUnderAnotherVerdict || (Edited is { } edited && edited.Composed != EditedReply.MarkOf(Reply));

    /// <summary>What handing it over now would still miss: fact names, <c>criterion</c>, <c>screenshot</c>. Empty when it is complete.</summary>
    public IReadOnlyList<string> MissingToEscalate { get; init; } = [];

    /// <summary>The escalation that is open; null when none is.</summary>
    public EscalationItem? OpenEscalation => Escalations.FirstOrDefault(row => row.Status != EscalationStatus.Resolved);

    /// <summary>What engineers ask in their own words and wait for; answered ones too until the answers are sent. Empty when they ask nothing so.</summary>
    public IReadOnlyList<EngineerQuestion> EngineersAsk => OpenEscalation?.AskedNow ?? [];

    /// <summary>The event that proves its complaint answered; null while none does.</summary>
    public ProvenBy? ProvenBy { get; init; }

    /// <summary>A key was pasted or sent, and no new one was saved since; null otherwise.</summary>
    public ExposedKey? ExposedKey { get; init; }

    /// <summary>Why it wants its agent again; empty when it does not.</summary>
    public IReadOnlyList<WakeReason> Woken { get; init; } = [];

    /// <summary>What may have mended it, likeliest first; the first are what the verdict and the events suggest.</summary>
    public IReadOnlyList<Mending> MendingOptions { get; init; } = [];

    /// <summary>What closing would warn about now.</summary>
    public IReadOnlyList<string> ClosingWarnings { get; init; } = [];

    /// <summary>
    /// True when the text that was just given held what looks like a key: it was masked, and the clinic must replace that key.
    /// False on plain reads.
    /// </summary>
    public bool KeyWasMasked { get; init; }
}
