using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Wording;

public static partial class Labels
{
    /// <summary>A verdict in two or three words, for chips and filters; its title comes from the playbook.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.ProviderIncident => "Outage at the EHR",
        Verdict.NotClinikoOrNookal => "Nothing to reconnect",
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
        Verdict.NeedMoreInformation => "Ask one more question",
    };

    /// <summary>Why a case goes to the engineers.</summary>
    public static string Of(EscalationCriterion criterion) => criterion switch
    {
        EscalationCriterion.IntegrationNotVisible => "The integration cannot be seen, though the role allows it",
        EscalationCriterion.KeyNotAccessible => "Nobody at the clinic can get at the key",
        EscalationCriterion.RepeatedError => "The same error again and again",
        EscalationCriterion.NoPatientsAfterReconnect => "No patients recognised, although the key is in",
        EscalationCriterion.StillFailingAfterReentry => "Still failing, although the key is in",
    };

    /// <summary>"Save the note first".</summary>
    public static string Of(AdviceKind advice) => advice switch
    {
        AdviceKind.ReplaceExposedKey => "Replace the key that was sent",
        AdviceKind.CopyPasteForNow => "Copy and paste for now",
        AdviceKind.SaveTheNoteFirst => "Save the note first",
        AdviceKind.NothingWasDeleted => "Nothing was deleted",
        AdviceKind.DoNotRecreatePatients => "Do not create the patients again",
        AdviceKind.DoNotKeepRetrying => "Do not keep retrying",
        AdviceKind.KeyShownOnce => "The key is shown once",
        AdviceKind.ComeBackToReconnect => "Come back to reconnect",
    };

    /// <summary>Who says so, to somebody who reads: "agent" is not "you", for another may have said it.</summary>
    public static string Of(FactSource source) => source switch
    {
        FactSource.Agent => "agent",
        FactSource.Events => "events",
    };

    /// <summary>"Notes do not arrive".</summary>
    public static string Of(Symptom symptom) => symptom switch
    {
        Symptom.Disconnected => "Says disconnected",
        Symptom.AuthenticationFailed => "Authentication failed",
        Symptom.MissingApiKey => "Missing API key",
        Symptom.CredentialsNotFound => "Credentials not found",
        Symptom.IntegrationDisabled => "Integration switched off",
        Symptom.NotesNotPushing => "Notes do not arrive",
        Symptom.NoPatientsRecognised => "No patients recognised",
        Symptom.OnePatientMissing => "One patient missing",
        Symptom.IntegrationNotVisible => "Cannot see the integration",
        Symptom.KeyNotAccessible => "Cannot get at the key",
        Symptom.PermissionError => "Permission error",
        Symptom.RegionError => "Region error",
        Symptom.ServerError => "Server error",
        Symptom.WorriedAboutData => "Worried about their data",
        Symptom.Other => "Something else",
    };

    /// <summary>"None at all".</summary>
    public static string Of(PatientSearch found) => found switch
    {
        PatientSearch.NoneRecognised => "None at all",
        PatientSearch.OneMissing => "One is missing",
        PatientSearch.OneLocationMissing => "Those of one location are missing",
        PatientSearch.Works => "Search works",
        PatientSearch.NotTried => "Not tried",
    };

    /// <summary>"Still fails".</summary>
    public static string Of(Retry retry) => retry switch
    {
        Retry.Works => "Works",
        Retry.Fails => "Still fails",
        Retry.NotTried => "Not tried yet",
    };

    /// <summary>"Can make a key".</summary>
    public static string Of(KeyAccess access) => access switch
    {
        KeyAccess.HasKey => "Has the key",
        KeyAccess.CanCreateKey => "Can make a key",
        KeyAccess.CannotSeeApiKeys => "Cannot see API keys",
        KeyAccess.AdminCannotHelp => "Their admin cannot help either",
    };

    /// <summary>"Of another shard".</summary>
    public static string Of(ClinikoSuffix suffix) => suffix switch
    {
        ClinikoSuffix.Present => "Right for the account",
        ClinikoSuffix.Missing => "Missing",
        ClinikoSuffix.WrongShard => "Of another shard",
    };

    /// <summary>"None known".</summary>
    public static string Of(ProviderIncident incident) => incident switch
    {
        ProviderIncident.None => "None known",
        ProviderIncident.Suspected => "Suspected",
        ProviderIncident.Confirmed => "Confirmed",
    };
}
