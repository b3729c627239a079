using YamlDotNet.RepresentationModel;

namespace Motics.Support.Core.Triage.Reading;

/// <summary>Reads the advice that rides along; each kind stands there once.</summary>
internal sealed class AdviceReader(ConditionReader conditions, StepListReader steps, SourceReader sources, TextCheck texts, MistakeList mistakes)
{
    public IReadOnlyList<AdviceRule> Read(YamlNode? node)
    {
        var advice = MapReader.Items(node).Select(item => (At: item, Rule: Advice(new MapReader(item, "Advice", mistakes)))).ToList();
        foreach (var again in advice.GroupBy(item => item.Rule.Kind).SelectMany(group => group.Skip(1)))
            mistakes.Add(again.At, $"The advice “{Kebab.Name(again.Rule.Kind)}” stands here twice.");
        return [.. advice.Select(item => item.Rule)];
    }

    private AdviceRule Advice(MapReader map)
    {
        var source = sources.Of(map);
        var advice = new AdviceRule(
            map.Choice<AdviceKind>("kind") ?? AdviceKind.CopyPasteForNow,
            texts.Checked(map, "text"),
            map.Flag("warning"),
            map.Require("when") is { } when ? conditions.Read(when) : ConditionReader.Always,
            Verdicts(map),
            source)
        {
            ForClinic = texts.OptionalReply(map, "for-clinic"),
            Also = map.Find("also") is { } also ? conditions.Read(also) : null,
            Step = map.Find("step") is { } step ? steps.Step(new MapReader(step, "A step", mistakes), source) : null,
        };
        map.RefuseOthers();
        return advice;
    }

    private static HashSet<Verdict>? Verdicts(MapReader map)
    {
        var only = Named(map, "verdicts");
        var except = Named(map, "except-verdicts");
        if (only.Count > 0)
            return [.. only];
        return except.Count > 0 ? [.. Enum.GetValues<Verdict>().Except(except)] : null;
    }

    private static List<Verdict> Named(MapReader map, string name) =>
        [.. map.List(name).Select(node => map.ChoiceOf<Verdict>(node, "verdict")).OfType<Verdict>()];
}
