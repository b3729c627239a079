namespace Motics.Support.Core.Triage.Conditions;

/// <summary>The case is in a circumstance, or is not in it. That is always known, so the opposite can be written with either.</summary>
internal sealed class CaseIs(Circumstance circumstance, bool without) : Condition
{
    internal override Truth Test(FactValues values) => values.IsIn(circumstance) == without ? Truth.False : Truth.True;

    internal override void Explain(FactValues values, Truth truth, ISet<int> facts)
    {
        // It is no fact: what it means is said by the rule's own words.
    }

    internal override string Describe(ConditionWords words) => circumstance.Words(without);

    public override ConditionData ToData() => without ? new ConditionData { CaseWithout = [Kebab.Name(circumstance)] } : new ConditionData { Case = [Kebab.Name(circumstance)] };
}
