using Motics.Support.Core.Triage.Conditions;
using YamlDotNet.RepresentationModel;

namespace Motics.Support.Core.Triage.Reading;

/// <summary>Finds steps that no case can ever need: their condition holds for none of those that come to their list.</summary>
internal static class StepReachCheck
{
    // One that can be needed shows it within some hundred paths.
    private const int Limit = 500_000;

    public static void Check(IReadOnlyList<VerdictRule> rules, IReadOnlyList<(Condition When, YamlNode At)> steps, MistakeList mistakes)
    {
        foreach (var (when, at) in steps.Where(step => !rules.Any(rule => CanBeNeeded(rule, step.When))))
            mistakes.Add(at, $"No case ever needs this step: “{when.Describe()}” does not hold where its list is taken.");
    }

    private static bool CanBeNeeded(VerdictRule rule, Condition when)
    {
        var choices = rule.Steps.TakeWhile((_, index) => index == 0 || !Has(rule.Steps[index - 1], when)).ToList();
        if (choices.Count == 0 || !Has(choices[^1], when))
            return false;
        var conditions = choices.Select(choice => choice.When).OfType<Condition>().Append(when).Append(rule.When).ToList();
        var needed = false;
        var allSeen = Exploration.Run(
            Domains.Told(conditions),
            values =>
            {
                needed = when.Holds(values) && rule.When.Holds(values) && rule.StepsFor(values) == choices[^1].List;
                return !needed;
            },
            Limit);
        return needed || !allSeen;
    }

    private static bool Has(StepChoice choice, Condition when) => choice.List.Steps.Any(step => ReferenceEquals(step.When, when));
}
