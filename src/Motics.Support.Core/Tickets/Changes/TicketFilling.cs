using Motics.Support.Core.Escalations;
using Motics.Support.Core.Masking;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets.Complaints;
using Motics.Support.Core.Tickets.Keys;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;

namespace Motics.Support.Core.Tickets.Changes;

/// <summary>What a ticket of an earlier edition would have kept, read off what it did keep.</summary>
public static class TicketFilling
{
    /// <summary>The ticket with its complaint, the trouble it was opened in, and a key that was masked in its texts.</summary>
    public static Ticket Fill(TicketFile file, OrganisationDetail organisation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(file);
        var ticket = file.Ticket with { Opening = file.Ticket.Opening ?? Opening(file.Ticket, organisation) };
        var complaint = TicketComplaint.Of(TicketCases.ComplaintOf(ticket, organisation));
        return ticket with
        {
            Complaint = complaint,
            // Who worked on it while it was connected has seen that it is.
            AnsweredWhenTouched = ticket.HealthWhenTouched == Health.Connected && complaint?.AnsweredBy(ProofTimes.Of(organisation, now)) is not null,
            ExposedKey = ticket.ExposedKey ?? Exposed(file),
            EngineersDoneAt = ticket.EngineersDoneAt ?? (file.Escalations is [{ Status: EscalationStatus.Resolved } done, ..] ? done.UpdatedAt : null),
        };
    }

    /// <summary>
    /// The same ticket, or, when a program of the edition before changed what is complained of in it and did not know that this is kept, the ticket with the
    /// complaint that its answers hold now. Nobody has seen that answered yet.
    /// </summary>
    /// <param name="ticket">As it is stored.</param>
    /// <param name="organisation">As it is now: which operation fails is read off it.</param>
    public static Ticket CatchUp(Ticket ticket, OrganisationDetail organisation)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var said = TicketComplaint.Of(TicketCases.ComplaintOf(ticket, organisation));
        return said?.At == ticket.Complaint?.At ? ticket : ticket with { Complaint = said, AnsweredWhenTouched = false };
    }

    // The state of the day it was opened was not kept; that of the last work is the next best.
    private static OpeningComplaint? Opening(Ticket ticket, OrganisationDetail organisation) => ticket.HealthWhenTouched switch
    {
        Health.NeedsKey => new(ticket.CreatedAt, true, null),
        Health.Failing => new(ticket.CreatedAt, false, organisation.Operations.Failing().FirstOrDefault()?.Operation),
        _ => null,
    };

    private static ExposedKey? Exposed(TicketFile file)
    {
        var ticket = file.Ticket;
        return ticket.Answers.Where(answer => Marked(answer.Value.Value)).Select(answer => new ExposedKey(answer.Value.At, ExposedIn.Answer, answer.Value.By))
            .Concat(file.Notes.Where(note => Marked(note.Text)).Select(note => new ExposedKey(note.At, ExposedIn.Note, note.By)))
            .Concat(file.Screenshots.Where(shot => Marked(shot.FileName)).Select(shot => new ExposedKey(shot.At, ExposedIn.FileName, shot.By)))
            .Concat(Marked(ticket.Subject) ? [new(ticket.CreatedAt, ExposedIn.Subject, ticket.CreatedBy)] : [])
            .Concat(Marked(ticket.Reporter) ? [new(ticket.CreatedAt, ExposedIn.Reporter, ticket.CreatedBy)] : [])
            .MaxBy(exposed => exposed.At);
    }

    private static bool Marked(string? text) => text?.Contains(TextMask.KeyWord, StringComparison.Ordinal) == true;
}
