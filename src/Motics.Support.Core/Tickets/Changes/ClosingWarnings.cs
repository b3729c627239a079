using System.Globalization;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets.Complaints;
using Motics.Support.Core.Tickets.Keys;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Wording;

namespace Motics.Support.Core.Tickets.Changes;

/// <summary>What closing has to know.</summary>
/// <param name="Warnings">What is still open.</param>
/// <param name="ProvenBy">The event that proves the complaint answered; null when none does.</param>
internal sealed record ClosingState(IReadOnlyList<string> Warnings, ProvenBy? ProvenBy);

/// <summary>What somebody should know before a ticket is closed. Warnings, not refusals: the agent knows the clinic.</summary>
internal static class ClosingWarnings
{
    public static IReadOnlyList<string> Of(Ticket ticket, TicketCase ticketCase, OrganisationDetail organisation, ProofTimes seen) =>
        [.. Key(ticket, organisation), .. ticketCase.Facts.Context.ClinicTriesAgain ? [] : All(ticket, ticketCase, organisation, seen)];

    private static IEnumerable<string> Key(Ticket ticket, OrganisationDetail organisation)
    {
        if (ticket.ExposedKey is { } exposed && exposed.Stands(organisation.KeyHistory))
        {
            yield return $"A key was found in {Labels.Of(exposed.In)}, and no new one has been saved since.";
        }
    }

    private static IEnumerable<string> All(Ticket ticket, TicketCase ticketCase, OrganisationDetail organisation, ProofTimes seen)
    {
        var evaluation = ticketCase.Evaluation;
        var proven = ticket.Complaint?.AnsweredBy(seen) is not null || evaluation.Verdict == Verdict.Resolved;
        if (evaluation.Asks.Count > 0 && !proven)
        {
            yield return $"Questions are still open: {string.Join(", ", evaluation.Asks.Select(FactWords.Name))}.";
        }

        if (ticket.AskedAgain.Count > 0)
        {
            yield return $"Engineers asked again about: {string.Join(", ", ticket.AskedAgain.Select(FactWords.Name))}.";
        }

        if (!proven && Unproven(ticket, organisation, seen) is { } missing)
        {
            yield return missing;
        }

        if (evaluation.Steps.Count(step => !ticket.Checklist.ContainsKey(step.Id)) is var open and > 0 && !proven)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{open} of {evaluation.Steps.Count} steps are not ticked.");
        }
    }

    // By what was complained of; a search that works says nothing of notes that do not push.
    private static string? Unproven(Ticket ticket, OrganisationDetail organisation, ProofTimes seen)
    {
        if (organisation.Operations.Failing().FirstOrDefault() is { } failing)
        {
            return $"{Labels.Of(failing.Operation)} still fails{(failing.Since is { } since ? $", since {Moment.Utc(since)}" : "")}.";
        }

        var wanted = ticket.Complaint?.Needed.Where(proof => proof != ComplaintProof.None).Select(proof => (ComplaintProof?)proof).FirstOrDefault(proof => seen.Proof(proof!.Value, ticket.Complaint.At) is null);
        return wanted is { } proof ? $"{ProofWords.Missing(proof)} since the clinic said so ({Moment.Utc(ticket.Complaint!.At)})."
            : organisation.Health.NeedsSomebody() ? "The events do not show yet that the connection works."
            : null;
    }
}
