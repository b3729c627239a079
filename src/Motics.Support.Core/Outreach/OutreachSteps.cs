using System.Globalization;
using Motics.Support.Core.Access;
using Motics.Support.Core.Audit;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Changes;
using Motics.Support.Core.Triage;

namespace Motics.Support.Core.Outreach;

/// <summary>
/// Does what outreach has begun, part by part: whoever comes, another request, another node, the same after a crash, does the next part that nobody has done.
/// A part is kept whole or not at all, so no ticket is made twice and none is half.
/// </summary>
public sealed class OutreachSteps(IOutreachStore store, ITicketStore tickets, IOrganisationFinder organisations, Playbook playbook, TimeProvider clock) : IDisposable
{
    // What was asked when it began, by whoever began it; the person may have left since.
    private static readonly HashSet<Permission> Rights = [Permission.WriteOutreach, Permission.WriteTickets, Permission.ReassignTickets];

    private readonly OutreachDrafts drafts = new(tickets, organisations, playbook, clock);
    private readonly TicketChanges changes = new(tickets, organisations, playbook, clock);
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly SemaphoreSlim begun = new(0, 1);

    /// <summary>Does the next part, of this outreach or of the oldest; false when there is none.</summary>
    public async Task<bool> StepAsync(string? id, CancellationToken ct)
    {
        await turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            if (await store.NextAsync(id, ct).ConfigureAwait(false) is not { } batch)
            {
                return false;
            }

            await (batch.Run.State == OutreachState.Undoing ? TakeBackAsync(batch, ct) : MakeAsync(batch, ct)).ConfigureAwait(false);
            return true;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Something was begun.</summary>
    public void Wake()
    {
        if (begun.CurrentCount == 0)
        {
            begun.Release();
        }
    }

    /// <summary>Waits until something is begun here, at most so long.</summary>
    public Task WokenAsync(TimeSpan most, CancellationToken ct) => begun.WaitAsync(most, ct);

    /// <inheritdoc />
    public void Dispose()
    {
        turn.Dispose();
        begun.Dispose();
    }

    private async Task MakeAsync(OutreachBatch batch, CancellationToken ct)
    {
        var (run, now) = (batch.Run, clock.Now());
        var known = (await store.CandidatesAsync([.. batch.Organisations.Select(frozen => frozen.Id)], ct).ConfigureAwait(false)).ToDictionary(candidate => candidate.Id, StringComparer.Ordinal);
        var (made, leftOut) = (new List<MadeTicket>(), new List<LeftOutOrganisation>());
        foreach (var frozen in batch.Organisations)
        {
            var candidate = known[frozen.Id];
            if ((frozen.Why ?? OutreachRules.Why(candidate, run.AskedToo, now)) is { } why)
            {
                leftOut.Add(new(candidate, why));
            }
            else if (await organisations.FindAsync(frozen.Id, ct).ConfigureAwait(false) is { Health: not Health.Connected } organisation)
            {
                made.Add(new(candidate, Draft(run, organisation, made.Count).Build));
            }
            else
            {
                leftOut.Add(new(candidate, LeftOutWhy.Works));
            }
        }

        await store.KeepMadeAsync(batch, made, leftOut, Finished, ct).ConfigureAwait(false);
    }

    private DraftedTicket Draft(OutreachRun run, OrganisationDetail organisation, int before)
    {
        var assignee = run.Assignees.Count == 0 ? null : run.Assignees[(run.Made + before) % run.Assignees.Count];
        var within = string.Create(CultureInfo.InvariantCulture, $"in an outreach to {run.Organisations:#,0} {(run.Organisations == 1 ? "clinic" : "clinics")}");
        var draft = drafts.Of(organisation, assignee, within, ActorOf(run.By));
        return draft.Done ? draft.Value : throw new InvalidOperationException($"No ticket can be opened for {organisation.Id}: {draft.Refusal}");
    }

    private async Task TakeBackAsync(OutreachBatch batch, CancellationToken ct)
    {
        var taken = new List<TakenBackTicket>();
        foreach (var number in batch.Tickets)
        {
            taken.Add(await TakeBackAsync(number, ActorOf(batch.Run.UndoneBy!), ct).ConfigureAwait(false));
        }

        await store.KeepTakenBackAsync(batch, taken, Finished, ct).ConfigureAwait(false);
    }

    private async Task<TakenBackTicket> TakeBackAsync(long number, Actor actor, CancellationToken ct)
    {
        var work = await changes.BeginAsync(number, null, actor, ct).ConfigureAwait(false);
        if (!work.Done)
        {
            return new(number, null, "It could not be read.");
        }

        if (work.Value.Ticket.Version > 1)
        {
            var touched = work.Value.File.Activity.Where(line => line.Version > 1).MinBy(line => line.Id, StringComparer.Ordinal);
            return new(number, null, touched is null ? "Somebody has worked on it." : $"{touched.By.Name} {touched.Text}.");
        }

        TicketClosure.TakeBack(work.Value);
        return new(number, changes.Finish(work.Value), null);
    }

    private AuditEntry Finished(OutreachRun run) => run.State == OutreachState.Undone
        ? new(clock.Now(), run.UndoneBy!.Id, "outreach.undone", run.Target, AuditEntry.Done, OutreachWords.TakenBack(run))
        : new(clock.Now(), run.By.Id, "outreach.done", run.Target, AuditEntry.Done, OutreachWords.Made(run));

    private static Actor ActorOf(Person person) => new(person.Id, person.Name, Rights);
}
