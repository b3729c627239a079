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

    /// <summary>The facts whose being unknown it names itself: by <c>unknown</c>, or because an unnamed kind is no kind.</summary>
    internal virtual IReadOnlyList<int> NamesUnknown => [];

    /// <summary>The conditions it is made of; none for one that looks at facts itself.</summary>
    internal virtual IReadOnlyList<Condition> Parts => [];

    /// <summary>The conditions in it that look at facts themselves.</summary>
    internal IEnumerable<Condition> Atoms() => Parts.Count == 0 ? [this] : Parts.SelectMany(part => part.Atoms());

    /// <summary>In words, for the playbook's page.</summary>
    public abstract string Describe();

    /// <inheritdoc/>
    public sealed override string ToString() => Describe();

    internal bool Holds(FactValues values) => Test(values) == Truth.True;

    /// <summary>Within a larger condition: in brackets when it has parts of its own.</summary>
    internal virtual string DescribeWithin() => Describe();
}
