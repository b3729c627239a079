using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets.Complaints;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;

namespace Motics.Support.Core.Tickets;

/// <summary>What comes after the last step of a verdict was ticked, or at once where no step is left.</summary>
public sealed record AfterSteps
{
    /// <summary>There was something to tick; false when nothing was left to do from the beginning.</summary>
    public bool HadSteps { get; init; }

    /// <summary>The event that proves answered what was complained of, or, without a complaint, that the connection works since the first of the steps; null while none does.</summary>
    public ProvenBy? ProvenBy { get; init; }

    /// <summary>It is proven, or the agent says so: what is left is to close.</summary>
    public bool MayClose { get; init; }

    /// <summary>Engineers are done, and the clinic is to try again: events are watched for it.</summary>
    public bool ClinicTriesAgain { get; init; }

    /// <summary>What the playbook says comes next; null when it does not say.</summary>
    public string? Then { get; init; }

    /// <summary>The fact whose answer decides what comes next; null when the verdict asks for none.</summary>
    public string? Asks { get; init; }

    /// <summary>Nothing is left for us to do before the clinic has done something or time has passed.</summary>
    public bool Waits { get; init; }

    /// <summary>What follows for a ticket; null while it is closed or a step is not ticked, and where nothing is to be done but to ask.</summary>
    public static AfterSteps? Of(TicketView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var (ticket, evaluation) = (view.Ticket, view.Evaluation);
        var triesAgain = view.Case.Context.ClinicTriesAgain;
        var ticked = evaluation.Steps.Select(step => ticket.Checklist.GetValueOrDefault(step.Id)).ToList();
        if (!ticket.IsOpen || (ticked.Contains(null) || ticked.Count == 0 && evaluation.Asks.Count > 0) && !triesAgain)
        {
            return null;
        }

        var proven = view.ProvenBy ?? WorksSince(view, ticked.OfType<TickedStep>().Select(step => (DateTimeOffset?)step.At).Min());
        var withEngineers = view.OpenEscalation is not null;
        return new()
        {
            HadSteps = ticked.Count > 0 && !ticked.Contains(null),
            ProvenBy = proven,
            MayClose = !withEngineers && (proven is not null || evaluation.Verdict == Verdict.Resolved),
            ClinicTriesAgain = triesAgain && proven is null,
            Then = evaluation.Then,
            Asks = evaluation.Asks.Count > 0 ? evaluation.Asks[0] : null,
            Waits = !withEngineers && proven is null && (triesAgain || evaluation.Verdict is not (Verdict.Escalate or Verdict.Resolved or Verdict.NeedMoreInformation)),
        };
    }

    // Nobody has complained, so what works is what the steps were for: as long as no operation fails.
    private static ProvenBy? WorksSince(TicketView view, DateTimeOffset? begun) =>
        view.Ticket.Complaint is null && begun is not null && view.Organisation.Operations.All(state => state.State != OperationStatus.Failing)
            ? view.Organisation.Operations.Where(state => state.LastSuccessAt >= begun).Select(state => new ProvenBy(state.Operation, state.LastSuccessAt!.Value)).MaxBy(one => one.At)
            : null;
}
