using Motics.Support.Core.Triage.Facts;

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

    /// <summary>In the names that the playbook uses. <see cref="Playbook.Describe"/> says it in words.</summary>
    public string Describe() => Describe(ConditionWords.Names);

    internal abstract string Describe(ConditionWords words);

    /// <summary>For programs to read.</summary>
    public abstract ConditionData ToData();

    /// <inheritdoc/>
    public sealed override string ToString() => Describe();

    internal bool Holds(FactValues values) => Test(values) == Truth.True;

    /// <summary>Within a larger condition: in brackets when it has parts of its own.</summary>
    internal virtual string DescribeWithin(ConditionWords words) => Describe(words);
}

/// <summary>What a condition calls facts, values and kinds when it is read out.</summary>
internal sealed record ConditionWords(Func<FactDefinition, string> Fact, Func<FactDefinition, string, string> Value, Func<string, string> Kind)
{
    public static ConditionWords Names { get; } = new(fact => fact.Name, (_, value) => value, kind => kind);
}
