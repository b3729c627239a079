using Motics.Support.Core.Access;
using Motics.Support.Core.Audit;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets.Complaints;
using Motics.Support.Core.Tickets.Keys;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;

namespace Motics.Support.Core.Tickets.Changes;

/// <summary>
/// The frame around every change of a ticket: permission, the version seen, one transaction, and the ticket as it is afterwards.
/// Whoever is slower works again on the newer ticket, or is told what changed when a version was expected.
/// </summary>
internal sealed class TicketChanges(ITicketStore store, IOrganisationFinder organisations, Playbook playbook, TimeProvider clock)
{
    private readonly TicketCases cases = new(playbook);
    private readonly TicketViews views = new(playbook);

    /// <summary>Changes a ticket by one operation, or by several that are kept together.</summary>
    public async Task<Outcome<TicketView>> ChangeAsync(
        long number, int? expectedVersion, string action, Actor actor, Func<TicketWork, Refusal?> operation, CancellationToken ct)
    {
        if (await DeniedAsync(actor, Permission.WriteTickets, action, number, ct).ConfigureAwait(false) is { } denied)
        {
            return denied;
        }

        return await Rivals.OutlastAsync("ticket", () => TryAsync(number, expectedVersion, action, actor, operation, ct)).ConfigureAwait(false);
    }

    // Null when somebody was faster.
    private async Task<Outcome<TicketView>?> TryAsync(
        long number, int? expectedVersion, string action, Actor actor, Func<TicketWork, Refusal?> operation, CancellationToken ct)
    {
        var begun = await BeginAsync(number, expectedVersion, actor, ct).ConfigureAwait(false);
        if (!begun.Done)
            return begun.Refusal;
        var work = begun.Value;
        if (operation(work) is { } refusal)
        {
            if (work.KeyWasMasked && !await KeepExposedAsync(work, ct).ConfigureAwait(false))
                return null;
            return await RefusedAsync(refusal, actor, action, TicketWork.Target(number), ct).ConfigureAwait(false);
        }
        var change = work.IsEmpty ? null : Finish(work);
        if (change is not null && !await store.SaveAsync(change, ct).ConfigureAwait(false))
            return null;
        return View(work, change is null ? work.File : work.File.After(change));
    }

    /// <summary>The ticket and its organisation, ready to be changed; refused when there is none or the expected version is past.</summary>
    public async Task<Outcome<TicketWork>> BeginAsync(long number, int? expectedVersion, Actor actor, CancellationToken ct)
    {
        if (await store.FindAsync(number, ct).ConfigureAwait(false) is not { } file)
        {
            return NotFound;
        }

        if (expectedVersion is { } expected && expected != file.Ticket.Version)
        {
            return await StaleAsync(file.Ticket, expected, ct).ConfigureAwait(false);
        }

        var organisation = await organisations.FindAsync(file.Ticket.OrganisationId, ct).ConfigureAwait(false);
        return organisation is null ? NotFound : new TicketWork(Caught(file, organisation), organisation, actor, clock.Now());
    }

    /// <summary>The change to keep: what triage makes of it is noted when the verdict is another than before.</summary>
    public TicketChange Finish(TicketWork work) => work.Build(Judge(work));

    /// <summary>Notes a new verdict in a change and gives the run to remember; null when the verdict is the one it had.</summary>
    public TicketRun? Judge(TicketWork work)
    {
        KeepComplaint(work);
        var seen = cases.Of(work);
        if (seen.RunAfter(work.Ticket, work.Now) is not { } run)
        {
            return null;
        }

        work.Ticket = work.Ticket with { Verdict = new(seen.Evaluation.Verdict, seen.Evaluation.Criterion, seen.Evaluation.PlaybookVersion, work.Now) };
        work.Log(TicketActivityKind.VerdictChanged, $"led to the verdict “{seen.Evaluation.Title}”");
        return run;
    }

    // What was refused is not kept, but a key that was in it has been seen all the same.
    private Task<bool> KeepExposedAsync(TicketWork refused, CancellationToken ct)
    {
        var work = new TicketWork(refused.File, refused.Organisation, refused.Actor, refused.Now);
        work.Expose(refused.Ticket.ExposedKey!.In);
        return store.SaveAsync(Finish(work), ct);
    }

