using YamlDotNet.RepresentationModel;

namespace Motics.Support.Core.Triage.Reading;

/// <summary>Collects what is wrong with a playbook, so that all of it can be told at once.</summary>
internal sealed class MistakeList(string file)
{
    private readonly List<PlaybookMistake> _mistakes = [];

    public IReadOnlyList<PlaybookMistake> All => [.. _mistakes.OrderBy(mistake => mistake.Line).Distinct()];

    public bool None => _mistakes.Count == 0;

    public void Add(YamlNode at, string message) => Add((int)at.Start.Line, message);

    public void Add(long line, string message) => _mistakes.Add(new PlaybookMistake(file, (int)Math.Max(1, line), message));
}
