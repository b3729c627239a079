using System.Globalization;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Triage.Conditions;
using Motics.Support.Core.Triage.Facts;
using YamlDotNet.RepresentationModel;

namespace Motics.Support.Core.Triage.Reading;

/// <summary>
/// Reads conditions. A mapping with several entries means all of them: <c>all</c>, <c>any</c>, <c>not</c>, <c>term</c>, <c>kinds</c>,
/// <c>kinds-without</c>, <c>case</c>, <c>case-without</c>, or a fact with its value, its values, or <c>at-least</c>.
/// </summary>
internal sealed class ConditionReader(MistakeList mistakes)
{
    private const string Unknown = "unknown";

    // Stands where a mistake was noted; a playbook with mistakes is never used.
    private static readonly Condition Nothing = new Joined(false, []);

    private readonly Dictionary<string, Condition> _terms = new(StringComparer.Ordinal);

    /// <summary>True when a condition was refused: what follows from conditions cannot be judged then.</summary>
    public bool HadMistakes { get; private set; }

    /// <summary>The condition that always holds.</summary>
    public static Condition Always { get; } = new Joined(true, []);

    /// <summary>The terms that were read, in the order of the file.</summary>
    public IReadOnlyList<PlaybookTerm> Terms => [.. _terms.Select(term => new PlaybookTerm(term.Key, term.Value.Parts[0]))];

    /// <summary>A term may use the terms above it.</summary>
    public void ReadTerms(YamlNode? node)
    {
        foreach (var (name, _, value) in new MapReader(node, "“terms”", mistakes).Entries())
            _terms[name] = new Term(name, Read(value));
    }

    public Condition Read(YamlNode node)
    {
        if (MapReader.Scalar(node) == "always")
            return Always;
        var map = new MapReader(node, "A condition", mistakes);
        var parts = map.Entries().Select(entry => Entry(entry.Name, entry.At, entry.Value)).ToList();
        if (node is YamlMappingNode && parts.Count == 0)
            Refuse(node, "A condition must say something; “always” always holds.");
        return parts.Count == 1 ? parts[0] : new Joined(true, parts);
    }

    private Condition Entry(string name, YamlNode at, YamlNode value) => name switch
    {
        "all" => new Joined(true, Parts(name, value)),
        "any" => new Joined(false, Parts(name, value)),
        "not" => new Not(Read(value)),
        "term" => All([.. MapReader.Items(value).Select(TermOf)]),
        "kinds" => new KindsAre(Kinds(value), without: false),
        "kinds-without" => new KindsAre(Kinds(value), without: true),
        "case" => All(Cases(value, without: false)),
        "case-without" => All(Cases(value, without: true)),
        _ => FactCatalogue.Find(name) is { } fact ? Fact(fact, value) : Mistake(at, $"“{name}” is no fact and no other part of a condition."),
    };

    private static Condition All(List<Condition> parts) => parts.Count == 1 ? parts[0] : new Joined(true, parts);

    private List<Condition> Parts(string name, YamlNode value)
    {
        if (value is not YamlSequenceNode { Children.Count: > 0 })
            Refuse(value, $"“{name}” must be a list of conditions.");
        return [.. MapReader.Items(value).Select(Read)];
    }

    private Condition TermOf(YamlNode node) =>
        _terms.TryGetValue(MapReader.Scalar(node) ?? "", out var term) ? term
        : Mistake(node, $"“{MapReader.Scalar(node)}” is no term; terms above here are {string.Join(", ", _terms.Keys)}.");

    private List<Condition> Cases(YamlNode value, bool without)
    {
        if (!MapReader.Items(value).Any())
            Refuse(value, $"A case is in one or more of {string.Join(", ", Kebab.All<Circumstance>())}.");
        return [.. MapReader.Items(value).Select(node => Kebab.Parse<Circumstance>(MapReader.Scalar(node)) is { } circumstance
            ? new CaseIs(circumstance, without)
            : Mistake(node, $"“{MapReader.Scalar(node)}” is nothing that a case is in; one of {string.Join(", ", Kebab.All<Circumstance>())} is."))];
    }

    private KindSet Kinds(YamlNode value)
    {
        var kinds = MapReader.Items(value).Select(node => (Node: node, Kind: Kebab.Parse<ErrorKind>(MapReader.Scalar(node)))).ToList();
        foreach (var (node, _) in kinds.Where(pair => pair.Kind is null))
            Refuse(node, $"“{MapReader.Scalar(node)}” is no error kind; one of {string.Join(", ", Kebab.All<ErrorKind>())} is.");
        return KindSet.Of(kinds.Select(pair => pair.Kind).OfType<ErrorKind>());
    }

    private Condition Fact(FactDefinition fact, YamlNode value)
    {
        if (fact.Type == FactType.Number && value is YamlMappingNode)
            return AtLeast(fact, value);
        var values = MapReader.Items(value).Select(node => (Node: node, Text: MapReader.Scalar(node))).ToList();
        foreach (var (node, text) in values.Where(pair => pair.Text is not Unknown && !fact.Values.Contains(pair.Text)))
            Refuse(node, $"“{text}” is no value of {fact.Name}; {Accepted(fact)}.");
        var known = values.Select(pair => pair.Text).OfType<string>().Where(fact.Values.Contains).ToList();
        return new FactIs(fact, known, values.Exists(pair => pair.Text == Unknown));
    }

    private static string Accepted(FactDefinition fact) => fact.Type switch
    {
        FactType.Number => "“at-least” with a whole number, or “unknown”, is",
        FactType.Text => "of a text a condition can only say “unknown”",
        _ => $"one of {string.Join(", ", fact.Values)}, unknown is",
    };

    private Condition AtLeast(FactDefinition fact, YamlNode value)
    {
        var map = new MapReader(value, fact.Name, mistakes);
        var text = map.Text("at-least");
        map.RefuseOthers();
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var least)
            ? new FactAtLeast(fact, least)
            : Mistake(value, "“at-least” must be a whole number.");
    }

    private Condition Mistake(YamlNode at, string message)
    {
        Refuse(at, message);
        return Nothing;
    }

    private void Refuse(YamlNode at, string message)
    {
        HadMistakes = true;
        mistakes.Add(at, message);
    }
}
