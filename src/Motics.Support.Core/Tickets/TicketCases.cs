using System.Text.Json;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets.Changes;
using Motics.Support.Core.Tickets.Keys;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Tickets;

/// <summary>What triage makes of a ticket: the events' facts as of now under the agent's answers.</summary>
/// <param name="Evidence">What the events show, by fact name.</param>
/// <param name="Facts">Both sides, merged.</param>
/// <param name="Evaluation">What follows.</param>
internal sealed record TicketCase(IReadOnlyDictionary<string, KnownFact> Evidence, CaseFacts Facts, Evaluation Evaluation)
{
    /// <summary>Words of the steps that hold now, by id.</summary>
    public IReadOnlyDictionary<string, string> Steps => Evaluation.Steps.ToDictionary(step => step.Id, step => step.Text);

    /// <summary>The run to remember when the verdict is not the one that the ticket has; null when it is.</summary>
    public TicketRun? RunAfter(Ticket ticket, DateTimeOffset now) =>
        ticket.Verdict is { } known && known.Verdict == Evaluation.Verdict && known.Criterion == Evaluation.Criterion && known.PlaybookVersion == Evaluation.PlaybookVersion
            ? null
            : new(ticket.Number, now, Evaluation.PlaybookVersion, Seen(), Kebab.Name(Evaluation.Verdict), Kebab.Name(Evaluation.Criterion));

    // Both sides of every fact, so that a run can be repeated.
    private string Seen() => JsonSerializer.Serialize(Facts.All.ToDictionary(
        fact => fact.Name, fact => new { value = fact.Said.Value, from = Kebab.Name(fact.Said.From), overruled = fact.IsOverruled ? fact.Events!.Value : null }));
}

/// <summary>Evaluates tickets with the playbook in force.</summary>
internal sealed class TicketCases(Playbook playbook)
{
    public TicketCase Of(Ticket ticket, OrganisationDetail organisation, int screenshots, DateTimeOffset now, EngineersPart engineers = EngineersPart.None)
    {
        var exposed = ticket.ExposedKey is { } key && key.Stands(organisation.KeyHistory);
        var facts = CaseFacts.Of(organisation, Answers(ticket), now, new CaseTicket(
            ticket.Complaint?.ToComplaint(ticket.RenewedAt), screenshots > 0, exposed, engineers is EngineersPart.HaveIt or EngineersPart.WaitForAnswers, engineers == EngineersPart.AreDone, engineers == EngineersPart.WaitForAnswers));
        return new(FactGatherer.Gather(organisation, now, facts.Complaint), facts, playbook.Evaluate(facts));
    }

    /// <summary>What is complained of in a ticket, with what proves it as the organisation stands at this moment; null when nothing is.</summary>
    public static Complaint? ComplaintOf(Ticket ticket, OrganisationDetail organisation) =>
        Complaint.Of(Answers(ticket), organisation, ticket.Opening, ticket.RenewedAt);

    /// <summary>What triage makes of a change as far as it is made.</summary>
    public TicketCase Of(TicketWork work) =>
        Of(work.Ticket, work.Organisation, work.File.Screenshots.Count + (work.Screenshot is null ? 0 : 1), work.Now, EngineersParts.Of(work.Ticket, work.File, work.Organisation));

    private static Dictionary<string, KnownFact> Answers(Ticket ticket) =>
        ticket.Answers.ToDictionary(pair => pair.Key, pair => new KnownFact(pair.Value.Value, FactSource.Agent, pair.Value.At));
}
