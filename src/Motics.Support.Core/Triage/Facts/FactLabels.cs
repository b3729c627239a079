namespace Motics.Support.Core.Triage.Facts;

/// <summary>What people call a fact, in two or three words: the same on a page, in a ticket's log and in what is still missing.</summary>
public static class FactLabels
{
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["ehr"] = "EHR",
        ["migrated"] = "Migrated to Motics OS",
        ["symptom"] = "What the clinic sees",
        ["errorText"] = "Exact error",
        ["patientSearch"] = "Patients found",
        ["keyReentered"] = "Key re-entered",
        ["keyUnchanged"] = "Same key as one that failed",
        ["retriedAfterReentry"] = "Tried again since",
        ["keyAccess"] = "Access to the key",
        ["moticsRole"] = "Role in Motics",
        ["clinikoSuffix"] = "Ending of the Cliniko key",
        ["nookalRegion"] = "Nookal region",
        ["nookalRegionMatches"] = "Region fits the Nookal site",
        ["nookalKeyType"] = "Kind of Nookal key",
        ["nookalKeyEnabled"] = "Nookal key enabled",
        ["nookalClinicalNotes"] = "Key may use Clinical Notes",
        ["nookalLocationSelected"] = "Location ticked on the key",
        ["otherEhrActive"] = "Another EHR active too",
        ["inClinicNow"] = "In clinic now",
        ["usingCopyPaste"] = "On copy and paste",
        ["worriedAboutLosingWork"] = "Worried about losing work",
        ["repeatedFailures"] = "Failures in 24 h",
        ["providerIncident"] = "Outage at the EHR",
        ["criterion"] = "Reason to escalate",
        ["screenshot"] = "Screenshot",
    };

    /// <summary>The label; null for a name that is no fact.</summary>
    public static string? Of(string name) => Labels.GetValueOrDefault(name);
}
