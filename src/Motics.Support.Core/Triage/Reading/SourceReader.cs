using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Motics.Support.Core.Triage.Reading;

/// <summary>Reads the sources, and finds them again where a rule or a step names one.</summary>
internal sealed class SourceReader(MistakeList mistakes)
{
    private readonly Dictionary<string, PlaybookSource> _sources = new(StringComparer.Ordinal);

    public IReadOnlyList<PlaybookSource> All => [.. _sources.Values];

    public void Read(YamlNode? node)
    {
        foreach (var (id, at, value) in new MapReader(node, "“sources”", mistakes).Entries())
        {
            var map = new MapReader(value, $"Source “{id}”", mistakes);
            var title = map.Text("title");
            var text = map.Text("checked");
            map.RefuseOthers();
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && text.Length > 0)
                mistakes.Add(at, "“checked” must be a date such as 2026-11-24.");
            _sources[id] = new PlaybookSource(id, title, day);
        }
    }

    /// <summary>The source that a mapping must name.</summary>
    public PlaybookSource Of(MapReader map) => Named(map.Require("source"));

    /// <summary>The source that a mapping names, else the one of what it belongs to.</summary>
    public PlaybookSource Of(MapReader map, PlaybookSource otherwise) => map.Find("source") is { } node ? Named(node) : otherwise;

    private PlaybookSource Named(YamlNode? node)
    {
        var id = MapReader.Scalar(node) ?? "";
        if (_sources.TryGetValue(id, out var source))
            return source;
        if (node is not null)
            mistakes.Add(node, $"“{id}” is no source; one of {string.Join(", ", _sources.Keys)} is.");
        return new PlaybookSource(id, id, default);
    }
}
