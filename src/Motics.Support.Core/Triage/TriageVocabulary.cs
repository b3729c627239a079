using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage;

/// <summary>What a verdict concludes (<c>triage.md</c>, "Verdicts").</summary>
public enum Verdict
{
    ProviderIncident,
    NotClinikoOrNookal,
    CheckRole,
    Escalate,
    SinglePatient,
    Resolved,
    Reassure,
    GetKeyAccess,
    FixNoteTarget,
    CheckKeyFirst,
    WaitAndRetry,
    Reconnect,
    FixKey,
    KeyOwnerCannotWriteNotes,
    VerifyKeyDetails,
    RetryAndConfirm,
    NeedMoreInformation,
}

/// <summary>Why a case goes to the engineers.</summary>
public enum EscalationCriterion
{
    IntegrationNotVisible,
    KeyNotAccessible,
    RepeatedError,
    NoPatientsAfterReconnect,
    StillFailingAfterReentry,
}

/// <summary>What rides along with a verdict.</summary>
public enum AdviceKind
{
    /// <summary>A key was pasted or sent to us: the clinic makes a new one and archives that one.</summary>
    ReplaceExposedKey,

    CopyPasteForNow,
    SaveTheNoteFirst,
    NothingWasDeleted,
    DoNotRecreatePatients,
    DoNotKeepRetrying,
    KeyShownOnce,
    ComeBackToReconnect,
}

/// <summary>Who says so. The agent's word comes before the events'.</summary>
public enum FactSource { Agent, Events }

/// <summary>A known fact.</summary>
/// <param name="Value">Wire form: <c>"true"</c>/<c>"false"</c>, a whole number, a kebab-case name, or text.</param>
/// <param name="From">Who says so.</param>
/// <param name="At">When it was said, or the time of the event that proves it; null when that has no time.</param>
/// <param name="Evidence">A sentence that shows how we know ("0 of 17 searches found anybody"); null for an agent's answer.</param>
public sealed record KnownFact(string Value, FactSource From, DateTimeOffset? At, string? Evidence = null);
