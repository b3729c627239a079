using Motics.Support.Core.Access;
using Motics.Support.Core.Audit;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Changes;
using Motics.Support.Core.Triage;

namespace Motics.Support.Core.Escalations;

/// <summary>The frame around every change of an escalation: permission, the version seen, one transaction with its ticket.</summary>
internal sealed class EscalationChanges(IEscalationStore store, ITicketStore tickets, IOrganisationFinder organisations, Playbook playbook, TimeProvider clock)
{
    private readonly TicketChanges ticketChanges = new(tickets, organisations, playbook, clock);

    /// <summary>Makes all changes of the patch or none.</summary>
    public async Task<Outcome<KeptEscalation>> PatchAsync(long number, int expectedVersion, EscalationPatch patch, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(patch);
        ArgumentNullException.ThrowIfNull(actor);
        var needed = EscalationMoves.Needed(patch.Status);
        if (!actor.May(needed))
        {
            return await RefusedAsync(new Refusal.Denied(needed), number, patch, actor, ct).ConfigureAwait(false);
        }

        var patched = await Rivals.OutlastAsync("escalation", () => TryAsync(number, expectedVersion, patch, actor, ct)).ConfigureAwait(false);
        return patched.Done ? patched : await RefusedAsync(patched.Refusal, number, patch, actor, ct).ConfigureAwait(false);
    }

    /// <summary>Answers a question in the engineers' own words; null takes the answer back. Gives the ticket as it is afterwards.</summary>
    public async Task<Outcome<TicketView>> AnswerAsync(long ticketNumber, int? expectedVersion, int question, string? answer, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await ticketChanges.DeniedAsync(actor, Permission.WriteTickets, "escalation.answer", ticketNumber, ct).ConfigureAwait(false) is { } denied)
        {
            return denied;
        }

        return await Rivals.OutlastAsync("ticket", () => TryAnswerAsync(ticketNumber, expectedVersion, question, answer, actor, ct)).ConfigureAwait(false);
    }

    // Null when somebody was faster.
    private async Task<Outcome<TicketView>?> TryAnswerAsync(long ticketNumber, int? expectedVersion, int question, string? answer, Actor actor, CancellationToken ct)
    {
        var begun = await ticketChanges.BeginAsync(ticketNumber, expectedVersion, actor, ct).ConfigureAwait(false);
        if (!begun.Done)
        {
            return begun.Refusal;
        }

        // Questions of earlier escalations are settled: the newest is the one to look at.
        if (begun.Value.File.Escalations is not [var row, ..] || await store.FindAsync(row.Number, ct).ConfigureAwait(false) is not { } file)
        {
            return new Refusal.NotFound("question");
        }

        var work = new EscalationWork(file.Escalation, actor, begun.Value.Now);
        if (EscalationAsking.Answer(work, begun.Value, question, answer) is { } refusal)
        {
            return refusal;
        }

        if (work.IsEmpty)
        {
            return ticketChanges.View(begun.Value, begun.Value.File);
        }

        var change = work.Build(ticketChanges.Finish(begun.Value));
        return await store.SaveAsync(change, ct).ConfigureAwait(false) ? ticketChanges.View(begun.Value, After(begun.Value.File, change)) : default(Outcome<TicketView>?);
    }

    private static TicketFile After(TicketFile file, EscalationChange change)
    {
        var (after, now) = (file.After(change.Ticket!), change.Escalation);
        return after with
        {
            Escalations = [.. after.Escalations.Select(row => row.Number == now.Number ? row with { Asked = now.Asked, Version = now.Version, UpdatedAt = now.UpdatedAt } : row)],
        };
    }

    // Null when somebody was faster.
    private async Task<Outcome<KeptEscalation>?> TryAsync(long number, int expectedVersion, EscalationPatch patch, Actor actor, CancellationToken ct)
    {
        if (await store.FindAsync(number, ct).ConfigureAwait(false) is not { } file)
        {
            return new Refusal.NotFound("escalation");
        }

        if (file.Escalation.Version != expectedVersion)
        {
            return Stale(file, expectedVersion);
        }

        var begun = await ticketChanges.BeginAsync(file.Escalation.TicketNumber, null, actor, ct).ConfigureAwait(false);
        if (!begun.Done)
        {
            return begun.Refusal;
        }

        var work = new EscalationWork(file.Escalation, actor, begun.Value.Now);
        if (EscalationMoves.Apply(work, begun.Value, patch) is { } refusal)
        {
            return refusal;
        }

        if (work.IsEmpty)
        {
            return new KeptEscalation(file, begun.Value.KeyWasMasked);
        }

        var change = work.Build(begun.Value.IsEmpty ? null : ticketChanges.Finish(begun.Value));
        return await store.SaveAsync(change, ct).ConfigureAwait(false) ? new KeptEscalation(file.After(change), begun.Value.KeyWasMasked) : default(Outcome<KeptEscalation>?);
    }

    private async Task<Refusal> RefusedAsync(Refusal refusal, long number, EscalationPatch patch, Actor actor, CancellationToken ct)
    {
        var why = refusal switch
        {
            Refusal.Denied denied => $"needs {denied.Needed}",
            Refusal.Conflict conflict => conflict.Why,
            Refusal.Incomplete incomplete => $"unanswered {string.Join(", ", incomplete.Missing)}",
            _ => null,
        };
        if (why is not null)
        {
            await store.AuditAsync(new(clock.Now(), actor.Id, EscalationMoves.Action(patch.Status), EscalationWork.Target(number), AuditEntry.Refused, why), ct).ConfigureAwait(false);
        }

        return refusal;
    }

    private static Refusal.Stale Stale(EscalationFile file, int expected) => new(file.Escalation.Version,
        [.. file.Log.Where(line => line.Version > expected).Select(line => $"{line.By.Name} {Sentence(line)} ({Moment.UtcClock(line.At)})")]);

    private static string Sentence(EscalationLogEntry line) => line.Kind == EscalationLogKind.Note ? $"noted: {line.Text}" : line.Text;
}
