using Motics.Support.Core.Escalations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Keys;

namespace Motics.Support.Core.Wording;

public static partial class Labels
{
    /// <summary>"Waiting on clinic".</summary>
    public static string Of(TicketStatus status) => status switch
    {
        TicketStatus.New => "New",
        TicketStatus.Open => "In work",
        TicketStatus.WaitingOnClinic => "Waiting on clinic",
        TicketStatus.Escalated => "With the engineers",
        TicketStatus.Resolved => "Mended, to be closed",
        TicketStatus.Closed => "Closed",
    };

    /// <summary>"Back with questions".</summary>
    public static string Of(EscalationStatus status) => status switch
    {
        EscalationStatus.Submitted => "Submitted",
        EscalationStatus.Accepted => "Accepted",
        EscalationStatus.NeedsInfo => "Back with questions",
        EscalationStatus.Resolved => "Resolved",
    };

    /// <summary>What an entry of an escalation's log is, after the name of who did it: "handed it over".</summary>
    public static string Of(EscalationLogKind kind) => kind switch
    {
        EscalationLogKind.Submitted => "handed it over",
        EscalationLogKind.Accepted => "accepted it",
        EscalationLogKind.Asked => "asked back",
        EscalationLogKind.Answered => "answered",
        EscalationLogKind.Note => "noted",
        EscalationLogKind.Resolved => "resolved it",
    };

    /// <summary>"The reminder is due".</summary>
    public static string Of(WakeReason reason) => reason switch
    {
        WakeReason.ComplaintAnswered => "It works again",
        WakeReason.ReminderDue => "The reminder is due",
        WakeReason.EscalationReturned => "Back from the engineers",
    };

    /// <summary>What mended it, in the dialog that asks, on a closed ticket and in its log: "The key was entered again".</summary>
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
        Mending.Other => "Something else",
    };

    /// <summary>Where a key was found, to be read after "in": "an answer".</summary>
    public static string Of(ExposedIn place) => place switch
    {
        ExposedIn.Answer => "an answer",
        ExposedIn.Note => "a note",
        ExposedIn.Subject => "the subject",
        ExposedIn.Reporter => "the reporter’s name",
        ExposedIn.Link => "a link",
        ExposedIn.FileName => "the name of a screenshot",
        ExposedIn.Reply => "the reply",
        ExposedIn.Escalation => "a text for the engineers",
        ExposedIn.Closing => "the words it was closed with",
        ExposedIn.Typed => "words typed or pasted on this page",
    };
}
