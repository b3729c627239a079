using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Providers;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage;

/// <summary>
/// What an escalation must contain (<c>triage.md</c>, last section). Any known value counts, false and not-tried too. The organisation is
/// not among what can be missing: a ticket always has one.
/// </summary>
public static class EscalationChecklist
{
    // Nobody who cannot see the integration or get at the key has an error message to show.
    private static readonly EscalationCriterion[] WithoutError = [EscalationCriterion.IntegrationNotVisible, EscalationCriterion.KeyNotAccessible];

    /// <summary>
    /// What a hand-over of this case would still need, as fact names, <c>criterion</c> (the verdict is no escalation) and <c>screenshot</c> (named
    /// beside <c>errorText</c>: either of the two will do). Empty when it is complete.
    /// </summary>
    public static IReadOnlyList<string> Missing(CaseFacts facts, Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        return Missing(facts, evaluation.Criterion);
    }

    /// <summary>The same, by the criterion alone; null for a verdict that is no escalation.</summary>
    public static IReadOnlyList<string> Missing(CaseFacts facts, EscalationCriterion? criterion) =>
        [.. Required(facts, criterion).Where(item => !item.Known).Select(item => item.Name)];

    /// <summary>Everything that is required and whether it is known; text and screenshot are one item, under the name <c>errorText</c>.</summary>
    public static IReadOnlyList<ChecklistItem> Items(CaseFacts facts, EscalationCriterion? criterion) =>
        [.. Required(facts, criterion).Where(item => item.Name != FactNames.Screenshot)];

    private static IEnumerable<ChecklistItem> Required(CaseFacts facts, EscalationCriterion? criterion)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (criterion is null)
            yield return new(FactNames.Criterion, false);
        yield return Fact(facts, FactNames.Ehr);
        foreach (var name in facts.Ehr?.Profile().NeededToEscalate ?? [])
            yield return Fact(facts, name);
        if (criterion is null || !WithoutError.Contains(criterion.Value))
        {
            var known = facts.Context.HasScreenshot || facts.Effective(FactNames.ErrorText) is not null;
            yield return new(FactNames.ErrorText, known);
            yield return new(FactNames.Screenshot, known);
        }

        // There is no key to enter where the EHR has none.
        if (facts.Ehr?.IsLeftAlone() != true)
            yield return Fact(facts, FactNames.KeyReentered);
        yield return Fact(facts, FactNames.PatientSearch);
        yield return Fact(facts, FactNames.UsingCopyPaste);
    }

    private static ChecklistItem Fact(CaseFacts facts, string name) => new(name, facts.Effective(name) is not null);
}

/// <summary>One thing that an escalation must contain.</summary>
/// <param name="Name">Fact name or <c>criterion</c>.</param>
/// <param name="Known">It is there.</param>
public sealed record ChecklistItem(string Name, bool Known);
