using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage;

/// <summary>What a case is in beside its facts: known from its events and its ticket, and never asked for.</summary>
public enum Circumstance
{
    /// <summary>The organisation's events say that it is connected: nothing fails and no key is asked for.</summary>
    Connected,

    /// <summary>The clinic complains of something (<see cref="Triage.Complaint"/>).</summary>
    Complaint,

    /// <summary>A key was pasted or sent to us, and no new one has been saved since.</summary>
    KeyExposed,

    /// <summary>A screenshot is attached.</summary>
    Screenshot,

    /// <summary>It failed in passing trouble, and the time to wait since then is over (<see cref="CaseFacts.WaitUntil"/>).</summary>
    WaitOver,

    /// <summary>The integration of the organisation's own EHR is switched off in Motics.</summary>
    SwitchedOff,

    /// <summary>The events show a failure that speaks against the key itself, and nothing has mended it; that it is switched off does not.</summary>
    KeyFailed,

    /// <summary>The key in use has worked since the migration, was there before the complaint, and nothing speaks against it.</summary>
    KeyWorked,

    /// <summary>Nobody has made the connection again after the migration: no key was saved and nothing worked since.</summary>
    NeverReconnected,

    /// <summary>Engineers have the case: an escalation is open.</summary>
    WithEngineers,

    /// <summary>Engineers are done with it, and it has not failed again since: the clinic is to try again.</summary>
    ClinicTriesAgain,

    /// <summary>The clinic itself says that it works again.</summary>
    ToldWorks,
}

/// <summary>Finds circumstances and says them in words.</summary>
internal static class Circumstances
{
    public static bool HoldsFor(this Circumstance circumstance, CaseFacts facts) => circumstance switch
    {
        Circumstance.Connected => facts.Context.IsConnected,
        Circumstance.Complaint => facts.Complaint is not null,
        Circumstance.KeyExposed => facts.Context.KeyExposed,
        Circumstance.Screenshot => facts.Context.HasScreenshot,
        Circumstance.WaitOver => facts.WaitUntil is { } until && until <= facts.Context.Now,
        Circumstance.SwitchedOff => facts.Context.IsSwitchedOff,
        Circumstance.KeyFailed => facts.Context.KeyFailed,
        Circumstance.KeyWorked => facts.Context.KeyWorked,
        Circumstance.NeverReconnected => facts.Context.NeverReconnected,
        Circumstance.WithEngineers => facts.Context.WithEngineers,
        Circumstance.ClinicTriesAgain => facts.Context.ClinicTriesAgain,
        _ => facts.Find(FactNames.RetriedAfterReentry)?.Effective is { From: FactSource.Agent, Value: "works" },
    };

    public static string Words(this Circumstance circumstance, bool without) => (circumstance, without) switch
    {
        (Circumstance.Connected, false) => "the events say that it is connected",
        (Circumstance.Connected, true) => "the events do not say that it is connected",
        (Circumstance.Complaint, false) => "the clinic complains of something",
        (Circumstance.Complaint, true) => "nobody has said yet that anything is wrong",
        (Circumstance.KeyExposed, false) => "a key was typed, pasted or sent, and no new one was saved since",
        (Circumstance.KeyExposed, true) => "no key was typed, pasted or sent",
        (Circumstance.Screenshot, false) => "a screenshot is attached",
        (Circumstance.Screenshot, true) => "no screenshot is attached",
        (Circumstance.WaitOver, false) => "the time to wait is over",
        (Circumstance.WaitOver, true) => "the time to wait is not over yet",
        (Circumstance.SwitchedOff, false) => "the EHR is switched off in Motics",
        (Circumstance.SwitchedOff, true) => "the EHR is not switched off in Motics",
        (Circumstance.KeyFailed, false) => "the events show that the key itself was refused",
        (Circumstance.KeyFailed, true) => "the events do not show that the key itself was refused",
        (Circumstance.KeyWorked, false) => "the key in use had worked before",
        (Circumstance.KeyWorked, true) => "the key in use is new, or has not worked yet",
        (Circumstance.NeverReconnected, false) => "nobody has reconnected it since the migration",
        (Circumstance.NeverReconnected, true) => "it is not known that nobody reconnected it",
        (Circumstance.WithEngineers, false) => "the engineers have it",
        (Circumstance.WithEngineers, true) => "the engineers do not have it",
        (Circumstance.ClinicTriesAgain, false) => "the engineers are done and the clinic is to try again",
        (Circumstance.ClinicTriesAgain, true) => "the clinic is not to try again after the engineers",
        (_, false) => "the clinic says that it works again",
        _ => "the clinic has not said that it works again",
    };
}
