using Motics.Support.Core.Triage.Facts;
using YamlDotNet.RepresentationModel;

namespace Motics.Support.Core.Triage.Reading;

/// <summary>Reads the questions, in the order in which they are asked; a choice or a yes-or-no has an option for each of its values.</summary>
internal sealed class QuestionReader(ConditionReader conditions, TextCheck texts, MistakeList mistakes)
{
    private readonly HashSet<string> _asked = [];

    public IReadOnlyList<Question> Read(YamlNode? node) =>
        [.. MapReader.Items(node).Select(item => Question(new MapReader(item, "A question", mistakes))).OfType<Question>()];

    private Question? Question(MapReader map)
    {
        var name = map.Text("fact");
        if (FactCatalogue.Find(name) is not { } fact)
        {
            if (name.Length > 0)
                mistakes.Add(map.At, $"“{name}” is no fact.");
            return null;
        }

        if (!_asked.Add(name))
            mistakes.Add(map.At, $"There is another question for “{name}”.");
        var question = new Question
        {
            Fact = fact,
            Text = texts.Plain(map, "text"),
            Help = texts.OptionalPlain(map, "help"),
            ForClinic = texts.OptionalReply(map, "clinic"),
            ForClinicFirst = texts.OptionalReply(map, "clinic-first"),
            Options = Options(map, fact),
            AskWhen = map.Find("ask") is { } when ? conditions.Read(when) : null,
        };
        map.RefuseOthers();
        return question;
    }

    private List<QuestionOption> Options(MapReader map, FactDefinition fact)
    {
        var options = map.List("options").Select(node => (At: node, Option: Option(new MapReader(node, "An option", mistakes)))).ToList();
        foreach (var (at, option) in options.Where(pair => !fact.Values.Contains(pair.Option.Value)))
            mistakes.Add(at, $"“{option.Value}” is no value of {fact.Name}.");
        var missing = fact.Values.Except(options.Select(pair => pair.Option.Value)).ToList();
        if (missing.Count > 0)
            mistakes.Add(map.At, $"The question for {fact.Name} has no option for {string.Join(", ", missing)}.");
        return [.. options.Select(pair => pair.Option)];
    }

    private QuestionOption Option(MapReader map)
    {
        var option = new QuestionOption(map.Text("value"), texts.Plain(map, "label"), texts.OptionalPlain(map, "hint"));
        map.RefuseOthers();
        return option;
    }
}
