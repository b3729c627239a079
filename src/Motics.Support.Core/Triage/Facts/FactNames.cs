namespace Motics.Support.Core.Triage.Facts;

/// <summary>The facts of <c>triage.md</c> by their wire names.</summary>
public static class FactNames
{
    public const string Ehr = "ehr";
    public const string Migrated = "migrated";
    public const string Symptom = "symptom";
    public const string ErrorText = "errorText";
    public const string PatientSearch = "patientSearch";
    public const string KeyReentered = "keyReentered";
    public const string KeyUnchanged = "keyUnchanged";
    public const string RetriedAfterReentry = "retriedAfterReentry";
    public const string KeyAccess = "keyAccess";
    public const string MoticsRole = "moticsRole";
    public const string ClinikoSuffix = "clinikoSuffix";
    public const string NookalRegion = "nookalRegion";
    public const string NookalRegionMatches = "nookalRegionMatches";
    public const string NookalKeyType = "nookalKeyType";
    public const string NookalKeyEnabled = "nookalKeyEnabled";
    public const string NookalClinicalNotes = "nookalClinicalNotes";
    public const string NookalLocationSelected = "nookalLocationSelected";
    public const string OtherEhrActive = "otherEhrActive";
    public const string InClinicNow = "inClinicNow";
    public const string UsingCopyPaste = "usingCopyPaste";
    public const string WorriedAboutLosingWork = "worriedAboutLosingWork";
    public const string RepeatedFailures = "repeatedFailures";
    public const string ProviderIncident = "providerIncident";

    /// <summary>Not a fact, but named beside them where an escalation says what is missing: the verdict is no escalation.</summary>
    public const string Criterion = "criterion";

    /// <summary>Not a fact, but named beside them where an escalation says what is missing: a picture instead of the exact error text.</summary>
    public const string Screenshot = "screenshot";
}

/// <summary>Answers to <see cref="FactNames.Symptom"/>: what the clinic says is wrong.</summary>
public enum Symptom
{
    Disconnected,
    AuthenticationFailed,
    MissingApiKey,
    CredentialsNotFound,
    IntegrationDisabled,
    NotesNotPushing,
    NoPatientsRecognised,
    OnePatientMissing,
    IntegrationNotVisible,
    KeyNotAccessible,
    PermissionError,
    RegionError,
    ServerError,
    WorriedAboutData,
    Other,
}

/// <summary>Answers to <see cref="FactNames.PatientSearch"/>.</summary>
public enum PatientSearch { NoneRecognised, OneMissing, OneLocationMissing, Works, NotTried }

/// <summary>Answers to <see cref="FactNames.RetriedAfterReentry"/>.</summary>
public enum Retry { Works, Fails, NotTried }

/// <summary>Answers to <see cref="FactNames.KeyAccess"/>.</summary>
public enum KeyAccess { HasKey, CanCreateKey, CannotSeeApiKeys, AdminCannotHelp }

/// <summary>Answers to <see cref="FactNames.ClinikoSuffix"/>.</summary>
public enum ClinikoSuffix { Present, Missing, WrongShard }

/// <summary>Answers to <see cref="FactNames.ProviderIncident"/>.</summary>
public enum ProviderIncident { None, Suspected, Confirmed }
