using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Portal.Api.Triage;

/// <summary>The rules in force. Texts read as they do for no clinic in particular; conditions come in words and as data.</summary>
/// <param name="Version">Every evaluation carries it.</param>
/// <param name="Sources">Where rules and steps come from, and when each was last checked.</param>
/// <param name="Terms">Conditions with a name, which other conditions use.</param>
/// <param name="Rules">In the order in which they are tried: the first whose condition holds gives the verdict.</param>
/// <param name="Advice">All whose conditions hold ride along.</param>
/// <param name="Facts">What there is to know, how it is asked for, and the values it may have.</param>
public sealed record PlaybookAnswer(
    string Version, IReadOnlyList<PlaybookSource> Sources, IReadOnlyList<TermAnswer> Terms, IReadOnlyList<RuleAnswer> Rules, IReadOnlyList<AdviceRuleAnswer> Advice,
    IReadOnlyList<FactKindAnswer> Facts)
{
    internal static PlaybookAnswer Of(Playbook playbook) => new(
        playbook.Version,
        playbook.Sources,
        [.. playbook.Terms.Select(term => new TermAnswer(term.Name, Playbook.Describe(term.Meaning), term.Meaning.ToData()))],
        [.. playbook.Rules.Select(rule => RuleAnswer.Of(rule, playbook))],
        [.. playbook.Advice.Select(rule => new AdviceRuleAnswer(
            rule.Kind, playbook.Plain(rule.Text), rule.IsWarning, Playbook.Describe(rule.When), rule.When.ToData(), rule.Verdicts?.Order().ToList(), rule.Source)
        {
            AlsoWhen = rule.Also is { } also ? Playbook.Describe(also) : null,
            AlsoCondition = rule.Also?.ToData(),
            Step = rule.Step is { } step ? PlaybookStepAnswer.Of(step, playbook) : null,
        })],
        [.. FactCatalogue.All.Select(fact => FactKindAnswer.Of(fact, playbook))]);
}

/// <summary>A condition with a name.</summary>
/// <param name="When">In words.</param>
/// <param name="Condition">As data.</param>
public sealed record TermAnswer(string Name, string When, ConditionData Condition);

/// <summary>A rule that concludes a verdict.</summary>
/// <param name="Criterion">Null for any verdict but <c>escalate</c>.</param>
/// <param name="When">Its condition in words.</param>
/// <param name="Condition">Its condition as data.</param>
/// <param name="Asks">Facts that the verdict asks for while they are unknown.</param>
/// <param name="Steps">The first list whose condition holds.</param>
public sealed record RuleAnswer(
    string Id, string Title, Verdict Verdict, EscalationCriterion? Criterion, string When, ConditionData Condition, IReadOnlyList<string> Asks, IReadOnlyList<StepListAnswer> Steps,
    PlaybookSource Source)
{
    internal static RuleAnswer Of(VerdictRule rule, Playbook playbook) => new(
        rule.Id, playbook.Plain(rule.Title), rule.Verdict, rule.Criterion, Playbook.Describe(rule.When), rule.When.ToData(), [.. rule.Asks.Select(ask => ask.Fact)],
        [.. rule.Steps.Select(choice => StepListAnswer.Of(choice, playbook))], rule.Source);
}

/// <summary>Steps of a rule.</summary>
/// <param name="When">In words; null when they always apply.</param>
/// <param name="Condition">As data; null when they always apply.</param>
/// <param name="Title">Takes the place of the rule's title; null when that fits.</param>
public sealed record StepListAnswer(string? When, ConditionData? Condition, string Heading, string? Title, IReadOnlyList<PlaybookStepAnswer> Steps)
{
    internal static StepListAnswer Of(StepChoice choice, Playbook playbook) => new(
        choice.When is null ? null : Playbook.Describe(choice.When), choice.When?.ToData(), playbook.Plain(choice.List.Heading), choice.List.Title is { } title ? playbook.Plain(title) : null,
        [.. choice.List.Steps.Select(step => PlaybookStepAnswer.Of(step, playbook))]);
}

/// <summary>One thing to do.</summary>
/// <param name="ForClinic">The clinic does it; else the agent.</param>
/// <param name="When">The step is there only while this holds, in words; null for always.</param>
/// <param name="Condition">The same as data.</param>
public sealed record PlaybookStepAnswer(string Id, string Text, string? Detail, bool ForClinic, PlaybookSource Source, string? When, ConditionData? Condition)
{
    internal static PlaybookStepAnswer Of(Step step, Playbook playbook) => new(
        step.Id, playbook.Plain(step.Text), step.Detail is { } detail ? playbook.Plain(detail) : null, step.ForClinic, step.Source,
        step.When is null ? null : Playbook.Describe(step.When), step.When?.ToData());
}

/// <summary>Advice that rides along; <see cref="Verdicts"/> is null for any verdict.</summary>
public sealed record AdviceRuleAnswer(
    AdviceKind Id, string Text, bool IsWarning, string When, ConditionData Condition, IReadOnlyList<Verdict>? Verdicts, PlaybookSource Source)
{
    /// <summary>It rides along with any verdict while this holds too, in words; null for nothing more.</summary>
    public string? AlsoWhen { get; init; }

    /// <summary>The same as data.</summary>
    public ConditionData? AlsoCondition { get; init; }

    /// <summary>A step that comes before the verdict's own; null for none.</summary>
    public PlaybookStepAnswer? Step { get; init; }
}

/// <summary>A fact that there is to know.</summary>
/// <param name="Label">What every page calls it.</param>
/// <param name="Question">What an agent asks or looks up; null when nothing asks for it.</param>
public sealed record FactKindAnswer(string Name, FactType Type, IReadOnlyList<string> Values, string? Label, string? Question)
{
    internal static FactKindAnswer Of(FactDefinition fact, Playbook playbook)
    {
        var question = playbook.QuestionFor(fact.Name);
        return new FactKindAnswer(fact.Name, fact.Type, fact.Values, FactLabels.Of(fact.Name), question is null ? null : playbook.Plain(question.Text));
    }
}
