using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Evidence;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Tickets;
using Motics.Support.Portal.Components.Wording;

namespace Motics.Support.Portal.Components.Triage;

/// <summary>Turns an evaluated case into what the cards beside the question show.</summary>
/// <param name="view">The ticket.</param>
/// <param name="myId">Id of the reader, who is called "you".</param>
public sealed class CaseShown(TicketView view, string? myId)
{
    /// <summary>The verdict with its reasons; what was overruled is no reason but stays in "What we know".</summary>
    public VerdictShown Verdict => new()
    {
        Verdict = view.Evaluation.Verdict,
        Title = view.Evaluation.Title,
        Label = (view.Evaluation.Verdict == Core.Triage.Verdict.Escalate ? Words.OfEngineers(view.OpenEscalation?.Status, DoneAt is not null) : null) ?? Words.OfVerdict(view.Evaluation),
        Because = [.. Done, .. view.Evaluation.Because.Where(reason => !reason.Overruled && !IsFromBefore(reason.Fact, reason.From, reason.At)).Select(Because)],
        Source = view.Evaluation.Source.Title,
        CheckedOn = view.Evaluation.Source.LastChecked,
        RuleId = view.Evaluation.RuleId,
        PlaybookVersion = view.Evaluation.PlaybookVersion,
        EarlierVersion = view.Ticket.Verdict?.PlaybookVersion is { } earlier && earlier != view.Evaluation.PlaybookVersion ? earlier : null,
    };

    /// <summary>The steps of now, each with who ticked it.</summary>
    public IReadOnlyList<StepShown> Steps =>
    [
        .. view.Evaluation.Steps.Select(step => new StepShown(
            step.Id, step.Text, step.Detail, step.ForClinic,
            step.Source == view.Evaluation.Source ? null : step.Source.Title,
            view.Ticket.Checklist.GetValueOrDefault(step.Id))),
    ];

    /// <summary>Steps that were ticked under another verdict.</summary>
    public IReadOnlyList<TickedStep> EarlierSteps =>
        [.. view.Ticket.Checklist.Values.Where(ticked => view.Evaluation.Steps.All(step => step.Id != ticked.StepId)).OrderBy(ticked => ticked.At)];

    /// <summary>What is known and what is wanted, in the order of the questions.</summary>
    public IReadOnlyList<KnownFactShown> Facts =>
        [.. view.Plan.Relevant.Where(state => state.Fact is not null || state.IsWanted || IsRequired(state.Question.Fact.Name)).Select(Known)];

    /// <summary>How many things a hand-over wants and how many of them are there.</summary>
    public (int Known, int Needed) Readiness
    {
        get
        {
            var items = EscalationChecklist.Items(view.Case, view.Evaluation.Criterion);
            return (items.Count(item => item.Known), items.Count);
        }
    }

    // Since when the clinic is to try again; null while it is not. What events showed before that is no reason any more.
    private DateTimeOffset? DoneAt => view.Case.Context.ClinicTriesAgain ? view.Ticket.EngineersDoneAt : null;

    private IEnumerable<ReasonShown> Done => DoneAt is { } done ? [new("The engineers are done with it, and nothing has failed since", "engineers", done)] : [];

    // Only what was tried: which key was saved when is as true as before.
    private bool IsFromBefore(string fact, FactSource from, DateTimeOffset? at) =>
        from == FactSource.Events && DoneAt is { } done && fact is (FactNames.RetriedAfterReentry or FactNames.PatientSearch or FactNames.ErrorText or FactNames.RepeatedFailures)
        && (at < done || (fact == FactNames.RetriedAfterReentry && !FailsSince(done)));

    // One search in vain after they were done is no failure yet, although with those before it there were enough.
    private bool FailsSince(DateTimeOffset done) =>
        view.Organisation.Operations.Deciding()?.Failures.Last >= done || EmptySearches.Since(view.Organisation, done).Count >= EmptySearches.ThatFail;

    private bool IsRequired(string fact) => view.MissingToEscalate.Contains(fact);

    private KnownFactShown Known(QuestionState state)
    {
        var answer = view.Ticket.Answers.GetValueOrDefault(state.Question.Fact.Name);
        var said = state.Fact is { Agent: not null, Said.From: FactSource.Agent } && answer is not null ? Who.Of(answer.By, myId) : null;
        var known = state.Fact?.Effective ?? state.Fact?.Said;
        return new KnownFactShown(state.Question.Fact.Name, known, said, state.Fact is { IsOverruled: true } fact ? fact.Events : null)
        {
            IsFromBeforeTheEngineers = known is not null && IsFromBefore(state.Question.Fact.Name, known.From, known.At),
        };
    }

    private ReasonShown Because(Reason reason)
    {
        var by = view.Ticket.Answers.GetValueOrDefault(reason.Fact)?.By;
        return reason.From == FactSource.Agent && by is not null ? new ReasonShown(Words.Because(reason), Who.Of(by, myId), reason.At) : Words.Shown(reason);
    }
}
