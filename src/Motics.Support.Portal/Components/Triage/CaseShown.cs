using Motics.Support.Core.Tickets;
using Motics.Support.Core.Triage;
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
        Label = Words.OfVerdict(view.Evaluation),
        Because = [.. view.Evaluation.Because.Where(reason => !reason.Overruled).Select(Because)],
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

    private bool IsRequired(string fact) => view.MissingToEscalate.Contains(fact);

    private KnownFactShown Known(QuestionState state)
    {
        var answer = view.Ticket.Answers.GetValueOrDefault(state.Question.Fact.Name);
        var said = state.Fact is { Agent: not null, Said.From: FactSource.Agent } && answer is not null ? Who.Of(answer.By, myId) : null;
        return new KnownFactShown(state.Question.Fact.Name, state.Fact?.Effective ?? state.Fact?.Said, said, state.Fact is { IsOverruled: true } fact ? fact.Events : null);
    }

    private ReasonShown Because(Reason reason)
    {
        var by = view.Ticket.Answers.GetValueOrDefault(reason.Fact)?.By;
        return reason.From == FactSource.Agent && by is not null ? new ReasonShown(Words.Because(reason), Who.Of(by, myId), reason.At) : Words.Shown(reason);
    }
}
