using System.Globalization;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;

namespace Motics.Support.Core.Tickets;

/// <summary>What somebody should know before a ticket is closed. Warnings, not refusals: the agent knows the clinic.</summary>
internal static class ClosingWarnings
{
    public static IReadOnlyList<string> Of(Ticket ticket, TicketCase ticketCase, OrganisationDetail organisation) =>
        [.. All(ticket, ticketCase, organisation)];

    private static IEnumerable<string> All(Ticket ticket, TicketCase ticketCase, OrganisationDetail organisation)
    {
        var evaluation = ticketCase.Evaluation;
        if (evaluation.Asks.Count > 0)
        {
            yield return $"Questions are still open: {string.Join(", ", evaluation.Asks.Select(FactWords.Name))}.";
        }

        if (ticket.AskedAgain.Count > 0)
        {
            yield return $"Engineers asked again about: {string.Join(", ", ticket.AskedAgain.Select(FactWords.Name))}.";
        }

        if (evaluation.Verdict != Verdict.Resolved && organisation.Health.NeedsSomebody())
        {
            yield return "The events do not show yet that the connection works.";
        }

        if (evaluation.Steps.Count(step => !ticket.Checklist.ContainsKey(step.Id)) is var open and > 0 && evaluation.Verdict != Verdict.Resolved)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{open} of {evaluation.Steps.Count} steps are not ticked.");
        }
    }
}
