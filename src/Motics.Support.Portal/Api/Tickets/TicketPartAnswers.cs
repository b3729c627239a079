using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Triage;

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

/// <summary>A screenshot; the picture is at <c>/api/v1/tickets/{number}/screenshots/{id}</c>.</summary>
public sealed record ScreenshotAnswer(string Id, string FileName, string ContentType, int Width, int Height, int Size, DateTimeOffset At, string By)
{
    internal static ScreenshotAnswer Of(Screenshot shot) =>
        new(shot.Id, shot.FileName, shot.ContentType, shot.Width, shot.Height, shot.Size, shot.At, shot.By.Name);
}

/// <summary>A ticket in a list: the reporter shortened, the verdict of when it was last worked on.</summary>
public sealed record TicketListItem(
    long Number, string OrganisationId, string? OrganisationName, string Subject, string? Reporter, TicketStatus Status, string? Assignee, string? AssigneeName,
    Verdict? Verdict, Health Health, IReadOnlyList<WakeReason> Woken, long? EscalationNumber, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version)
{
    internal static TicketListItem Of(TicketRow row) => new(
        row.Ticket.Number, row.Ticket.OrganisationId, row.OrganisationName, row.Ticket.Subject, row.ReporterShort, row.Ticket.Status, row.Ticket.Assignee?.Id,
        row.Ticket.Assignee?.Name, row.Ticket.Verdict?.Verdict, row.Health, row.Woken, row.EscalationNumber, row.Ticket.CreatedAt, row.Ticket.UpdatedAt, row.Ticket.Version);
}
