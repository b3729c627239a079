using Motics.Support.Core.Triage.Replies;
using YamlDotNet.RepresentationModel;

namespace Motics.Support.Core.Triage.Reading;

/// <summary>Reads how values of the case read in texts.</summary>
internal static class PlaceholderReader
{
    public static Placeholders Read(YamlNode? node, MistakeList mistakes)
    {
        var words = new Dictionary<string, PlaceholderWords>(StringComparer.Ordinal);
        foreach (var (name, _, value) in new MapReader(node, "“placeholders”", mistakes).Entries())
            words[name] = Words(new MapReader(value, $"Placeholder “{name}”", mistakes), mistakes);
        return new Placeholders(words);
    }

    private static PlaceholderWords Words(MapReader map, MistakeList mistakes)
    {
        var of = map.Text("of");
        if (of.Length > 0 && !Placeholders.Sources.Contains(of))
            mistakes.Add(map.At, $"“of” must be one of {string.Join(", ", Placeholders.Sources)}.");
        var values = new MapReader(map.Find("values") ?? new YamlMappingNode(), "“values”", mistakes);
        var byValue = values.Entries().ToDictionary(entry => entry.Name, entry => values.Text(entry.Name), StringComparer.Ordinal);
        var words = new PlaceholderWords(of, map.Text("known"), map.Text("unknown"), byValue);
        map.RefuseOthers();
        return words;
    }
}