    // What proves a complaint is kept as it was when it was said. News that its agent has seen is no news, until there is a new complaint.
    private static void KeepComplaint(TicketWork work)
    {
        var (before, after) = (work.File.Ticket, work.Ticket);
        var renewed = after.Number == 0 || ComplaintAnswers.Changed(before, after);
        var complaint = renewed ? TicketComplaint.Of(TicketCases.ComplaintOf(after, work.Organisation)) : after.Complaint;
        work.Ticket = after with
        {
            Complaint = complaint,
            AnsweredWhenTouched = work.Touched ? complaint?.AnsweredBy(ProofTimes.Of(work.Organisation, work.Now)) is not null : !renewed && after.AnsweredWhenTouched,
        };
    }

    /// <summary>The ticket as it is now, read.</summary>
    public async Task<Outcome<TicketView>> ViewAsync(long number, CancellationToken ct) =>
        await store.FindAsync(number, ct).ConfigureAwait(false) is { } file
        && await organisations.FindAsync(file.Ticket.OrganisationId, ct).ConfigureAwait(false) is { } organisation
            ? views.Of(Caught(file, organisation), organisation, false, clock.Now())
            : NotFound;

    /// <summary>The ticket as it is once a change was kept, from what the change was made with: nothing is read again.</summary>
    public TicketView View(TicketWork work, TicketFile after) => views.Of(after, work.OrganisationAfter(after.Ticket), work.KeyWasMasked, work.Now);

    private static TicketFile Caught(TicketFile file, OrganisationDetail organisation) => file with { Ticket = TicketFilling.CatchUp(file.Ticket, organisation) };

    /// <summary>Refused, and audited, when the actor may not.</summary>
    public Task<Refusal?> DeniedAsync(Actor actor, Permission needed, string action, long number, CancellationToken ct) =>
        DeniedAsync(actor, needed, action, TicketWork.Target(number), ct);

    /// <summary>Refused, and audited, when the actor may not do this to the target.</summary>
    public async Task<Refusal?> DeniedAsync(Actor actor, Permission needed, string action, string target, CancellationToken ct) =>
        actor.May(needed) ? null : await RefusedAsync(new Refusal.Denied(needed), actor, action, target, ct).ConfigureAwait(false);

    /// <summary>What the events show of the organisation in a change.</summary>
    public IReadOnlyDictionary<string, KnownFact> EvidenceOf(TicketWork work) => cases.Of(work).Evidence;

    /// <summary>Audits that something was read.</summary>
    public Task AuditReadAsync(Actor actor, string action, long number, string? detail, CancellationToken ct) =>
        store.AuditAsync(new(clock.Now(), actor.Id, action, TicketWork.Target(number), AuditEntry.Done, detail), ct);

    /// <summary>The person to give a ticket to; null for nobody. Somebody never seen is known by the id until they sign in.</summary>
    public async Task<Outcome<Person?>> PersonAsync(string? id, Actor actor, CancellationToken ct)
    {
        if (id is null || id == actor.Id)
        {
            return id is null ? default(Outcome<Person?>) : Person.Of(actor);
        }

        if (!Person.CanBeId(id))
        {
            return Refusal.Field("assignee", Person.WantedId);
        }

        return (await store.PeopleAsync(ct).ConfigureAwait(false)).FirstOrDefault(person => person.Id == id) ?? new Person(id, id);
    }

    // Wrong input is the caller's own business; what the rules refused is worth knowing later.
    private async Task<Refusal> RefusedAsync(Refusal refusal, Actor actor, string action, string target, CancellationToken ct)
    {
        if (refusal is Refusal.Denied or Refusal.Conflict)
        {
            var why = refusal is Refusal.Conflict conflict ? conflict.Why : $"needs {((Refusal.Denied)refusal).Needed}";
            await store.AuditAsync(new(clock.Now(), actor.Id, action, target, AuditEntry.Refused, why), ct).ConfigureAwait(false);
        }

        return refusal;
    }

    private async Task<Refusal> StaleAsync(Ticket ticket, int expected, CancellationToken ct)
    {
        var since = await store.ActivitySinceAsync(ticket.Number, expected, ct).ConfigureAwait(false);
        return new Refusal.Stale(ticket.Version, [.. since.Select(line => $"{line.By.Name} {line.Text} ({Moment.UtcClock(line.At)})")]);
    }

    private static Refusal NotFound { get; } = new Refusal.NotFound("ticket");
}
