using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Complaints;
using Motics.Support.Core.Tickets.Keys;
using Motics.Support.Core.Tickets.Replies;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;

namespace Motics.Support.Portal.Api.Tickets;

/// <summary>A step, and who ticked it when.</summary>
public sealed record ChecklistStep(string Id, string Text, bool Done, DateTimeOffset? DoneAt, string? DoneBy)
{
    internal static IReadOnlyList<ChecklistStep> Of(TicketView view)
    {
        var ticked = view.Ticket.Checklist;
        var current = view.Evaluation.Steps.Select(step => Of(step.Id, step.Text, ticked.GetValueOrDefault(step.Id)));
        var earlier = ticked.Values.Where(step => view.Evaluation.Steps.All(now => now.Id != step.StepId)).OrderBy(step => step.At);
        return [.. current, .. earlier.Select(step => Of(step.StepId, step.Text, step))];
    }

    private static ChecklistStep Of(string id, string text, TickedStep? ticked) => new(id, text, ticked is not null, ticked?.At, ticked?.By.Name);
}

/// <summary>A note; its text is masked.</summary>
public sealed record NoteAnswer(string Id, DateTimeOffset At, string By, string Text);

/// <summary>The reply for the clinic.</summary>
/// <param name="Whole">As it is composed for the case now; null when there is nothing to send.</param>
/// <param name="Brief">The same in a few sentences.</param>
/// <param name="Edited">What somebody made of it, masked; null while it is the composed one.</param>
/// <param name="EditedBy">Who.</param>
/// <param name="Outdated">The verdict, or the composed reply, is another than when it was edited.</param>
/// <param name="CopiedAt">When it was copied last; null when it never was.</param>
/// <param name="CopiedForm">Which words, then.</param>
public sealed record ReplyAnswer(string? Whole, string? Brief, string? Edited, string? EditedBy, bool Outdated, DateTimeOffset? CopiedAt, ReplyForm? CopiedForm)
{
    internal static ReplyAnswer Of(TicketView view) => new(
        view.Reply?.Text, view.Reply?.Brief, view.Edited?.Text, view.Edited?.By.Name, view.EditedIsOutdated, view.Copied?.At, view.Copied?.Form);
}

/// <summary>A screenshot; the picture is at <c>/api/v1/tickets/{number}/screenshots/{id}</c>.</summary>
public sealed record ScreenshotAnswer(string Id, string FileName, string ContentType, int Width, int Height, int Size, DateTimeOffset At, string By)
{
    internal static ScreenshotAnswer Of(Screenshot shot) =>
        new(shot.Id, shot.FileName, shot.ContentType, shot.Width, shot.Height, shot.Size, shot.At, shot.By.Name);
}

/// <summary>A complaint.</summary>
/// <param name="At">When it was said, or said again.</param>
/// <param name="AnsweredBy">The event that proves it answered; null while none does.</param>
public sealed record ComplaintState(DateTimeOffset At, ProvenBy? AnsweredBy)
{
    internal static ComplaintState? Of(TicketView view) => view.Ticket.Complaint is { } complaint
        ? new(complaint.At, view.ProvenBy)
        : null;
}

/// <summary>A key that was pasted or sent, masked: when and in what the last time, and who gave that text.</summary>
public sealed record ExposedKeyAnswer(DateTimeOffset At, ExposedIn In, string By);

/// <summary>Why what was masked was no key, 1 to 1,000 characters.</summary>
public sealed record NoKeyRequest(string? Reason);

/// <summary>A ticket in a list: the reporter shortened, the verdict of when it was last worked on.</summary>
public sealed record TicketListItem(
    long Number, string OrganisationId, string? OrganisationName, string Subject, string? Reporter, TicketStatus Status, string? Assignee, string? AssigneeName,
    Verdict? Verdict, Health Health, IReadOnlyList<WakeReason> Woken, bool KeyExposed, long? EscalationNumber, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version)
{
    internal static TicketListItem Of(TicketItem row) => new(
        row.Ticket.Number, row.Ticket.OrganisationId, row.OrganisationName, row.Ticket.Subject, row.ReporterShort, row.Ticket.Status, row.Ticket.Assignee?.Id,
        row.Ticket.Assignee?.Name, row.Ticket.Verdict?.Verdict, row.Health, row.Woken, row.KeyExposed, row.EscalationNumber, row.Ticket.CreatedAt, row.Ticket.UpdatedAt, row.Ticket.Version);
}
