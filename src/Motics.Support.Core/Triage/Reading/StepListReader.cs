using Motics.Support.Core.Triage.Conditions;
using YamlDotNet.RepresentationModel;

namespace Motics.Support.Core.Triage.Reading;

/// <summary>Reads the lists of steps; step ids are unique in the whole playbook because tickets keep them.</summary>
internal sealed class StepListReader(ConditionReader conditions, SourceReader sources, TextCheck texts, MistakeList mistakes)
{
    private readonly Dictionary<string, StepList> _lists = new(StringComparer.Ordinal);
    private readonly HashSet<string> _stepIds = [];
    private readonly HashSet<string> _used = [];
    private readonly List<(Condition When, YamlNode At)> _conditional = [];

    /// <summary>The conditions of steps, with where each stands.</summary>
    public IReadOnlyList<(Condition When, YamlNode At)> Conditional => _conditional;

    public IReadOnlyList<StepList> All => [.. _lists.Values];

    public void Read(YamlNode? node)
    {
        foreach (var (id, _, value) in new MapReader(node, "“steps”", mistakes).Entries())
            _lists[id] = List(id, new MapReader(value, $"Step list “{id}”", mistakes));
    }

    /// <summary>The list of this name; null after noting the mistake.</summary>
    public StepList? Find(YamlNode node)
    {
        var id = MapReader.Scalar(node) ?? "";
        _used.Add(id);
        if (_lists.TryGetValue(id, out var list))
            return list;
        mistakes.Add(node, $"“{id}” is no list of steps.");
        return null;
    }

    /// <summary>Notes lists that no rule uses. Call it when the rules are read.</summary>
    public void RefuseUnused(YamlNode? node)
    {
        foreach (var (id, at, _) in new MapReader(node, "“steps”", mistakes).Entries().Where(entry => !_used.Contains(entry.Name)))
            mistakes.Add(at, $"No rule uses the steps “{id}”.");
    }

    private StepList List(string id, MapReader map)
    {
        if (map.Find("as") is { } other)
            return InOtherWords(id, other, map);
        var source = sources.Of(map);
        var list = new StepList
        {
            Id = id,
            Heading = texts.Checked(map, "heading"),
            Title = texts.Optional(map, "title"),
            Label = texts.OptionalPlain(map, "label"),
            Reply = texts.OptionalReply(map, "reply"),
            Then = texts.Optional(map, "then"),
            NeedsAdmin = map.Flag("needs-admin"),
            Steps = [.. map.List("steps").Select(step => Step(new MapReader(step, "A step", mistakes), source))],
        };
        if (list.Steps.Count == 0)
            mistakes.Add(map.At, $"The list “{id}” has no steps.");
        map.RefuseOthers();
        return list;
    }

    // The very steps of another list: what was ticked there is ticked here.
    private StepList InOtherWords(string id, YamlNode other, MapReader map)
    {
        if (!_lists.TryGetValue(MapReader.Scalar(other) ?? "", out var list))
            mistakes.Add(other, $"“{MapReader.Scalar(other)}” is no list of steps above this one.");
        list ??= new StepList { Id = id, Heading = "", Steps = [] };
        list = list with
        {
            Id = id,
            As = list.Id,
            Heading = texts.Optional(map, "heading") ?? list.Heading,
            Title = texts.Optional(map, "title") ?? list.Title,
            Label = texts.OptionalPlain(map, "label") ?? list.Label,
            Reply = texts.OptionalReply(map, "reply") ?? list.Reply,
            Then = texts.Optional(map, "then") ?? list.Then,
        };
        map.RefuseOthers();
        return list;
    }

    /// <summary>One step; its id is unique among all steps of the playbook.</summary>
    public Step Step(MapReader map, PlaybookSource source)
    {
        var id = map.Text("id");
        if (id.Length > 0 && !_stepIds.Add(id))
            mistakes.Add(map.At, $"There is another step with the id “{id}”.");
        var agent = map.OptionalText("for") switch
        {
            null or "clinic" => false,
            "agent" => true,
            _ => NotKnown(map),
        };
        // What the clinic does stands in replies too.
        var step = new Step(
            id,
            agent ? texts.Checked(map, "text") : texts.Reply(map, "text"),
            agent ? texts.Optional(map, "detail") : texts.OptionalReply(map, "detail"),
            !agent,
            sources.Of(map, source))
        { When = When(map) };
        map.RefuseOthers();
        return step;
    }

    private Condition? When(MapReader map)
    {
        if (map.Find("when") is not { } node)
            return null;
        var when = conditions.Read(node);
        _conditional.Add((when, node));
        return when;
    }

    private bool NotKnown(MapReader map)
    {
        mistakes.Add(map.At, "“for” must be agent or clinic.");
        return true;
    }
}
