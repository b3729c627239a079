using Motics.Support.Core.Masking;
using Motics.Support.Core.Tickets.Keys;

namespace Motics.Support.Core.Tickets.Changes;

/// <summary>Subject, reporter and link; notes and reminders: what an agent writes beside the answers.</summary>
internal static class TicketEdits
{
    public static readonly TimeSpan LongestReminder = TimeSpan.FromDays(366);

    public static Refusal? Subject(TicketWork work, string? subject)
    {
        var text = TicketText.Required("subject", subject, TicketText.SubjectLength);
        if (!text.Done)
        {
            return text.Refusal;
        }

        var words = work.Take(text.Value, ExposedIn.Subject, subject, work.Ticket.Subject);
        return words == work.Ticket.Subject ? null : Edited(work, work.Ticket with { Subject = words }, $"changed the subject to “{words}”");
    }

    public static Refusal? Reporter(TicketWork work, string? reporter)
    {
        var text = TicketText.Optional("reporter", reporter, TicketText.ReporterLength);
        if (!text.Done)
        {
            return text.Refusal;
        }

        var words = work.Take(text.Value, ExposedIn.Reporter, reporter, work.Ticket.Reporter) is { Length: > 0 } given ? given : null;
        return words == work.Ticket.Reporter ? null : Edited(work, work.Ticket with { Reporter = words }, words is null ? "took the reporter out" : "changed the reporter");
    }

    public static Refusal? ExternalUrl(TicketWork work, string? url)
    {
        var link = ConversationLink.Check(url);
        if (link.Refusal is not null && TextMask.Mask(Uri.UnescapeDataString(url ?? "")) is { HeldKey: true } masked)
        {
            // The link is not kept, and the key was sent to us all the same.
            work.Take(masked, ExposedIn.Link, url);
        }

        if (link.Refusal is { } refusal)
        {
            return refusal;
        }

        var kept = work.Take(link.Value, ExposedIn.Link, url, work.Ticket.ExternalUrl) is { Length: > 0 } given ? given : null;
        return kept == work.Ticket.ExternalUrl ? null
            : Edited(work, work.Ticket with { ExternalUrl = kept }, kept is null ? "took the link to the conversation out" : "changed the link to the conversation");
    }

    public static Refusal? Note(TicketWork work, string? note)
    {
        var text = TicketText.Required("text", note, TicketText.NoteLength);
        if (!text.Done)
        {
            return text.Refusal;
        }

        work.Add(new(Guid.CreateVersion7(work.Now).ToString(), work.Now, work.By, work.Take(text.Value, ExposedIn.Note, note)));
        work.Log(TicketActivityKind.NoteAdded, "added a note", "ticket.note");
        work.Touch();
        return null;
    }

    public static Refusal? Remind(TicketWork work, DateTimeOffset? at)
    {
        if (!work.Ticket.IsOpen)
        {
            return TicketStates.IsClosed;
        }

        if (at is { } time && (time <= work.Now || time > work.Now + LongestReminder))
        {
            return Refusal.Field("remindAt", "Must be a time in the future, at most a year ahead.");
        }

        var kept = at is { } given ? Moment.Kept(given) : default(DateTimeOffset?);
        if (kept == work.Ticket.RemindAt)
        {
            return null;
        }

        // A reminder brings the ticket back to its agent, so it has to have one. Who clears one wants no ticket, and a program gets none:
        // nobody's ticket wakes among those of nobody then.
        var agent = work.Ticket.Assignee ?? (at is null || work.By.IsProgram ? null : work.By);
        work.Ticket = work.Ticket with { RemindAt = kept, Assignee = agent };
        work.Touch();
        if (at is { } due)
        {
            work.Log(TicketActivityKind.ReminderSet, $"set a reminder for {Moment.Utc(due)}", "ticket.remind");
        }
        else
        {
            work.Log(TicketActivityKind.ReminderCleared, "cleared the reminder", "ticket.remind");
        }

        return null;
    }

    public static Refusal? Acknowledge(TicketWork work)
    {
        if (!work.Ticket.IsOpen)
        {
            return TicketStates.IsClosed;
        }

        work.Touch();
        work.Log(TicketActivityKind.Seen, "has seen what changed", "ticket.acknowledge");
        return null;
    }

    private static Refusal? Edited(TicketWork work, Ticket ticket, string text)
    {
        work.Ticket = ticket;
        work.Log(TicketActivityKind.Edited, text, "ticket.edit");
        return null;
    }
}
