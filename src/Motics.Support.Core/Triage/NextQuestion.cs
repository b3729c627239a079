using Motics.Support.Core.Triage.Conditions;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage;

/// <summary>Where a walk-through stands: what to ask next, how much is left, and what is known.</summary>
public sealed record QuestionPlan
{
    /// <summary>What to ask now; null when nothing more would change the verdict or complete it.</summary>
    public Question? Next { get; init; }

    /// <summary>About how many questions come after <see cref="Next"/>.</summary>
    public int AboutMore { get; init; }

    /// <summary>How many questions have been answered, by the agent or by events; the next one is number this plus one.</summary>
    public int Answered { get; init; }

    /// <summary>Everything that matters now, in the order of the questions: answered ones with both sides, and those still open.</summary>
    public IReadOnlyList<QuestionState> Relevant { get; init; } = [];
}

/// <summary>One question of the walk-through and what is known of it.</summary>
/// <param name="Question">How it is asked.</param>
/// <param name="Fact">What is known, from both sides; null while open.</param>
/// <param name="IsWanted">The verdict asks for it, or an escalation misses it.</param>
public sealed record QuestionState(Question Question, CaseFact? Fact, bool IsWanted);

/// <summary>
/// Orders the walk-through: is the clinic seeing patients, what is wrong, then what the verdict asks for, then the smallest question that can still change
/// the verdict, then what an escalation misses. What events answer is not asked.
/// </summary>
public static class NextQuestion
{
    private static readonly string[] First = [FactNames.InClinicNow, FactNames.Symptom];

    /// <summary>The plan for a case.</summary>
    public static QuestionPlan Plan(Playbook playbook, CaseFacts facts) => Plan(playbook, facts, playbook.Evaluate(facts));

    /// <summary>The plan for a case that is evaluated already.</summary>
    public static QuestionPlan Plan(Playbook playbook, CaseFacts facts, Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(evaluation);
        var open = Open(playbook, facts, evaluation);
        return new QuestionPlan
        {
            Next = open.Count > 0 ? open[0] : null,
            AboutMore = Math.Max(0, open.Count - 1),
            Answered = playbook.Questions.Count(question => question.AskWhen is not null && facts.Effective(question.Fact.Name) is not null),
            Relevant = [.. Relevant(playbook, facts, evaluation, open)],
        };
    }

    private static List<Question> Open(Playbook playbook, CaseFacts facts, Evaluation evaluation)
    {
        var values = new KnownValues(facts);
        var wanted = First
            .Select(playbook.QuestionFor)
            .OfType<Question>()
            .Where(question => DecidingQuestions.MayAsk(question, values))
            .Concat(evaluation.Asks.Where(fact => facts.Effective(fact) is null).Select(playbook.QuestionFor))
            .Concat(DecidingQuestions.All(playbook, values))
            .Concat(evaluation.Missing.Where(fact => facts.Effective(fact) is null).Select(playbook.QuestionFor));
        return [.. wanted.OfType<Question>().Distinct()];
    }

    private static IEnumerable<QuestionState> Relevant(Playbook playbook, CaseFacts facts, Evaluation evaluation, List<Question> open)
    {
        var required = EscalationChecklist.Missing(facts, evaluation);
        foreach (var question in playbook.Questions)
        {
            var fact = facts.Find(question.Fact.Name);
            var wanted = evaluation.Missing.Contains(question.Fact.Name);
            if (fact is { Counts: true } || wanted || open.Contains(question) || required.Contains(question.Fact.Name))
                yield return new QuestionState(question, fact is { Counts: true } ? fact : null, wanted);
        }
    }
}
