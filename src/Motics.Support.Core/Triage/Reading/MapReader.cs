using YamlDotNet.RepresentationModel;

namespace Motics.Support.Core.Triage.Reading;

/// <summary>Reads one mapping: what is missing, empty, of the wrong sort or not known is noted as a mistake.</summary>
internal sealed class MapReader
{
    private readonly MistakeList _mistakes;
    private readonly HashSet<string> _read = [];

    public MapReader(YamlNode? node, string what, MistakeList mistakes)
    {
        _mistakes = mistakes;
        Node = node as YamlMappingNode ?? new YamlMappingNode();
        At = node ?? Node;
        if (node is not null and not YamlMappingNode)
            mistakes.Add(node, $"{what} must be a mapping of names to values.");
    }

    public YamlMappingNode Node { get; }

    /// <summary>Where mistakes about the mapping as a whole are shown.</summary>
    public YamlNode At { get; }

    /// <summary>All entries, for mappings with names of their own.</summary>
    public IEnumerable<(string Name, YamlNode At, YamlNode Value)> Entries() =>
        Node.Children.Select(pair => (Scalar(pair.Key) ?? "", pair.Key, pair.Value));

    public YamlNode? Find(string name)
    {
        _read.Add(name);
        return Node.Children.FirstOrDefault(pair => Scalar(pair.Key) == name).Value;
    }

    public YamlNode? Require(string name)
    {
        var node = Find(name);
        if (node is null)
            _mistakes.Add(At, $"“{name}” is missing.");
        return node;
    }

    /// <summary>A text that must be there; empty after noting the mistake when it is not.</summary>
    public string Text(string name) => Require(name) is { } node ? TextOf(node, name) ?? "" : "";

    public string? OptionalText(string name) => Find(name) is { } node ? TextOf(node, name) : null;

    public bool Flag(string name)
    {
        if (Find(name) is not { } node)
            return false;
        if (Scalar(node) is not ("true" or "false"))
            _mistakes.Add(node, $"“{name}” must be true or false.");
        return Scalar(node) == "true";
    }

    /// <summary>One of an enumeration's names; null after noting the mistake.</summary>
    public T? Choice<T>(string name) where T : struct, Enum => Require(name) is { } node ? ChoiceOf<T>(node, name) : null;

    public T? OptionalChoice<T>(string name) where T : struct, Enum => Find(name) is { } node ? ChoiceOf<T>(node, name) : null;

    public T? ChoiceOf<T>(YamlNode node, string name) where T : struct, Enum
    {
        if (Kebab.Parse<T>(Scalar(node)) is { } value)
            return value;
        _mistakes.Add(node, $"“{Scalar(node)}” is no {name}; one of {string.Join(", ", Kebab.All<T>())} is.");
        return null;
    }

    /// <summary>The parts of a list; a single value counts as a list of one, an absent one as empty.</summary>
    public IEnumerable<YamlNode> List(string name) => Items(Find(name));

    public static IEnumerable<YamlNode> Items(YamlNode? node) => node switch
    {
        null => [],
        YamlSequenceNode sequence => sequence.Children,
        _ => [node],
    };

    public static string? Scalar(YamlNode? node) => (node as YamlScalarNode)?.Value;

    /// <summary>Notes every name that nothing has read. Call it when reading is done.</summary>
    public void RefuseOthers()
    {
        foreach (var (name, at, _) in Entries().Where(entry => !_read.Contains(entry.Name)))
            _mistakes.Add(at, $"“{name}” is not known here; known are {string.Join(", ", _read.Order(StringComparer.Ordinal))}.");
    }

    private string? TextOf(YamlNode node, string name)
    {
        if (Scalar(node) is { } text && !string.IsNullOrWhiteSpace(text))
            return text;
        _mistakes.Add(node, $"“{name}” must be a text and not empty.");
        return null;
    }
}
