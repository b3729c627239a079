using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage.Conditions;

/// <summary>
/// Goes through all combinations of facts without listing them: a fact gets a value only when somebody reads it, and each run takes another
/// path until every path was taken. What is never read on a path does not matter there, so each run stands for all its values.
/// </summary>
internal sealed class Exploration : FactValues
{
    private static readonly int[] NoOrYes = [0, 1];

    private readonly IReadOnlyList<int>[] _domains;
    private readonly int[] _chosen;
    private readonly List<int> _path = [];

    private Exploration(IReadOnlyList<int>[] domains)
    {
        // Behind the facts each circumstance has its place: no or yes.
        _domains = [.. domains, .. Enum.GetValues<Circumstance>().Select(_ => NoOrYes)];
        _chosen = new int[_domains.Length];
        Array.Fill(_chosen, -1);
    }

    /// <summary>How many runs there were.</summary>
    public int Runs { get; private set; }

    /// <summary>Runs <paramref name="visit"/> once for every path; stops early when it gives back false.</summary>
    /// <returns>False when it was stopped or did not end within <paramref name="limit"/> runs.</returns>
    /// <param name="domains">The values of each fact in the catalogue's order, from <see cref="Domains"/>.</param>
    public static bool Run(IReadOnlyList<int>[] domains, Func<Exploration, bool> visit, int limit = int.MaxValue)
    {
        var exploration = new Exploration(domains);
        do
        {
            exploration.Runs++;
            if (!visit(exploration) || exploration.Runs >= limit)
                return false;
        }
        while (exploration.Advance());
        return true;
    }

    /// <summary>The code as given, whatever the case's EHR is.</summary>
    public int AsGiven(int fact) => Raw(fact);

    /// <summary>The facts that were read on this path, with the codes they had.</summary>
    public IEnumerable<(FactDefinition Fact, int Code)> Path =>
        _path.Where(place => place < FactCatalogue.All.Count).Select(fact => (FactCatalogue.All[fact], _domains[fact][_chosen[fact]]));

    /// <summary>The circumstances that were read on this path and hold on it.</summary>
    public IEnumerable<Circumstance> Circumstances =>
        _path.Where(place => place >= FactCatalogue.All.Count && _chosen[place] > 0).Select(place => (Circumstance)(place - FactCatalogue.All.Count));

    public override bool IsIn(Circumstance circumstance) => Read(FactCatalogue.All.Count + (int)circumstance) > 0;

    protected override int Raw(int fact) => Read(fact);

    private int Read(int fact)
    {
        if (_chosen[fact] < 0)
        {
            _chosen[fact] = 0;
            _path.Add(fact);
        }
        return _domains[fact][_chosen[fact]];
    }

    // Like an odometer: the fact that was read last turns first; one that is through is forgotten, and the one before it turns.
    private bool Advance()
    {
        while (_path.Count > 0)
        {
            var last = _path[^1];
            if (++_chosen[last] < _domains[last].Count)
                return true;
            _chosen[last] = -1;
            _path.RemoveAt(_path.Count - 1);
        }
        return false;
    }
}
