using Motics.Support.Core.Triage.Conditions;
using Motics.Support.Core.Triage.Facts;
using YamlDotNet.RepresentationModel;

namespace Motics.Support.Core.Triage.Reading;

/// <summary>Reads the verdict rules, in their order.</summary>
internal sealed class RuleReader(ConditionReader conditions, StepListReader steps, SourceReader sources, TextCheck texts, MistakeList mistakes)
{
    private const string Deciding = "deciding";
    private const string None = "none";

    private readonly HashSet<string> _ids = [];

    /// <summary>The rules with the places where they stand.</summary>
    public IReadOnlyList<(VerdictRule Rule, YamlNode At)> Read(YamlNode? node) =>
        [.. MapReader.Items(node).Select(rule => (Rule(new MapReader(rule, "A rule", mistakes)), rule))];

    private VerdictRule Rule(MapReader map)
    {
        var id = map.Text("id");
        if (id.Length > 0 && !_ids.Add(id))
            mistakes.Add(map.At, $"There is another rule with the id “{id}”.");
        var verdict = map.Choice<Verdict>("verdict");
        var criterion = map.OptionalChoice<EscalationCriterion>("criterion");
        if (verdict is { } known && (known == Verdict.Escalate) != (criterion is not null))
            mistakes.Add(map.At, "A rule that escalates has a criterion, and no other rule has one.");
        var asks = map.List("asks").ToList();
        var rule = new VerdictRule
        {
            Id = id,
            Title = texts.Checked(map, "title"),
            Verdict = verdict ?? Verdict.NeedMoreInformation,
            Label = texts.OptionalPlain(map, "label"),
            Criterion = criterion,
            When = map.Require("when") is { } when ? conditions.Read(when) : ConditionReader.Always,
            AsksDecidingQuestion = asks.Count == 1 && MapReader.Scalar(asks[0]) == Deciding,
            Asks = [.. asks.Where(ask => MapReader.Scalar(ask) != Deciding).Select(Ask).OfType<Ask>()],
            Steps = Steps(map),
            Opening = texts.OptionalReply(map, "opening"),
            SendsNothing = NoReply(map),
            DoNot = texts.Optional(map, "do-not"),
            Then = texts.Optional(map, "then"),
            Source = sources.Of(map),
        };
        map.RefuseOthers();
        return rule;
    }

    private Ask? Ask(YamlNode node)
    {
        if (node is YamlScalarNode)
            return AskFor(node, null);
        var map = new MapReader(node, "A question of a rule", mistakes);
        var fact = map.Require("fact");
        var ask = AskFor(fact, Optional(map));
        map.RefuseOthers();
        return ask;
    }

    private Ask? AskFor(YamlNode? node, Condition? when)
    {
        if (FactCatalogue.Find(MapReader.Scalar(node)) is { } fact)
            return new Ask(fact.Name, when);
        if (node is not null)
            mistakes.Add(node, $"“{MapReader.Scalar(node)}” is no fact.");
        return null;
    }

    private bool NoReply(MapReader map)
    {
        if (map.Find("reply") is not { } node)
            return false;
        if (MapReader.Scalar(node) != None)
            mistakes.Add(node, "“reply” can only be none: every other reply begins as the verdict's opening says.");
        return true;
    }

    private List<StepChoice> Steps(MapReader map)
    {
        if (MapReader.Scalar(map.Find("steps")) == None)
            return [];
        var choices = MapReader.Items(map.Require("steps")).Select(Choice).OfType<StepChoice>().ToList();
        if (choices.Take(choices.Count - 1).Any(choice => choice.When is null))
            mistakes.Add(map.At, "Steps after a list without “when” are never taken.");
        return choices;
    }

    private StepChoice? Choice(YamlNode node)
    {
        if (node is YamlScalarNode)
            return steps.Find(node) is { } only ? new StepChoice(only, null) : null;
        var map = new MapReader(node, "The steps of a rule", mistakes);
        var list = map.Require("list") is { } name ? steps.Find(name) : null;
        var when = Optional(map);
        map.RefuseOthers();
        return list is null ? null : new StepChoice(list, when);
    }

    private Condition? Optional(MapReader map) => map.Find("when") is { } when ? conditions.Read(when) : null;
}
