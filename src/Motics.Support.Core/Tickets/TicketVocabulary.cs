namespace Motics.Support.Core.Tickets;

/// <summary>Where a ticket stands (contract, <c>status</c>).</summary>
public enum TicketStatus { New, Open, WaitingOnClinic, Escalated, Resolved, Closed }

/// <summary>What mended a ticket's trouble; asked when it is closed.</summary>
public enum Mending
{
    KeyReentered,
    KeyCompleted,
    RegionCorrected,
    KeyKindCorrected,
    KeySettingsCorrected,
    OtherEhrSwitchedOff,
    KeyMadeByPractitioner,
    RoleOrAccessGranted,
    PatientLinked,
    NoteTargetCorrected,
    ProviderRecovered,
    MendedByEngineers,
    WorkedOnRetry,
    NothingWasBroken,
    ClinicGaveUp,
    Other,
}

/// <summary>Why a ticket wants its agent again.</summary>
public enum WakeReason { ComplaintAnswered, ReminderDue, EscalationReturned }

/// <summary>What happened to a ticket.</summary>
public enum TicketActivityKind
{
    Created, AnswerGiven, EvidenceOverruled, AnswerTakenBack, AskedAgain, StepTicked, StepUnticked, NoteAdded, ScreenshotAdded,
    Assigned, StatusChanged, ReminderSet, ReminderCleared, Edited, VerdictChanged, Escalated, EscalationAccepted,
    EscalationReturned, EscalationResubmitted, EscalationResolved, Closed, Reopened, Seen,
}
