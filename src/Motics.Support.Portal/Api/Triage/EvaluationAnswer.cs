using System.Text.Json;
using Motics.Support.Core.Triage;

namespace Motics.Support.Portal.Api.Triage;

/// <summary>Facts to evaluate.</summary>
/// <param name="OrganisationId">Whose evidence counts where no fact is given; null for none.</param>
/// <param name="Facts">By fact name; null is unknown. Given facts win over evidence.</param>
public sealed record EvaluationRequest(string? OrganisationId, JsonElement Facts);

/// <summary>What triage concludes.</summary>
public sealed record EvaluationAnswer
{
    public required Verdict Verdict { get; init; }

    /// <summary>Null for any verdict but <c>escalate</c>.</summary>
    public required EscalationCriterion? Criterion { get; init; }

    public required string Title { get; init; }

    /// <summary>What to do, in order.</summary>
    public required IReadOnlyList<StepAnswer> Steps { get; init; }

    public required IReadOnlyList<AdviceAnswer> Advice { get; init; }

    public required EscalationState Escalation { get; init; }

    /// <summary>Facts to ask for; for an escalation what it still needs.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>The facts that made the rule match.</summary>
    public required IReadOnlyList<ReasonAnswer> Because { get; init; }

    public required string RuleId { get; init; }

    public required string PlaybookVersion { get; init; }

    internal static EvaluationAnswer Of(Evaluation evaluation) => new()
    {
        Verdict = evaluation.Verdict,
        Criterion = evaluation.Criterion,
        Title = evaluation.Title,
        Steps = [.. evaluation.Steps.Select(step => new StepAnswer(step.Id, step.Text, step.Detail, step.Source.Title, step.ForClinic))],
        Advice = [.. evaluation.Advice.Select(advice => new AdviceAnswer(advice.Kind, advice.Text, advice.IsWarning))],
        Escalation = evaluation.Escalation,
        Missing = evaluation.Missing,
        Because = [.. evaluation.Because.Select(ReasonAnswer.Of)],
        RuleId = evaluation.RuleId,
        PlaybookVersion = evaluation.PlaybookVersion,
    };
}

/// <summary>One thing to do, and the article it comes from.</summary>
public sealed record StepAnswer(string Id, string Text, string? Detail, string Source, bool ForClinic);

/// <summary>Something to heed; <see cref="IsWarning"/> for what must not be done.</summary>
public sealed record AdviceAnswer(AdviceKind Id, string Text, bool IsWarning);

/// <summary>One fact that made the rule match; <see cref="Overruled"/> for what the events show while the agent says otherwise.</summary>
public sealed record ReasonAnswer(string Fact, object Value, FactSource From, DateTimeOffset? At, string? Evidence, bool Overruled)
{
    internal static ReasonAnswer Of(Reason reason) =>
        new(reason.Fact, FactAnswer.ValueOf(reason.Fact, reason.Value), reason.From, reason.At, reason.Evidence, reason.Overruled);
}
