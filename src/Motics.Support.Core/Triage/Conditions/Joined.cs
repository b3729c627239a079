namespace Motics.Support.Core.Triage.Conditions;

/// <summary>All of its parts, or any of them.</summary>
internal sealed class Joined(bool all, IReadOnlyList<Condition> parts) : Condition
{
    // What one part settles for the whole: a false one for "all", a true one for "any".
    private Truth Settling => all ? Truth.False : Truth.True;

    internal override Truth Test(FactValues values)
    {
        var result = all ? Truth.True : Truth.False;
        foreach (var part in parts)
        {
            var truth = part.Test(values);
            if (truth == Settling)
                return truth;
            if (truth == Truth.Unknown)
                result = truth;
        }
        return result;
    }

    internal override void Explain(FactValues values, Truth truth, ISet<int> facts)
    {
        foreach (var part in parts)
        {
            if (part.Test(values) == truth)
                part.Explain(values, truth, facts);
        }
    }

    internal override IReadOnlyList<Condition> Parts => parts;

    internal override string Describe(ConditionWords words) => parts.Count == 0 ? "always" : string.Join(all ? ", and " : ", or ", parts.Select(part => part.DescribeWithin(words)));

    public override ConditionData ToData()
    {
        ConditionData[] data = [.. parts.Select(part => part.ToData())];
        return all ? new ConditionData { All = data } : new ConditionData { Any = data };
    }

    internal override string DescribeWithin(ConditionWords words) => parts.Count > 1 ? $"({Describe(words)})" : Describe(words);
}

/// <summary>The opposite; the opposite of unknown is unknown.</summary>
internal sealed class Not(Condition inner) : Condition
{
    internal override Truth Test(FactValues values) => Opposite(inner.Test(values));

    internal override void Explain(FactValues values, Truth truth, ISet<int> facts) => inner.Explain(values, Opposite(truth), facts);

    internal override IReadOnlyList<Condition> Parts => [inner];

    internal override string Describe(ConditionWords words) => $"not {inner.DescribeWithin(words)}";

    public override ConditionData ToData() => new() { Not = inner.ToData() };

    private static Truth Opposite(Truth truth) => Truth.True - (int)truth;
}

/// <summary>A condition that the playbook gave a name.</summary>
internal sealed class Term(string name, Condition meaning) : Condition
{
    internal override Truth Test(FactValues values) => meaning.Test(values);

    internal override void Explain(FactValues values, Truth truth, ISet<int> facts) => meaning.Explain(values, truth, facts);

    internal override IReadOnlyList<Condition> Parts => [meaning];

    public override ConditionData ToData() => new() { Term = name };

    internal override string Describe(ConditionWords words) => $"“{name.Replace('-', ' ')}”";
}
