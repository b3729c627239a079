using System.Globalization;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage.Conditions;

/// <summary>The facts of one case, with the chance to ask "and if this one were that?".</summary>
internal sealed class KnownValues : FactValues
{
    private readonly int[] _codes;
    private readonly bool[] _circumstances;

    public KnownValues(CaseFacts facts)
    {
        _circumstances = [.. Enum.GetValues<Circumstance>().Select(circumstance => circumstance.HoldsFor(facts))];
        _codes = [.. FactCatalogue.All.Select(fact => Code(fact, facts))];
    }

    /// <summary>Sets a code and gives back the one it replaces, so that the caller can put it back.</summary>
    public int Swap(int fact, int code)
    {
        var before = _codes[fact];
        _codes[fact] = code;
        return before;
    }

    /// <summary>Sets a circumstance and gives back what it was, so that the caller can put it back.</summary>
    public bool Swap(Circumstance circumstance, bool holds)
    {
        var before = _circumstances[(int)circumstance];
        _circumstances[(int)circumstance] = holds;
        return before;
    }

    public override bool IsIn(Circumstance circumstance) => _circumstances[(int)circumstance];

    protected override int Raw(int fact) => _codes[fact];

    private static int Code(FactDefinition fact, CaseFacts facts)
    {
        if (facts.Find(fact.Name)?.Effective is not { } known)
            return Unknown;
        return fact.Type switch
        {
            FactType.Text => (int)facts.ErrorKind!.Value,
            FactType.Number => int.Parse(known.Value, CultureInfo.InvariantCulture),
            _ => CodeOf(fact, known.Value),
        };
    }

    public static int CodeOf(FactDefinition fact, string value)
    {
        for (var code = 0; code < fact.Values.Count; code++)
        {
            if (fact.Values[code] == value)
                return code;
        }
        return Unknown;
    }
}
