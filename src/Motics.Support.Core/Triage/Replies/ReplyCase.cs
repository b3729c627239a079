using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Evidence;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage.Replies;

/// <summary>What a reply goes by beside facts and verdict: who reads it, and what has happened so far. It says nothing that has not.</summary>
public sealed record ReplyCase
{
    /// <summary>Whom to greet; null greets nobody by name.</summary>
    public string? Name { get; init; }

    /// <summary>Somebody told us of it, so there is something to thank for.</summary>
    public bool Told { get; init; }

    /// <summary>Notes cannot be pushed now, so the reply holds the way out.</summary>
    public bool NotesCannotBePushed { get; init; }

    /// <summary>The operation whose success proves that it works again; null when the agent says so, or nothing does.</summary>
    public Operation? ProvenBy { get; init; }

    /// <summary>It was handed to the engineers, and they are not done.</summary>
    public bool WithEngineers { get; init; }

    /// <summary>Engineers have resolved an escalation of it: it is not handed to them once more before the clinic has tried again.</summary>
    public bool EngineersDone { get; init; }

    /// <summary>Facts that the engineers who have the case want to know before they go on.</summary>
    public IReadOnlyList<string> EngineersAsk { get; init; } = [];

    /// <summary>What they ask in their own words.</summary>
    public IReadOnlyList<string> EngineersWords { get; init; } = [];

    /// <summary>What facts, verdict and the organisation's events say of it.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="evaluation">What follows from it.</param>
    /// <param name="organisation">Null when none is known.</param>
    public static ReplyCase Of(CaseFacts facts, Evaluation evaluation, OrganisationDetail? organisation = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(evaluation);
        return new()
        {
            Told = facts.All.Any(fact => fact.Agent is not null),
            NotesCannotBePushed = PushedNotes.AreStopped(facts, evaluation, organisation),
            ProvenBy = ProvingOperation(facts, organisation),
        };
    }

    // The fact carries the time of the success that it rests on. A check says less than what was tried since the complaint beside it.
    private static Operation? ProvingOperation(CaseFacts facts, OrganisationDetail? organisation)
    {
        if (organisation is null || facts.Find(FactNames.RetriedAfterReentry)?.Effective is not { From: FactSource.Events, Value: "works", At: { } at })
            return null;
        var proving = organisation.Operations.FirstOrDefault(state => state.LastSuccessAt == at)?.Operation;
        return proving == Operation.Verify
            ? ProofTimes.Of(organisation, at).Worked.FirstOrDefault(success => success.At > facts.Complaint?.At && success.Operation != Operation.Verify)?.Operation ?? proving
            : proving;
    }
}
