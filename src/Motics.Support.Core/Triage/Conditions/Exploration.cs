using Motics.Support.Core.Errors;

namespace Motics.Support.Core.Triage.Conditions;

/// <summary>
/// Goes through all combinations of facts without listing them: a fact gets a value only when somebody reads it, and each run takes another
/// path until every path was taken. What is never read on a path does not matter there, so each run stands for all its values.
/// </summary>
internal sealed class Exploration : FactValues
{
    private static readonly int[][] Domains = [.. FactCatalogue.All.Select(fact => Domain(fact).ToArray())];

    private readonly int[] _chosen = new int[FactCatalogue.All.Count];
    private readonly List<int> _path = [];

    private Exploration() => Array.Fill(_chosen, -1);

    /// <summary>How many runs there were.</summary>
    public int Runs { get; private set; }

    /// <summary>Runs <paramref name="visit"/> once for every path; stops early when it gives back false.</summary>
    /// <returns>False when it was stopped or did not end within <paramref name="limit"/> runs.</returns>
    public static bool Run(Func<Exploration, bool> visit, int limit = int.MaxValue)
    {
        var exploration = new Exploration();
        do
        {
            exploration.Runs++;
            if (!visit(exploration) || exploration.Runs >= limit)
                return false;
        }
        while (exploration.Advance());
        return true;
    }

    /// <summary>The facts that were read on this path, with the codes they had.</summary>
    public IEnumerable<(FactDefinition Fact, int Code)> Path => _path.Select(fact => (FactCatalogue.All[fact], Domains[fact][_chosen[fact]]));

    /// <summary>The values that a fact takes: unknown first, then every value, or enough of them to tell conditions apart.</summary>
    public static IReadOnlyList<int> ValuesOf(int fact) => Domains[fact];

    protected override int Raw(int fact)
    {
        if (_chosen[fact] < 0)
        {
            _chosen[fact] = 0;
            _path.Add(fact);
        }
        return Domains[fact][_chosen[fact]];
    }

    // Like an odometer: the fact that was read last turns first; one that is through is forgotten, and the one before it turns.
    private bool Advance()
    {
        while (_path.Count > 0)
        {
            var last = _path[^1];
            if (++_chosen[last] < Domains[last].Length)
                return true;
            _chosen[last] = -1;
            _path.RemoveAt(_path.Count - 1);
        }
        return false;
    }

    private static IEnumerable<int> Domain(FactDefinition fact) => fact.Type switch
    {
        FactType.Text => Enum.GetValues<ErrorKind>().Select(kind => (int)kind).Prepend(Unknown),
        // "At least" is the only thing that conditions ask of a number; the rules ask for three.
        FactType.Number => [Unknown, 0, 2, 3, 10],
        _ => Enumerable.Range(Unknown, fact.Values.Count + 1),
    };
}
