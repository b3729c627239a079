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

    /// <summary>What engineers asked back for and still wait for, facts and questions in their own words together.</summary>
    public static string Waiting(EscalationView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var open = Asked(view.Unanswered, view.Escalation.Asked.Where(question => question.IsOpen));
        return open.Length == 0 ? "All is answered; they only have to be sent back." : $"Not answered yet: {open}";
    }

    /// <summary>Facts and questions in own words as one list, with its full stop; empty when there are none.</summary>
    public static string Asked(IEnumerable<string> facts, IEnumerable<EngineerQuestion> questions)
    {
        var parts = facts.Select(Words.OfFact).Concat(questions.Select(question => $"“{question.Text}”")).ToList();
        return parts.Count == 0 ? "" : $"{string.Join(", ", parts)}.";
    }

    /// <summary>Why it went to the engineers.</summary>
    public static string Why(EscalationCriterion? criterion, Verdict verdict) =>
        criterion is { } known ? Words.Of(known) : $"Handed over by a lead ({Words.Lower(Words.Of(verdict))})";
}
