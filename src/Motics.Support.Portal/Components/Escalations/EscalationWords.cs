using Motics.Support.Core.Escalations;
using Motics.Support.Core.Triage;
using Motics.Support.Portal.Components.Wording;

namespace Motics.Support.Portal.Components.Escalations;

/// <summary>How escalations are put into words.</summary>
public static class EscalationWords
{
    /// <summary>What an entry of the log is, before its text.</summary>
    public static string Of(EscalationLogKind kind) => kind switch
    {
        EscalationLogKind.Submitted => "handed it over",
        EscalationLogKind.Accepted => "accepted it",
        EscalationLogKind.Asked => "asked back",
        EscalationLogKind.Answered => "answered",
        EscalationLogKind.Note => "noted",
        _ => "resolved it",
    };

    /// <summary>Why it went to the engineers.</summary>
    public static string Why(EscalationCriterion? criterion, Verdict verdict) =>
        criterion is { } known ? Words.Of(known) : $"Handed over by a lead ({Words.Lower(Words.Of(verdict))})";
}
