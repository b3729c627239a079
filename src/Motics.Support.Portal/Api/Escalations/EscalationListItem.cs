using Motics.Support.Core.Escalations;
using Motics.Support.Core.Triage;

namespace Motics.Support.Portal.Api.Escalations;

/// <summary>An escalation in a list.</summary>
public sealed record EscalationListItem(
    long Number, long TicketNumber, string OrganisationId, string? OrganisationName, string TicketSubject, EscalationStatus Status, EscalationCriterion? Criterion,
    Verdict Verdict, DateTimeOffset SubmittedAt, string SubmittedBy, string? Engineer, IReadOnlyList<string> Questions, bool Overridden, DateTimeOffset UpdatedAt, int Version)
{
    internal static EscalationListItem Of(EscalationItem row) => new(
        row.Number, row.TicketNumber, row.OrganisationId, row.OrganisationName, row.TicketSubject, row.Status, row.Criterion, row.Verdict, row.SubmittedAt,
        row.SubmittedBy.Name, row.Engineer?.Name, row.Questions, row.OverrideReason is not null, row.UpdatedAt, row.Version);
}
