using Motics.Support.Core.Incidents;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Keys;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Portal.Api.Escalations;
using Motics.Support.Portal.Api.Triage;

namespace Motics.Support.Portal.Api.Tickets;

/// <summary>A ticket, evaluated as of now.</summary>
public sealed record TicketAnswer
{
    public required long Number { get; init; }

    public required string OrganisationId { get; init; }

    public required string Subject { get; init; }

    public required string? Reporter { get; init; }

    public required string? ExternalUrl { get; init; }

    public required TicketStatus Status { get; init; }

    /// <summary>Id of the person who has it; null for nobody.</summary>
    public required string? Assignee { get; init; }

    public required string? AssigneeName { get; init; }

    /// <summary>What is known, by fact name: the agent's word before the events'.</summary>
    public required IReadOnlyDictionary<string, FactAnswer> Facts { get; init; }

    public required Verdict Verdict { get; init; }

    public required EscalationCriterion? Criterion { get; init; }

    /// <summary>What triage concludes, with reasons, advice and what is missing.</summary>
    public required EvaluationAnswer Evaluation { get; init; }

    /// <summary>The steps of the verdict, then those that were ticked under an earlier one.</summary>
    public required IReadOnlyList<ChecklistStep> Checklist { get; init; }

    /// <summary>What handing it over would still miss.</summary>
    public required IReadOnlyList<string> MissingToEscalate { get; init; }

    /// <summary>The fact to ask next; null when nothing is open.</summary>
    public required string? NextQuestion { get; init; }

    /// <summary>What engineers ask in their own words and wait for, answered ones too until the answers are sent; open ones come before any other question.</summary>
    public required IReadOnlyList<AskedAnswer> Asked { get; init; }

    /// <summary>The reply for the clinic, as it is composed and as somebody edited it.</summary>
    public required ReplyAnswer Reply { get; init; }

    public required IReadOnlyList<NoteAnswer> Notes { get; init; }

    public required IReadOnlyList<ScreenshotAnswer> Screenshots { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<long> Escalations { get; init; }

    public required DateTimeOffset? RemindAt { get; init; }

    public required Mending? MendedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>What was complained of and whether events answer it; null while nobody has complained.</summary>
    public required ComplaintState? Complaint { get; init; }

    /// <summary>The provider incident that covers the clinic now; null when none does.</summary>
    public required Incident? Incident { get; init; }

    /// <summary>A key was typed, pasted or sent and no new one was saved since: the clinic has to replace it. Null otherwise.</summary>
    public required ExposedKeyAnswer? ExposedKey { get; init; }

    /// <summary>Why it wants its agent again.</summary>
    public required IReadOnlyList<WakeReason> Woken { get; init; }

    /// <summary>For If-Match.</summary>
    public required int Version { get; init; }

    /// <summary>The text just given held what looks like a key: it was masked, and the clinic must replace that key.</summary>
    public required bool KeyWasMasked { get; init; }

    internal static TicketAnswer Of(TicketView view) => new()
    {
        Number = view.Ticket.Number,
        OrganisationId = view.Ticket.OrganisationId,
        Subject = view.Ticket.Subject,
        Reporter = view.Ticket.Reporter,
        ExternalUrl = view.Ticket.ExternalUrl,
        Status = view.Ticket.Status,
        Assignee = view.Ticket.Assignee?.Id,
        AssigneeName = view.Ticket.Assignee?.Name,
        Facts = FactAnswer.Of(view.Case),
        Verdict = view.Evaluation.Verdict,
        Criterion = view.Evaluation.Criterion,
        Evaluation = EvaluationAnswer.Of(view.Evaluation),
        Checklist = ChecklistStep.Of(view),
        MissingToEscalate = view.MissingToEscalate,
        NextQuestion = view.NextQuestion?.Fact.Name,
        Asked = AskedAnswer.Of(view.EngineersAsk),
        Reply = ReplyAnswer.Of(view),
        Notes = [.. view.Notes.Select(note => new NoteAnswer(note.Id, note.At, note.By.Name, note.Text))],
        Screenshots = [.. view.Screenshots.Select(ScreenshotAnswer.Of)],
        Escalations = [.. view.Escalations.Select(row => row.Number)],
        RemindAt = view.Ticket.RemindAt,
        MendedBy = view.Ticket.MendedBy?.What,
        CreatedAt = view.Ticket.CreatedAt,
        UpdatedAt = view.Ticket.UpdatedAt,
        Complaint = ComplaintState.Of(view),
        Incident = view.Organisation.Incident,
        ExposedKey = view.ExposedKey is { } exposed ? new(exposed.At, exposed.In, exposed.By.Name) : null,
        Woken = view.Woken,
        Version = view.Ticket.Version,
        KeyWasMasked = view.KeyWasMasked,
    };
}
