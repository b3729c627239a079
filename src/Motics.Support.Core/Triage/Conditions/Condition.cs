namespace Motics.Support.Core.Triage.Conditions;

/// <summary>
/// When a rule applies. Three-valued: a fact that is not known makes it neither hold nor not hold, unless the condition names <c>unknown</c>.
/// </summary>
public abstract class Condition
{
    /// <summary>Whether it holds.</summary>
    internal abstract Truth Test(FactValues values);

    /// <summary>Adds the facts that make it hold (or, for <paramref name="truth"/> false, not hold). Call it only where it is so.</summary>
    internal abstract void Explain(FactValues values, Truth truth, ISet<int> facts);

    /// <summary>The facts whose being unknown it names: by <c>unknown</c>, or because an unnamed kind is no kind.</summary>
    internal abstract IEnumerable<int> NamesUnknown();

    /// <summary>In words, for the playbook's page.</summary>
    public abstract string Describe();

    /// <inheritdoc/>
    public sealed override string ToString() => Describe();

    internal bool Holds(FactValues values) => Test(values) == Truth.True;

    /// <summary>Within a larger condition: in brackets when it has parts of its own.</summary>
    internal virtual string DescribeWithin() => Describe();
}
