using System.Globalization;
using Motics.Support.Core.Access;
using Motics.Support.Core.Audit;
using Motics.Support.Core.Masking;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Changes;
using Motics.Support.Core.Tickets.Keys;
using Motics.Support.Core.Triage;

namespace Motics.Support.Core.Escalations;

/// <summary>An escalation as it is once a change was kept.</summary>
internal readonly record struct KeptEscalation(EscalationFile File, bool KeyWasMasked);

/// <summary>The gate, and the hand-over behind it. Ticket, escalation, packet and audit are kept together or not at all.</summary>
internal sealed class EscalationSubmission(IEscalationStore store, ITicketStore tickets, IOrganisationFinder organisations, Playbook playbook, TimeProvider clock)
{
    private const int ErrorsShown = 10;

    private readonly TicketChanges changes = new(tickets, organisations, playbook, clock);
    private readonly TicketCases cases = new(playbook);

    public async Task<Outcome<KeptEscalation>> SubmitAsync(long ticketNumber, bool overrideGate, string? reason, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var needed = overrideGate && actor.May(Permission.Escalate) ? Permission.OverrideEscalation : Permission.Escalate;
        if (await changes.DeniedAsync(actor, needed, overrideGate ? "escalation.override" : "escalation.submit", ticketNumber, ct).ConfigureAwait(false) is { } denied)
        {
            return denied;
        }

        var words = Reason(overrideGate, reason);
        return words.Done
            ? await Rivals.OutlastAsync("ticket", () => TryAsync(ticketNumber, overrideGate, words.Value, reason, actor, ct)).ConfigureAwait(false)
            : words.Refusal;
    }

    // Null when somebody was faster.
    private async Task<Outcome<KeptEscalation>?> TryAsync(long ticketNumber, bool overrideGate, MaskedText reason, string? typed, Actor actor, CancellationToken ct)
    {
        var begun = await changes.BeginAsync(ticketNumber, null, actor, ct).ConfigureAwait(false);
        if (!begun.Done)
            return begun.Refusal;
        var seen = cases.Of(begun.Value);
        var missing = EscalationChecklist.Missing(seen.Facts, seen.Evaluation);
        if (Refused(begun.Value, missing, overrideGate) is { } refusal)
        {
            await AuditAsync(refusal, actor, ticketNumber, ct).ConfigureAwait(false);
            return refusal;
        }
        var taken = overrideGate && missing.Count > 0 ? new PacketOverride(begun.Value.Take(reason, ExposedIn.Escalation, typed), actor.Name, missing) : null;
        return await KeepAsync(begun.Value, seen, taken, ct).ConfigureAwait(false) is { } kept ? new KeptEscalation(kept, begun.Value.KeyWasMasked) : default(Outcome<KeptEscalation>?);
    }

    private static Refusal? Refused(TicketWork work, IReadOnlyList<string> missing, bool overrideGate) =>
        !work.Ticket.IsOpen ? TicketStates.IsClosed
        : TicketStates.OpenEscalation(work.File) is { } open ? TicketStates.WithEngineers(open)
        : missing.Count > 0 && !overrideGate ? new Refusal.Incomplete(missing)
        : null;

    private async Task<EscalationFile?> KeepAsync(TicketWork work, TicketCase seen, PacketOverride? taken, CancellationToken ct)
    {
        var organisation = work.Organisation;
        var errors = await store.LastErrorsAsync(organisation.Id, ErrorsShown, ct).ConfigureAwait(false);
        var group = organisation.LastError is { } last ? await store.ErrorGroupAsync(last.ErrorGroupId, organisation.Id, ct).ConfigureAwait(false) : null;
        var (packet, json) = PacketCodec.Freeze(EscalationPacketBuilder.Build(work, seen, taken, errors, group));
        work.Ticket = work.Ticket with { Status = TicketStatus.Escalated, EngineersDoneAt = null };
        work.Touch();
        work.Log(TicketActivityKind.Escalated, taken is null ? "escalated the ticket" : $"escalated the ticket although incomplete: {taken.Reason}");
        var run = changes.Judge(work);
        EscalationChange? made = null;
        return await store.CreateAsync(number => made = Change(work, run, packet, json, number), ct).ConfigureAwait(false) is null
            ? null
            : new EscalationFile(made!.Escalation, made.Log, organisation.Name, work.Ticket.Subject, work.Ticket.AskedAgain);
    }

    private static EscalationChange Change(TicketWork work, TicketRun? run, EscalationPacket packet, string json, long number)
    {
        var head = new EscalationHead
        {
            Number = number,
            TicketNumber = work.Ticket.Number,
            OrganisationId = work.Ticket.OrganisationId,
            Criterion = packet.Criterion,
            Verdict = packet.Verdict,
            SubmittedAt = work.Now,
            SubmittedBy = work.By,
            OverrideReason = packet.Override?.Reason,
            ErrorGroupId = packet.ErrorGroup?.Id,
            UpdatedAt = work.Now,
        };
        var frame = new EscalationWork(new Escalation(head, json, EscalationMarkdown.Write(number, packet)), work.Actor, work.Now);
        var of = string.Create(CultureInfo.InvariantCulture, $"ticket {work.Ticket.Number}");
        frame.Log(EscalationLogKind.Submitted, packet.Override is { } taken ? $"submitted it although incomplete: {taken.Reason}" : "submitted it", "escalation.submit", of);
        if (packet.Override is { } overridden)
        {
            frame.Audit("escalation.override", $"{of}, missing {string.Join(", ", overridden.Missing.Select(FactWords.Name))}: {overridden.Reason}");
        }

        return frame.BuildNew(work.Build(run));
    }

    private static Outcome<MaskedText> Reason(bool overrideGate, string? reason) =>
        overrideGate ? TicketText.Required("reason", reason, TicketText.ReasonLength) : new MaskedText("", MaskedKinds.None);

    private Task AuditAsync(Refusal refusal, Actor actor, long ticketNumber, CancellationToken ct)
    {
        var why = refusal switch
        {
            Refusal.Incomplete incomplete => $"missing {string.Join(", ", incomplete.Missing)}",
            Refusal.Conflict conflict => conflict.Why,
            _ => null,
        };
        return store.AuditAsync(new(clock.GetUtcNow(), actor.Id, "escalation.submit", TicketWork.Target(ticketNumber), AuditEntry.Refused, why), ct);
    }
}
