using System.Text.Json;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Triage;

namespace Motics.Support.Portal.Api.Escalations;

/// <summary>How to hand over.</summary>
/// <param name="Override">True for leads: hand over although something is missing.</param>
/// <param name="Reason">Required with an override.</param>
public sealed record EscalationRequest(bool? Override, string? Reason);

/// <summary>An escalation with its packet as it was sent.</summary>
public sealed record EscalationAnswer
{
    public required long Number { get; init; }

    public required long TicketNumber { get; init; }

    public required string OrganisationId { get; init; }

    public required EscalationStatus Status { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public required string SubmittedBy { get; init; }

    /// <summary>Null only when a lead handed over another verdict than <c>escalate</c>.</summary>
    public required EscalationCriterion? Criterion { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>Why a lead handed it over all the same; null when the gate was passed.</summary>
    public required string? OverrideReason { get; init; }

    /// <summary>Fact names asked back; empty unless the status is <c>needs-info</c>.</summary>
    public required IReadOnlyList<string> Questions { get; init; }

    /// <summary>Of those facts, what the ticket does not answer yet.</summary>
    public required IReadOnlyList<string> Unanswered { get; init; }

    /// <summary>What engineers asked in their own words, oldest first, with the answers.</summary>
    public required IReadOnlyList<AskedAnswer> Asked { get; init; }

    public required string? Engineer { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<EscalationLogAnswer> Log { get; init; }

    /// <summary>Frozen: later events do not change it.</summary>
    public required JsonElement Packet { get; init; }

    /// <summary>For If-Match.</summary>
    public required int Version { get; init; }

    /// <summary>The text just given held what looks like a key: it was masked, and the clinic must replace that key.</summary>
    public required bool KeyWasMasked { get; init; }

    internal static EscalationAnswer Of(EscalationView view) => new()
    {
        Number = view.Escalation.Number,
        TicketNumber = view.Escalation.TicketNumber,
        OrganisationId = view.Escalation.OrganisationId,
        Status = view.Escalation.Status,
        SubmittedAt = view.Escalation.SubmittedAt,
        SubmittedBy = view.Escalation.SubmittedBy.Name,
        Criterion = view.Escalation.Criterion,
        Verdict = view.Escalation.Verdict,
        OverrideReason = view.Escalation.OverrideReason,
        Questions = view.Escalation.Questions,
        Unanswered = view.Unanswered,
        Asked = AskedAnswer.Of(view.Escalation.Asked),
        Engineer = view.Escalation.Engineer?.Name,
        Log = [.. view.Log.Select(entry => new EscalationLogAnswer(entry.Id, entry.At, entry.By.Name, entry.Kind, entry.Text))],
        Packet = JsonSerializer.Deserialize<JsonElement>(view.Escalation.PacketJson),
        Version = view.Escalation.Version,
        KeyWasMasked = view.KeyWasMasked,
    };
}

/// <summary>What was said or done about it.</summary>
public sealed record EscalationLogAnswer(string Id, DateTimeOffset At, string By, EscalationLogKind Kind, string Text);
