using Motics.Support.Core.Triage.Conditions;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage;

/// <summary>A rule that concludes a verdict. Rules are tried in order; the first whose condition holds wins.</summary>
public sealed record VerdictRule
{
    /// <summary>Stable over editions, unique.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>Takes the place of the verdict's name, in two or three words; null when that fits.</summary>
    public string? Label { get; init; }

    /// <summary>Known exactly for <see cref="Triage.Verdict.Escalate"/>.</summary>
    public EscalationCriterion? Criterion { get; init; }

    /// <summary>Its text is readable on the playbook's page.</summary>
    public required Condition When { get; init; }

    /// <summary>Facts that the verdict asks for while they are unknown.</summary>
    public IReadOnlyList<Ask> Asks { get; init; } = [];

    /// <summary>The verdict asks for the smallest question that would decide.</summary>
    public bool AsksDecidingQuestion { get; init; }

    /// <summary>The first whose condition holds gives the steps.</summary>
    public IReadOnlyList<StepChoice> Steps { get; init; } = [];

    /// <summary>There is nothing to send to the clinic: what comes next is the agent's to ask.</summary>
    public bool SendsNothing { get; init; }

    /// <summary>Takes the place of the verdict's opening in a reply; null when that fits.</summary>
    public string? Opening { get; init; }

    /// <summary>What must not be done under this verdict, shown so that it cannot be missed; null for nothing in particular.</summary>
    public string? DoNot { get; init; }

    /// <summary>What comes once every step is done and nothing has worked since; null when the playbook does not say.</summary>
    public string? Then { get; init; }

    public required PlaybookSource Source { get; init; }

    /// <summary>The steps for a case; null when none fit.</summary>
    internal StepList? StepsFor(FactValues values) => Steps.FirstOrDefault(choice => choice.When is null || choice.When.Holds(values))?.List;

    /// <summary>The facts to ask for, without those that are known or are about another EHR.</summary>
    internal IEnumerable<string> AsksFor(FactValues values) =>
        Asks.Where(ask => values.IsOpen(FactCatalogue.Get(ask.Fact)) && (ask.When is null || ask.When.Holds(values))).Select(ask => ask.Fact);
}

/// <summary>A fact to ask for while it is unknown and the condition holds; no condition means always.</summary>
public sealed record Ask(string Fact, Condition? When);

/// <summary>A list of steps to take when the condition holds; no condition means always.</summary>
public sealed record StepChoice(StepList List, Condition? When);

/// <summary>Steps that belong together, such as reconnecting Cliniko.</summary>
public sealed record StepList
{
    public required string Id { get; init; }

    /// <summary>Heading over the steps.</summary>
    public required string Heading { get; init; }

    /// <summary>Takes the place of the rule's title: names the defect that these steps mend. Null when the rule's title fits.</summary>
    public string? Title { get; init; }

    /// <summary>Takes the place of the verdict's name, in two or three words; null when that fits.</summary>
    public string? Label { get; init; }

    /// <summary>Takes the place of the verdict's opening in a reply; null when that fits.</summary>
    public string? Reply { get; init; }

    /// <summary>The list whose steps these are, in other words for another case; null for a list of its own.</summary>
    public string? As { get; init; }

    /// <summary>The steps need somebody who can manage integrations in Motics.</summary>
    public bool NeedsAdmin { get; init; }

    /// <summary>Takes the place of the rule's "then"; null when that fits.</summary>
    public string? Then { get; init; }

    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>The steps that a case still needs: none for what is done, known or impossible.</summary>
    internal IEnumerable<Step> StepsFor(FactValues values) => Steps.Where(step => step.When is null || step.When.Holds(values));
}

/// <summary>One step: as the playbook has it, with placeholders in braces, or filled for a case.</summary>
/// <param name="Id">Stable over editions, unique in the playbook.</param>
/// <param name="ForClinic">The clinic does it; else the agent.</param>
public sealed record Step(string Id, string Text, string? Detail, bool ForClinic, PlaybookSource Source)
{
    /// <summary>The step is there only while this holds; null for always.</summary>
    public Condition? When { get; init; }
}

/// <summary>Advice that rides along whenever its condition holds and the verdict is one of its verdicts.</summary>
/// <param name="Verdicts">The verdicts it rides along with; null for any.</param>
public sealed record AdviceRule(AdviceKind Kind, string Text, bool IsWarning, Condition When, IReadOnlySet<Verdict>? Verdicts, PlaybookSource Source)
{
    /// <summary>The same as it is said or sent to the clinic; null when it is for the agent only.</summary>
    public string? ForClinic { get; init; }

    /// <summary>Rides along with any verdict while this holds too; null for nothing more than <paramref name="When"/>.</summary>
    public Condition? Also { get; init; }

    /// <summary>A step that comes before the verdict's own; null when the advice is all there is to it.</summary>
    public Step? Step { get; init; }

    internal bool RidesAlong(FactValues values, Verdict verdict) =>
        ((Verdicts is null || Verdicts.Contains(verdict)) && When.Holds(values)) || Also?.Holds(values) == true;
}

/// <summary>A condition with a name.</summary>
public sealed record PlaybookTerm(string Name, Condition Meaning);

/// <summary>How a fact is asked for.</summary>
public sealed record Question
{
    public required FactDefinition Fact { get; init; }

    /// <summary>What the agent asks or looks up.</summary>
    public required string Text { get; init; }

    /// <summary>How to find out; null when the question says all.</summary>
    public string? Help { get; init; }

    /// <summary>The same question for the clinic to read, in a reply.</summary>
    public string? ForClinic { get; init; }

    /// <summary>The same for a clinic that has told us nothing; null where the other fits.</summary>
    public string? ForClinicFirst { get; init; }

    /// <summary>One for each value a choice or a yes-or-no can have; empty for numbers and text.</summary>
    public IReadOnlyList<QuestionOption> Options { get; init; } = [];

    /// <summary>The walk-through asks it only while this holds; null for never by itself (it can still be answered from the list).</summary>
    public Condition? AskWhen { get; init; }
}

/// <summary>One answer to choose.</summary>
public sealed record QuestionOption(string Value, string Label, string? Hint = null);
