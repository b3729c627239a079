using Motics.Support.Core.Triage.Replies;
using YamlDotNet.RepresentationModel;

namespace Motics.Support.Core.Triage.Reading;

/// <summary>Reads a whole playbook, each part by a reader of its own.</summary>
internal sealed class PlaybookReader
{
    private readonly MistakeList _mistakes;
    private readonly SourceReader _sources;
    private readonly ConditionReader _conditions;
    private readonly TextCheck _texts;
    private readonly StepListReader _steps;

    public PlaybookReader(MistakeList mistakes)
    {
        _mistakes = mistakes;
        _sources = new SourceReader(mistakes);
        _conditions = new ConditionReader(mistakes);
        _texts = new TextCheck(mistakes);
        _steps = new StepListReader(_conditions, _sources, _texts, mistakes);
    }

    public Playbook Read(YamlNode root)
    {
        var map = new MapReader(root, "A playbook", _mistakes);
        var version = map.Text("version");
        _texts.Placeholders = PlaceholderReader.Read(map.Require("placeholders"), _mistakes);
        _sources.Read(map.Require("sources"));
        _conditions.ReadTerms(map.Require("terms"));
        var stepNode = map.Require("steps");
        _steps.Read(stepNode);
        var rules = new RuleReader(_conditions, _steps, _sources, _texts, _mistakes).Read(map.Require("rules"));
        _steps.RefuseUnused(stepNode);
        if (!_conditions.HadMistakes)
        {
            ReachCheck.Check(rules, _mistakes);
            StepReachCheck.Check([.. rules.Select(pair => pair.Rule)], _steps.Conditional, _mistakes);
        }
        var playbook = new Playbook(new ReplyReader(_texts, _mistakes).Read(map.Require("reply"), [.. _steps.All.Select(list => list.Id)]), _texts.Placeholders)
        {
            Version = version,
            WithEngineers = _texts.Optional(map, "with-engineers"),
            Sources = _sources.All,
            Terms = _conditions.Terms,
            Rules = [.. rules.Select(pair => pair.Rule)],
            Advice = new AdviceReader(_conditions, _steps, _sources, _texts, _mistakes).Read(map.Require("advice")),
            StepLists = _steps.All,
            Questions = new QuestionReader(_conditions, _texts, _mistakes).Read(map.Require("questions")),
        };
        map.RefuseOthers();
        RefuseUnanswerable(playbook, map);
        return playbook;
    }

    // A rule must not ask for what the walk-through has no question for, and the advice that every rule counts on must be there.
    private void RefuseUnanswerable(Playbook playbook, MapReader map)
    {
        foreach (var fact in playbook.Rules.SelectMany(rule => rule.Asks).Select(ask => ask.Fact).Distinct().Where(fact => playbook.QuestionFor(fact) is null))
            _mistakes.Add(map.Find("questions") ?? map.At, $"A rule asks for {fact}, and there is no question for it.");
        foreach (var kind in Enum.GetValues<AdviceKind>().Except(playbook.Advice.Select(advice => advice.Kind)))
            _mistakes.Add(map.Find("advice") ?? map.At, $"The advice “{Kebab.Name(kind)}” is missing.");
        if (playbook.Rules.Count == 0)
            _mistakes.Add(map.Find("rules") ?? map.At, "There is no rule.");
    }
}
