using System.Collections.Frozen;
using System.Globalization;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Conditions;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Tests.Triage;

/// <summary>Codes of facts as the names that the contract uses; the error text stands as the name of its kind.</summary>
internal static class Wires
{
    private static readonly FrozenDictionary<string, int> Index = FactCatalogue.All.ToFrozenDictionary(fact => fact.Name, fact => fact.Index);
    private static readonly string?[][] Names = [.. FactCatalogue.All.Select(fact => Enumerable.Range(-1, 20).Select(code => Name(fact, code)).ToArray())];

    /// <summary>What was given for a fact, whatever the case's EHR is.</summary>
    public static string? Given(Exploration values, string fact) => Names[Index[fact]][values.AsGiven(Index[fact]) + 1];

    public static string? Of(FactDefinition fact, int code) => Names[fact.Index][code + 1];

    /// <summary>The facts and circumstances of a path with room to change them.</summary>
    public static KnownValues Known(Exploration values)
    {
        var known = new KnownValues(new CaseFacts(null, null));
        foreach (var (fact, code) in values.Path)
            known.Swap(fact.Index, code);
        foreach (var circumstance in values.Circumstances)
            known.Swap(circumstance, true);
        return known;
    }

    private static string? Name(FactDefinition fact, int code) => (code, fact.Type) switch
    {
        (FactValues.Unknown, _) => null,
        (_, FactType.Text) => Enum.IsDefined((ErrorKind)code) ? Kebab.Name((ErrorKind)code) : null,
        (_, FactType.Number) => code.ToString(CultureInfo.InvariantCulture),
        _ => code < fact.Values.Count ? fact.Values[code] : null,
    };
}
