using Motics.Support.Core.Escalations;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Portal.Components.Wording;

public static partial class Words
{
    /// <summary>A verdict in two or three words, for chips and filters; its title comes from the playbook.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.ProviderIncident => "Outage at the EHR",
        Verdict.NotClinikoOrNookal => "Not part of the migration",
        Verdict.CheckRole => "Check the role",
        Verdict.Escalate => "Escalate",
        Verdict.SinglePatient => "One patient only",
        Verdict.Resolved => "Works again",
        Verdict.Reassure => "Reassure",
        Verdict.GetKeyAccess => "Get access to the key",
        Verdict.FixNoteTarget => "Fix where the note goes",
        Verdict.CheckKeyFirst => "Check the key first",
        Verdict.WaitAndRetry => "Wait, then retry",
        Verdict.Reconnect => "Reconnect",
        Verdict.FixKey => "Fix the key",
        Verdict.KeyOwnerCannotWriteNotes => "Key's owner may not write notes",
        Verdict.VerifyKeyDetails => "Check the key's details",
        Verdict.RetryAndConfirm => "Retry and confirm",
        _ => "Ask one more question",
    };

    /// <summary>The verdict of an evaluation: its name, unless what has to be done is called otherwise.</summary>
    public static string OfVerdict(Evaluation evaluation) => evaluation.Label ?? Of(evaluation.Verdict);

    /// <summary>Where a case stands that was to go to the engineers, in two or three words for its chip; null while it has not gone.</summary>
    /// <param name="open">Status of the escalation that is open; null when none is.</param>
    /// <param name="done">The engineers are done, and the clinic is to try again.</param>
    public static string? OfEngineers(EscalationStatus? open, bool done) =>
        open == EscalationStatus.NeedsInfo ? "Waiting for answers" : open is not null ? "With the engineers" : done ? "Back from the engineers" : null;

    public static string Of(EscalationCriterion criterion) => criterion switch
    {
        EscalationCriterion.IntegrationNotVisible => "The integration cannot be seen, though the role allows it",
        EscalationCriterion.KeyNotAccessible => "Nobody at the clinic can get at the key",
        EscalationCriterion.RepeatedError => "The same error again and again",
        EscalationCriterion.NoPatientsAfterReconnect => "No patients recognised, although the key is in",
        _ => "Still failing, although the key is in",
    };

    public static string Of(AdviceKind advice) => advice switch
    {
        AdviceKind.ReplaceExposedKey => "Replace the key that was sent",
        AdviceKind.CopyPasteForNow => "Copy and paste for now",
        AdviceKind.SaveTheNoteFirst => "Save the note first",
        AdviceKind.NothingWasDeleted => "Nothing was deleted",
        AdviceKind.DoNotRecreatePatients => "Do not create the patients again",
        AdviceKind.DoNotKeepRetrying => "Do not keep retrying",
        AdviceKind.KeyShownOnce => "The key is shown once",
        _ => "Come back to reconnect",
    };
}
