namespace Motics.Support.Core.Triage;

/// <summary>Whether a case can be handed to the engineers.</summary>
public enum EscalationState
{
    /// <summary>The verdict is no escalation.</summary>
    No,

    /// <summary>It is, and everything required is known.</summary>
    Ready,

    /// <summary>It is, and something is missing.</summary>
    Incomplete,
}

/// <summary>What triage concludes from the facts of a case. Pure: the same facts and playbook give the same evaluation.</summary>
public sealed record Evaluation
{
    public required Verdict Verdict { get; init; }

    /// <summary>Known exactly for <see cref="Verdict.Escalate"/>.</summary>
    public EscalationCriterion? Criterion { get; init; }

    /// <summary>The conclusion as a short sentence; names the defect where there is one.</summary>
    public required string Title { get; init; }

    /// <summary>What to call the verdict in two or three words where its own name would say something else; null where that fits.</summary>
    public string? Label { get; init; }

    /// <summary>The title tells what is known (it is switched off, the engineers have it), and concludes nothing from it.</summary>
    public bool SaysWhatIs { get; init; }

    /// <summary>The rule that won.</summary>
    public required string RuleId { get; init; }

    /// <summary>Where the rule comes from.</summary>
    public required PlaybookSource Source { get; init; }

    /// <summary>The playbook's list that <see cref="Steps"/> come from, also when nothing of it is left to do; null when the rule has none that fits.</summary>
    public string? StepList { get; init; }

    /// <summary>Heading over the steps ("Reconnect Cliniko"); null when there are none.</summary>
    public string? StepsTitle { get; init; }

    /// <summary>What is left to do, in order, with the case's own values filled in; empty when nothing is.</summary>
    public IReadOnlyList<Step> Steps { get; init; } = [];

    /// <summary>There is nothing to send to the clinic: no reply is offered.</summary>
    public bool SendsNothing { get; init; }

    /// <summary>What must not be done under this verdict; null for nothing but what <see cref="Advice"/> warns of.</summary>
    public string? DoNot { get; init; }

    /// <summary>What comes once every step is done and nothing has worked since; null when the playbook does not say.</summary>
    public string? Then { get; init; }

    /// <summary>What rides along, copy and paste first.</summary>
    public IReadOnlyList<EvaluatedAdvice> Advice { get; init; } = [];

    /// <summary>The facts that made the rule match: the agent's word first, and the events' beside it where they say otherwise.</summary>
    public IReadOnlyList<Reason> Because { get; init; } = [];

    /// <summary>Unknown facts that the verdict asks for, in the order to ask them.</summary>
    public IReadOnlyList<string> Asks { get; init; } = [];

    public required EscalationState Escalation { get; init; }

    /// <summary>
    /// For an escalation what it still needs (fact names and <c>screenshot</c>, which stands beside <c>errorText</c> as the alternative to it);
    /// for any other verdict <see cref="Asks"/>.
    /// </summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    public required string PlaybookVersion { get; init; }
}

/// <summary>Something to heed whatever the verdict's steps are.</summary>
/// <param name="Text">For the agent.</param>
/// <param name="IsWarning">True for what must not be done: it is shown so that it cannot be missed.</param>
/// <param name="ForClinic">The same as it is said or sent to the clinic; null when it is for the agent only.</param>
public sealed record EvaluatedAdvice(AdviceKind Kind, string Text, bool IsWarning, string? ForClinic = null);

/// <summary>One fact that made the rule match.</summary>
/// <param name="Fact">Its name.</param>
/// <param name="Value">Wire form.</param>
/// <param name="From">Who says so.</param>
/// <param name="At">When; null when that has no time.</param>
/// <param name="Evidence">A sentence that shows how we know; null for an agent's answer that no event supports.</param>
/// <param name="Overruled">
/// True for what did not count: what the events show while the agent says otherwise, or what the agent said before the events answered it.
/// </param>
public sealed record Reason(string Fact, string Value, FactSource From, DateTimeOffset? At, string? Evidence, bool Overruled);

/// <summary>Where a rule or a step comes from.</summary>
/// <param name="Id">Its id in the playbook.</param>
/// <param name="Title">What people read.</param>
/// <param name="LastChecked">When somebody last compared the playbook with it.</param>
public sealed record PlaybookSource(string Id, string Title, DateOnly LastChecked);
