using System.Text.Json.Serialization;

namespace Motics.Support.Core.Triage;

/// <summary>
/// A condition for programs to read, built as the playbook file writes it: exactly one of <see cref="All"/>, <see cref="Any"/>, <see cref="Not"/>,
/// <see cref="Term"/>, <see cref="Kinds"/>, <see cref="KindsWithout"/>, <see cref="Case"/>, <see cref="CaseWithout"/> and <see cref="Fact"/> is given. The condition that always holds is an empty
/// <see cref="All"/>.
/// </summary>
public sealed record ConditionData
{
    /// <summary>Every one of these holds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ConditionData>? All { get; init; }

    /// <summary>One of these holds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ConditionData>? Any { get; init; }

    /// <summary>This does not hold.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ConditionData? Not { get; init; }

    /// <summary>The term of this name holds; the playbook lists what it means.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Term { get; init; }

    /// <summary>The kinds of the case have one of these error kinds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Kinds { get; init; }

    /// <summary>The kinds of the case have none of these error kinds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? KindsWithout { get; init; }

    /// <summary>The case is in these circumstances (<see cref="Circumstance"/>), such as <c>connected</c> or <c>with-engineers</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Case { get; init; }

    /// <summary>The case is in none of these circumstances.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? CaseWithout { get; init; }

    /// <summary>This fact has one of the values of <see cref="Is"/>, or is <see cref="AtLeast"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Fact { get; init; }

    /// <summary>Wire values, <c>true</c> and <c>false</c> among them; <c>unknown</c> for a fact that nobody knows.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Is { get; init; }

    /// <summary>The least number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? AtLeast { get; init; }
}
