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
}

/// <summary>Finds circumstances and says them in words.</summary>
internal static class Circumstances
{
    public static bool HoldsFor(this Circumstance circumstance, CaseFacts facts) => circumstance switch
    {
        Circumstance.Connected => facts.Context.IsConnected,
        Circumstance.Complaint => facts.Complaint is not null,
        _ => facts.Context.KeyExposed,
    };

    public static string Words(this Circumstance circumstance, bool without) => (circumstance, without) switch
    {
        (Circumstance.Connected, false) => "the events say that it is connected",
        (Circumstance.Connected, true) => "the events do not say that it is connected",
        (Circumstance.Complaint, false) => "the clinic complains of something",
        (Circumstance.Complaint, true) => "nobody has said yet that anything is wrong",
        (_, false) => "a key was pasted or sent to us, and no new one was saved since",
        _ => "no key was pasted or sent to us",
    };
}
