using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage;

/// <summary>What the events of an organisation prove before anybody asked a question.</summary>
public static class SuggestedVerdict
{
    /// <summary>The evaluation from events alone; null when they do not decide anything yet.</summary>
    /// <param name="playbook">Whose rules decide.</param>
    /// <param name="facts">The case as the events tell it, without an agent's answers.</param>
    public static Evaluation? For(Playbook playbook, CaseFacts facts)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        var evaluation = playbook.Evaluate(facts);
        // Something to do is a finding, though the verdict still asks: a connection that is switched off.
        return playbook.Rules.First(rule => rule.Id == evaluation.RuleId).AsksDecidingQuestion && evaluation.Steps.Count == 0 ? null : evaluation;
    }
}
