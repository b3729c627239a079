using Motics.Support.Core.Escalations;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets.Changes;
using Motics.Support.Core.Tickets.Complaints;
using Motics.Support.Core.Tickets.Keys;
using Motics.Support.Core.Tickets.Replies;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;

namespace Motics.Support.Core.Tickets;

/// <summary>Puts together what the walk-through shows.</summary>
internal sealed class TicketViews(Playbook playbook)
{
    private readonly TicketCases cases = new(playbook);

    public TicketView Of(TicketFile file, OrganisationDetail organisation, bool keyWasMasked, DateTimeOffset now)
    {
        var ticketCase = cases.Of(file.Ticket, organisation, file.Screenshots.Count, now, EngineersParts.Of(file.Ticket, file, organisation));
        var (facts, evaluation) = (ticketCase.Facts, ticketCase.Evaluation);
        var times = ProofTimes.Of(organisation, now);
        var plan = NextQuestion.Plan(playbook, facts, evaluation);
        return new()
        {
            Ticket = file.Ticket,
            Organisation = organisation,
            Notes = file.Notes,
            Screenshots = file.Screenshots,
            Activity = file.Activity,
            Escalations = file.Escalations,
            Case = facts,
            Evaluation = evaluation,
            Plan = plan,
            NextQuestion = AskedAgain(file.Ticket) ?? plan.Next,
            Reply = TicketReplies.Compose(playbook, file, ticketCase, organisation),
            Edited = file.Reply?.Edited,
            Copied = file.Reply?.Copied,
            MissingToEscalate = EscalationChecklist.Missing(facts, evaluation),
            ProvenBy = file.Ticket.Complaint?.AnsweredBy(times),
            ExposedKey = file.Ticket.ExposedKey is { } exposed && exposed.Stands(organisation.KeyHistory) ? exposed : null,
            Woken = TicketWaking.Reasons(file.Ticket, times, now),
            MendingOptions = MendingOptions.Of(file, ticketCase, organisation, times),
            ClosingWarnings = file.Ticket.IsOpen ? ClosingWarnings.Of(file.Ticket, ticketCase, organisation, times) : [],
            KeyWasMasked = keyWasMasked,
        };
    }

    private Question? AskedAgain(Ticket ticket) => ticket.AskedAgain.Select(playbook.QuestionFor).OfType<Question>().FirstOrDefault();
}
