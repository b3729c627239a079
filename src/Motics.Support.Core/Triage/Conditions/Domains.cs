using Motics.Support.Core.Errors;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage.Conditions;

/// <summary>The values that facts can take, for going through all combinations.</summary>
internal static class Domains
{
    /// <summary>Every value of every fact, unknown first; of numbers those around the thresholds in use.</summary>
    public static IReadOnlyList<int>[] Full { get; } = [.. FactCatalogue.All.Select(fact => (IReadOnlyList<int>)[.. Of(fact)])];

    /// <summary>
    /// One value for each class of values that these conditions cannot tell apart. Conditions see facts through their smallest parts only, so what
    /// holds for one value of a class holds for all of it.
    /// </summary>
    public static IReadOnlyList<int>[] Told(IEnumerable<Condition> conditions)
    {
        var atoms = conditions.SelectMany(condition => condition.Atoms()).Distinct().ToList();
        return [.. FactCatalogue.All.Select(fact => (IReadOnlyList<int>)[.. Full[fact.Index].DistinctBy(code => Seen(fact, code, atoms))])];
    }

    private static string Seen(FactDefinition fact, int code, List<Condition> atoms)
    {
        var values = new KnownValues(new CaseFacts(null, null));
        values.Swap(FactValues.Ehr, fact.OnlyFor is { } ehr ? (int)ehr : FactValues.Unknown);
        values.Swap(fact.Index, code);
        return string.Concat(atoms.Select(atom => (int)atom.Test(values)));
    }

    private static IEnumerable<int> Of(FactDefinition fact) => fact.Type switch
    {
        FactType.Text => Enum.GetValues<ErrorKind>().Select(kind => (int)kind).Prepend(FactValues.Unknown),
        FactType.Number => [FactValues.Unknown, 0, 2, 3, 10],
        _ => Enumerable.Range(FactValues.Unknown, fact.Values.Count + 1),
    };
}
