using Motics.Support.Core.Triage.Conditions;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Core.Triage.Replies;

namespace Motics.Support.Core.Triage;

/// <summary>One evaluation of one case.</summary>
internal sealed class Evaluator(Playbook playbook, CaseFacts facts)
{
    private readonly KnownValues _values = new(facts);

    public Evaluation Evaluate()
    {
        var rule = Winner(playbook.Rules, _values);
        var steps = rule.StepsFor(_values);
        var asks = Asks(rule);
        var missing = rule.Verdict == Verdict.Escalate ? EscalationChecklist.Missing(facts, rule.Criterion) : asks;
        var riding = playbook.Advice.Where(advice => advice.RidesAlong(_values, rule.Verdict)).ToList();
        var todo = steps?.StepsFor(_values).ToList() ?? [];
        var first = riding.Select(advice => advice.Step).OfType<Step>().ToList();
        return new Evaluation
        {
            Verdict = rule.Verdict,
            Criterion = rule.Criterion,
            Title = Title(rule, steps),
            Label = steps?.Label ?? rule.Label,
            SaysWhatIs = steps?.Label is not null || facts.Context.WithEngineers,
            RuleId = rule.Id,
            Source = rule.Source,
            StepList = steps?.Id,
            StepsTitle = todo.Count == 0 ? null : Fill(steps!.Heading),
            Steps = [.. first.Concat(todo).Select(Filled)],
            // What must be done first must be told too.
            SendsNothing = rule.SendsNothing && first.Count == 0,
            DoNot = rule.DoNot is null ? null : Fill(rule.DoNot),
            Then = (steps?.Then ?? rule.Then) is { } then ? Fill(then) : null,
            Advice = [.. riding.Select(Filled)],
            Because = [.. Reasons(rule)],
            Asks = asks,
            Escalation = State(rule, missing),
            Missing = missing,
            PlaybookVersion = playbook.Version,
        };
    }

    /// <summary>The first rule whose condition holds. The loader made sure that the last one always does.</summary>
    public static VerdictRule Winner(IReadOnlyList<VerdictRule> rules, FactValues values)
    {
        for (var index = 0; index < rules.Count - 1; index++)
        {
            if (rules[index].When.Holds(values))
                return rules[index];
        }
        return rules[^1];
    }

    private static EscalationState State(VerdictRule rule, IReadOnlyList<string> missing) =>
        rule.Verdict != Verdict.Escalate ? EscalationState.No
        : missing.Count == 0 ? EscalationState.Ready
        : EscalationState.Incomplete;

    // Who hands a case over with a reason of their own has another verdict than the table's; that the engineers have it is true all the same.
    private string Title(VerdictRule rule, StepList? steps)
    {
        var title = Fill(steps?.Title ?? rule.Title);
        return facts.Context.WithEngineers && rule.Verdict != Verdict.Escalate && playbook.WithEngineers is { } held ? $"{Fill(held)} {title}" : title;
    }

    private string[] Asks(VerdictRule rule)
    {
        if (!rule.AsksDecidingQuestion)
            return [.. rule.AsksFor(_values)];
        return DecidingQuestions.First(playbook, _values) is { } question ? [question.Fact.Name] : [];
    }

    private IEnumerable<Reason> Reasons(VerdictRule rule)
    {
        var deciding = new SortedSet<int>();
        rule.When.Explain(_values, Truth.True, deciding);
        // That it is another EHR says nothing of what is wrong there.
        if (deciding.SetEquals([FactValues.Ehr]))
            deciding.UnionWith([FactValues.Symptom, FactValues.ErrorText]);
        foreach (var fact in deciding.Select(index => facts.Find(FactCatalogue.All[index].Name)))
        {
            if (fact?.Effective is not { } counted)
                continue;
            yield return Shown(fact, counted, counted.Evidence ?? (fact.IsOverruled ? null : fact.Events?.Evidence), false);
            if (fact.IsOverruled)
                yield return Shown(fact, fact.Events!, fact.Events!.Evidence, true);
            if (fact.IsOutdated)
                yield return Shown(fact, fact.Agent!, null, true);
        }
    }

    private static Reason Shown(CaseFact fact, KnownFact known, string? evidence, bool overruled) =>
        new(fact.Name, known.Value, known.From, known.At, evidence, overruled);

    private Step Filled(Step step) => step with { Text = Fill(step.Text), Detail = step.Detail is null ? null : Fill(step.Detail) };

    private EvaluatedAdvice Filled(AdviceRule advice) => new(advice.Kind, Fill(advice.Text), advice.IsWarning, advice.ForClinic is null ? null : Fill(advice.ForClinic));

    private string Fill(string text) => playbook.Placeholders.Fill(text, facts);
}
