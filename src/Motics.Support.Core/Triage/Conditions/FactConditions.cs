using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage.Conditions;

/// <summary>A fact has one of these values; "unknown" may be one of them.</summary>
internal sealed class FactIs(FactDefinition fact, IReadOnlyList<string> values, bool orUnknown) : Condition
{
    private readonly int _mask = values.Aggregate(0, (mask, value) => mask | (1 << KnownValues.CodeOf(fact, value)));

    internal override Truth Test(FactValues known)
    {
        var code = known[fact.Index];
        if (code == FactValues.Unknown)
            return orUnknown ? Truth.True : Truth.Unknown;
        return fact.Type is FactType.Text || (_mask & (1 << code)) == 0 ? Truth.False : Truth.True;
    }

    internal override void Explain(FactValues known, Truth truth, ISet<int> facts) => facts.Add(fact.Index);

    internal override IReadOnlyList<int> NamesUnknown => orUnknown ? [fact.Index] : [];

    internal override string Describe(ConditionWords words)
    {
        var named = values.Select(value => words.Value(fact, value));
        return $"{words.Fact(fact)} is {string.Join(" or ", orUnknown ? named.Append("unknown") : named)}";
    }

    public override ConditionData ToData() => new() { Fact = fact.Name, Is = orUnknown ? [.. values, "unknown"] : values };
}

/// <summary>A number is at least so much.</summary>
internal sealed class FactAtLeast(FactDefinition fact, int least) : Condition
{
    internal override Truth Test(FactValues known) => known[fact.Index] switch
    {
        FactValues.Unknown => Truth.Unknown,
        var number => number >= least ? Truth.True : Truth.False,
    };

    internal override void Explain(FactValues known, Truth truth, ISet<int> facts) => facts.Add(fact.Index);

    internal override string Describe(ConditionWords words) => $"{words.Fact(fact)} is {least} or more";

    public override ConditionData ToData() => new() { Fact = fact.Name, AtLeast = least };
}

/// <summary>
/// The kinds of the case have one of these, or have none of these. The kinds are what symptom and error text name so far: while neither names
/// one, the case has none. So this condition is never unknown, and both ways are written out in the playbook.
/// </summary>
internal sealed class KindsAre(KindSet kinds, bool without) : Condition
{
    private static readonly int[] Naming = [FactValues.Symptom, FactValues.ErrorText];

    internal override Truth Test(FactValues known) => known.Kinds.Overlaps(kinds) == without ? Truth.False : Truth.True;

    internal override void Explain(FactValues known, Truth truth, ISet<int> facts)
    {
        var overlap = without != (truth == Truth.True);
        foreach (var fact in Naming)
        {
            if (known.KindsOf(fact).Overlaps(kinds) == overlap && !known.KindsOf(fact).IsEmpty)
                facts.Add(fact);
        }
    }

    internal override IReadOnlyList<int> NamesUnknown => without ? Naming : [];

    internal override string Describe(ConditionWords words) =>
        $"the kinds have {(without ? "none of " : "")}{string.Join(without ? ", " : " or ", kinds.Members().Select(kind => words.Kind(Kebab.Name(kind))))}";

    public override ConditionData ToData()
    {
        string[] names = [.. kinds.Members().Select(Kebab.Name)];
        return without ? new ConditionData { KindsWithout = names } : new ConditionData { Kinds = names };
    }
}
