using Motics.Support.Core.Triage.Conditions;
using YamlDotNet.RepresentationModel;

namespace Motics.Support.Core.Triage.Reading;

/// <summary>Finds rules that can never win, whatever the facts are.</summary>
internal static class ReachCheck
{
    // A rule that can win shows it within some dozen paths; a rule that cannot is proven so long before this many.
    private const int Limit = 2_000_000;

    public static void Check(IReadOnlyList<(VerdictRule Rule, YamlNode At)> rules, MistakeList mistakes)
    {
        var domains = Domains.Told(rules.Select(pair => pair.Rule.When));
        for (var index = 0; index < rules.Count; index++)
        {
            if (!CanWin(domains, [.. rules.Take(index + 1).Select(pair => pair.Rule)]))
                mistakes.Add(rules[index].At, $"The rule “{rules[index].Rule.Id}” can never win: {Why(rules, index)}");
        }

        if (rules.Count > 0 && rules[^1].Rule.When != ConditionReader.Always)
            mistakes.Add(rules[^1].At, "The last rule must hold “always”, so that every case has a verdict.");
    }

    private static bool CanWin(IReadOnlyList<int>[] domains, IReadOnlyList<VerdictRule> upToRule)
    {
        var rule = upToRule[^1];
        var won = false;
        // The rule's own condition is read first: paths on which it does not hold end at once.
        var allSeen = Exploration.Run(
            domains,
            values =>
            {
                won = rule.When.Holds(values) && !upToRule.SkipLast(1).Any(earlier => earlier.When.Holds(values));
                return !won;
            },
            Limit);
        return won || !allSeen;
    }

    private static string Why(IReadOnlyList<(VerdictRule Rule, YamlNode At)> rules, int index) =>
        rules.Take(index).Any(pair => pair.Rule.When == ConditionReader.Always)
            ? "a rule before it holds always."
            : "whenever it holds, a rule before it holds too, or it cannot hold at all.";
}
