using Motics.Support.Core.Triage;

namespace Motics.Support.Portal.Api.Triage;

/// <summary>The rules in force.</summary>
/// <param name="Version">Every evaluation carries it.</param>
/// <param name="Sources">Where rules and steps come from.</param>
/// <param name="Rules">In the order in which they are tried.</param>
/// <param name="Advice">All that match ride along.</param>
/// <param name="Facts">What there is to know, and the values it may have.</param>
public sealed record PlaybookAnswer(
    string Version, IReadOnlyList<PlaybookSource> Sources, IReadOnlyList<RuleAnswer> Rules, IReadOnlyList<AdviceRuleAnswer> Advice, IReadOnlyList<FactKindAnswer> Facts)
{
    internal static PlaybookAnswer Of(Playbook playbook) => new(
        playbook.Version,
        playbook.Sources,
        [.. playbook.Rules.Select(RuleAnswer.Of)],
        [.. playbook.Advice.Select(rule => new AdviceRuleAnswer(rule.Kind, rule.Text, rule.IsWarning, rule.When.Describe(), rule.Verdicts?.Order().ToList(), rule.Source.Id))],
        [.. FactCatalogue.All.Select(fact => new FactKindAnswer(fact.Name, fact.Type, fact.Values))]);
}

/// <summary>A rule that concludes a verdict.</summary>
/// <param name="When">Its condition in words.</param>
/// <param name="Source">Id of a source.</param>
public sealed record RuleAnswer(
    string Id, string Title, Verdict Verdict, EscalationCriterion? Criterion, string When, IReadOnlyList<string> Asks, IReadOnlyList<StepListAnswer> Steps, string Source)
{
    internal static RuleAnswer Of(VerdictRule rule) => new(
        rule.Id, rule.Title, rule.Verdict, rule.Criterion, rule.When.Describe(), [.. rule.Asks.Select(ask => ask.Fact)],
        [.. rule.Steps.Select(choice => new StepListAnswer(choice.When?.Describe(), choice.List.Heading, [.. choice.List.Steps.Select(step =>
            new StepAnswer(step.Id, step.Text, step.Detail, step.Source.Title, step.ForClinic))]))],
        rule.Source.Id);
}

/// <summary>Steps of a rule; <see cref="When"/> is null when they always apply.</summary>
public sealed record StepListAnswer(string? When, string Heading, IReadOnlyList<StepAnswer> Steps);

/// <summary>Advice that rides along; <see cref="Verdicts"/> is null for any verdict.</summary>
public sealed record AdviceRuleAnswer(AdviceKind Id, string Text, bool IsWarning, string When, IReadOnlyList<Verdict>? Verdicts, string Source);

/// <summary>A fact that there is to know.</summary>
public sealed record FactKindAnswer(string Name, FactType Type, IReadOnlyList<string> Values);
