using Motics.Support.Core.Escalations;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Wording;
using Motics.Support.Portal.Components.Wording;

namespace Motics.Support.Portal.Components.Escalations;

/// <summary>How escalations are put into words.</summary>
public static class EscalationWords
{
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
        criterion is { } known ? Labels.Of(known) : $"Handed over by a lead ({Words.Lower(Labels.Of(verdict))})";
}
