namespace Motics.Support.Core.Tickets.Complaints;

/// <summary>What mended it, in words: the same in the dialog that asks, on a closed ticket and in its log.</summary>
public static class MendingLabels
{
    /// <summary>"The key was entered again".</summary>
    public static string Of(Mending mending) => mending switch
    {
        Mending.KeyReentered => "The key was entered again",
        Mending.KeyCompleted => "The whole key, with its ending, was entered",
        Mending.RegionCorrected => "The region was corrected",
        Mending.KeyKindCorrected => "The right kind of key was entered",
        Mending.KeySettingsCorrected => "The key's settings in the EHR were corrected",
        Mending.OtherEhrSwitchedOff => "The other EHR was switched off",
        Mending.KeyMadeByPractitioner => "A practitioner made the key",
        Mending.RoleOrAccessGranted => "Somebody got the role or access",
        Mending.PatientLinked => "The patient was found and linked",
        Mending.NoteTargetCorrected => "The note's case, practitioner or link was corrected",
        Mending.ProviderRecovered => "The EHR recovered from its outage",
        Mending.MendedByEngineers => "The engineers mended it",
        Mending.WorkedOnRetry => "It worked when tried again",
        Mending.NothingWasBroken => "Nothing was broken",
        Mending.ClinicGaveUp => "The clinic did not come back",
        _ => "Something else",
    };

    /// <summary>The same in the middle of a sentence.</summary>
    public static string InSentence(Mending mending) => Of(mending) is var words ? char.ToLowerInvariant(words[0]) + words[1..] : "";
}
