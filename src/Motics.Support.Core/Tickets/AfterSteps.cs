using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;

namespace Motics.Support.Core.Tickets;

/// <summary>What comes after the last step of a verdict was ticked.</summary>
public sealed record AfterSteps
{
    /// <summary>Newest success, when one has come since the first of the steps and nothing has failed after it; else null.</summary>
    public DateTimeOffset? WorkedAt { get; init; }

    /// <summary>It works, or the agent says so: what is left is to close.</summary>
    public bool MayClose { get; init; }

    /// <summary>What the playbook says comes next; null when it does not say.</summary>
    public string? Then { get; init; }

    /// <summary>The fact whose answer decides what comes next; null when the verdict asks for none.</summary>
    public string? Asks { get; init; }

    /// <summary>Nothing is left for us to do before the clinic has done something or time has passed.</summary>
    public bool Waits { get; init; }

    /// <summary>What follows for a ticket; null while it is closed, has no steps or one of them is not ticked.</summary>
    public static AfterSteps? Of(TicketView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var (ticket, evaluation) = (view.Ticket, view.Evaluation);
        var ticked = evaluation.Steps.Select(step => ticket.Checklist.GetValueOrDefault(step.Id)).ToList();
        if (!ticket.IsOpen || ticked.Count == 0 || ticked.Contains(null))
        {
            return null;
        }

        var worked = WorkedSince(view.Organisation, ticked.Min(step => step!.At));
        var withEngineers = view.OpenEscalation is not null;
        return new()
        {
            WorkedAt = worked,
            MayClose = !withEngineers && (worked is not null || evaluation.Verdict == Verdict.Resolved),
            Then = evaluation.Then,
            Asks = evaluation.Asks.Count > 0 ? evaluation.Asks[0] : null,
            Waits = !withEngineers && worked is null && evaluation.Verdict is not (Verdict.Escalate or Verdict.Resolved or Verdict.NeedMoreInformation),
        };
    }

    private static DateTimeOffset? WorkedSince(OrganisationDetail organisation, DateTimeOffset begun) =>
        organisation.Health == Health.Connected && organisation.LastSuccessAt >= begun ? organisation.LastSuccessAt : null;
}
