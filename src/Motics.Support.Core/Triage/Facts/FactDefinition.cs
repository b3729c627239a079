using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Triage.Facts;

/// <summary>What sort of value a fact has.</summary>
public enum FactType { Bool, Number, Text, Choice }

/// <summary>One fact that triage knows.</summary>
/// <param name="Name">Wire name, camelCase.</param>
/// <param name="Type">What sort of value it has.</param>
/// <param name="Values">Wire values in their order: the names of a choice, <c>false</c> and <c>true</c> of a bool; empty for numbers and text.</param>
/// <param name="OnlyFor">The EHR that the fact is about; it is unknown while the case's EHR is another or unknown. Null when it is about any.</param>
public sealed record FactDefinition(string Name, FactType Type, IReadOnlyList<string> Values, Ehr? OnlyFor)
{
    /// <summary>Place in <see cref="FactCatalogue.All"/>.</summary>
    internal int Index { get; init; }

    /// <summary>What a value may be, to end the sentence "must be …".</summary>
    public string Accepted => Type switch
    {
        FactType.Bool => "true or false",
        FactType.Number => $"a whole number from 0 to {FactCatalogue.LargestNumber}",
        FactType.Text => $"text of at most {FactCatalogue.LongestText} characters",
        _ => $"one of {string.Join(", ", Values)}",
    };
}
