using Motics.Support.Core.Triage;

namespace Motics.Support.Portal.Components.Triage.Asking;

/// <summary>How an answer is given.</summary>
public enum AnswerForm { Choice, Text, Number }

/// <summary>A question as the walk-through asks it.</summary>
public sealed record QuestionShown
{
    /// <summary>The fact it is about.</summary>
    public required string Fact { get; init; }

    public required string Text { get; init; }

    /// <summary>How to find out; null when the question says it all.</summary>
    public string? Help { get; init; }

    public required AnswerForm Form { get; init; }

    public IReadOnlyList<QuestionOption> Options { get; init; } = [];

    /// <summary>What counts now; null while nobody knows.</summary>
    public KnownFact? Known { get; init; }

    /// <summary>What the events show, also when the agent said otherwise; null when they show nothing.</summary>
    public KnownFact? Evidence { get; init; }

    /// <summary>What the events hint at without proving it ("2 searches so far, both empty"); null for none.</summary>
    public string? Observation { get; init; }

    /// <summary>1 for the first question of the conversation.</summary>
    public int Number { get; init; }

    /// <summary>About how many are still to come; 0 when this is likely the last, null when it is asked out of turn.</summary>
    public int? More { get; init; }

    /// <summary>The engineers asked for this again.</summary>
    public bool AskedAgain { get; init; }

    /// <summary>The agent said something else than the events show.</summary>
    public bool Differs => Known is { From: FactSource.Agent } && Evidence is not null && Evidence.Value != Known.Value;
}
