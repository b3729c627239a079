using Motics.Support.Core.Tickets;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Portal.Components.Triage.Asking;

/// <summary>Turns what a ticket knows into the one question of the walk-through.</summary>
/// <param name="view">The ticket.</param>
/// <param name="playbook">Has the questions that only come up when somebody jumps to them.</param>
/// <param name="now">For what the events show.</param>
public sealed class Conversation(TicketView view, Playbook playbook, DateTimeOffset now)
{
    /// <summary>
    /// What to ask: what was asked for by name, else what the playbook asks next, else what the events proved and nobody has confirmed.
    /// Null when nothing is left.
    /// </summary>
    /// <param name="byName">Fact that somebody jumped to; null for none.</param>
    /// <param name="passed">Facts that were skipped or confirmed in this sitting.</param>
    public QuestionShown? Ask(string? byName, IReadOnlySet<string> passed)
    {
        if (byName is not null && Known(byName) is { } asked)
        {
            return Shown(asked, null);
        }

        if (Open(passed) is { } open)
        {
            return Shown(new QuestionState(open, view.Case.Find(open.Fact.Name), true), Math.Max(0, view.Plan.AboutMore - passed.Count));
        }

        return Unconfirmed(passed) is { } proven ? Shown(proven, null) : null;
    }

    /// <summary>The fact that was answered before this one; null at the beginning.</summary>
    public string? Before(string? fact)
    {
        var answered = view.Ticket.Answers.OrderBy(answer => answer.Value.At).Select(answer => answer.Key).ToList();
        var here = fact is null ? -1 : answered.IndexOf(fact);
        return here > 0 ? answered[here - 1] : here == 0 ? null : answered.LastOrDefault();
    }

    private Question? Open(IReadOnlySet<string> passed)
    {
        if (view.NextQuestion is { } next && !passed.Contains(next.Fact.Name))
        {
            return next;
        }

        return passed.Count == 0 ? null : view.Plan.Relevant
            .Where(state => state.Fact is null && !passed.Contains(state.Question.Fact.Name))
            .Select(state => state.Question)
            .FirstOrDefault();
    }

    // The verdict rests on these, and nobody has said whether the clinic sees it the same way.
    private QuestionState? Unconfirmed(IReadOnlySet<string> passed) => view.Evaluation.Because
        .Where(reason => reason.From == FactSource.Events && !reason.Overruled && !passed.Contains(reason.Fact) && !view.Ticket.Answers.ContainsKey(reason.Fact))
        .Select(reason => Known(reason.Fact))
        .FirstOrDefault(state => state is { Question.AskWhen: not null, Question.Options.Count: > 0 });

    private QuestionState? Known(string fact) =>
        view.Plan.Relevant.FirstOrDefault(state => state.Question.Fact.Name == fact)
        ?? (playbook.QuestionFor(fact) is { } question ? new QuestionState(question, view.Case.Find(fact), false) : null);

    private QuestionShown Shown(QuestionState state, int? more)
    {
        var question = state.Question;
        return new QuestionShown
        {
            Fact = question.Fact.Name,
            Text = question.Text,
            Help = question.Help,
            Form = question.Fact.Type switch { FactType.Text => AnswerForm.Text, FactType.Number => AnswerForm.Number, _ => AnswerForm.Choice },
            Options = question.Options,
            Known = state.Fact?.Agent ?? state.Fact?.Events,
            Evidence = state.Fact?.Events,
            Observation = question.Fact.Name == FactNames.PatientSearch ? FactGatherer.SearchNote(view.Organisation, now) : null,
            Number = more is null ? 0 : view.Ticket.Answers.Count + 1,
            More = more,
            AskedAgain = view.Ticket.AskedAgain.Contains(question.Fact.Name),
        };
    }
}
