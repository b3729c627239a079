using Motics.Support.Core.Escalations;
using Motics.Support.Core.Tickets;

namespace Motics.Support.Portal.Components.Wording;

public static partial class Words
{
    public static string Of(TicketStatus status) => status switch
    {
        TicketStatus.New => "New",
        TicketStatus.Open => "In work",
        TicketStatus.WaitingOnClinic => "Waiting on clinic",
        TicketStatus.Escalated => "With the engineers",
        TicketStatus.Resolved => "Mended, to be closed",
        _ => "Closed",
    };

    public static string Of(EscalationStatus status) => status switch
    {
        EscalationStatus.Submitted => "Submitted",
        EscalationStatus.Accepted => "Accepted",
        EscalationStatus.NeedsInfo => "Back with questions",
        _ => "Resolved",
    };

    public static string Of(WakeReason reason) => reason switch
    {
        WakeReason.HealthChanged => "The connection changed",
        WakeReason.ReminderDue => "The reminder is due",
        _ => "Back from the engineers",
    };

    /// <summary>What mended it, as a choice and in the record.</summary>
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
}
