using Motics.Support.Core.Access;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Escalations;

namespace Motics.Support.Core.Tickets.Home;

/// <summary>What needs somebody now, by what they may do. Counts and rows come from the queries that the pages behind them use.</summary>
public sealed class HomeDesk(IHomeStore store, ITicketStore tickets, IEscalationStore escalations, IErrorGroupStore errors, TimeProvider clock)
{
    private const int MineShown = 200;
    private const int Shown = 8;

    /// <summary>Everything the home page shows.</summary>
    public async Task<Outcome<NeedsMe>> NeedsMeAsync(Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.May(Permission.ReadTickets))
        {
            return new Refusal.Denied(Permission.ReadTickets);
        }

        var (leads, works) = (actor.May(Permission.ReassignTickets), actor.May(Permission.WorkEscalations));
        var query = new TicketQuery { Assignee = actor.Id, OpenOnly = true };
        var mine = await TicketsAsync(query, MineShown, ct).ConfigureAwait(false);
        return new NeedsMe
        {
            Mine = MostUrgentFirst(mine),
            Woken = MostUrgentFirst(await AmongAsync(mine, query with { Woken = true }, rows => rows.Where(row => row.Woken.Count > 0), MineShown, ct).ConfigureAwait(false)),
            Waiting = await AmongAsync(
                mine, query with { Statuses = [TicketStatus.WaitingOnClinic], Order = TicketOrder.LongestUntouched },
                rows => rows.Where(row => row.Ticket.Status == TicketStatus.WaitingOnClinic).OrderBy(row => row.Ticket.TouchedAt).ThenBy(row => row.Ticket.Number), Shown, ct).ConfigureAwait(false),
            Unassigned = works && !leads ? null : await TicketsAsync(new() { Assignee = TicketQuery.Nobody, OpenOnly = true, Order = TicketOrder.Oldest }, Shown, ct).ConfigureAwait(false),
            Returned = await EscalationsAsync(new() { Statuses = [EscalationStatus.NeedsInfo], TicketAssignee = actor.Id }, ct).ConfigureAwait(false),
            Unattended = works && !leads ? null : await store.UnattendedAsync(Shown, clock.GetUtcNow(), ct).ConfigureAwait(false),
            Stuck = leads ? await TicketsAsync(new() { Stuck = true, Order = TicketOrder.LongestUntouched }, Shown, ct).ConfigureAwait(false) : null,
            Engineer = works && !leads ? await EngineerAsync(actor, ct).ConfigureAwait(false) : null,
            Submitted = works && leads ? await EscalationsAsync(new() { Statuses = [EscalationStatus.Submitted] }, ct).ConfigureAwait(false) : null,
            Accepted = works && leads ? await EscalationsAsync(new() { Statuses = [EscalationStatus.Accepted] }, ct).ConfigureAwait(false) : null,
        };
    }

    /// <summary>An error with the clinics that have it, the most recent first.</summary>
    public async Task<Outcome<ErrorGroupDetail>> ClinicsAsync(string errorGroupId, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.May(Permission.ReadErrors))
        {
            return new Refusal.Denied(Permission.ReadErrors);
        }

        return await errors.FindAsync(errorGroupId, ct).ConfigureAwait(false) is { } found ? found : new Refusal.NotFound("error");
    }

    private async Task<EngineersNeeds> EngineerAsync(Actor actor, CancellationToken ct)
    {
        var (submitted, accepted) = (new EscalationQuery { Statuses = [EscalationStatus.Submitted] }, new EscalationQuery { Statuses = [EscalationStatus.Accepted] });
        var all = await EscalationsAsync(accepted, ct).ConfigureAwait(false);
        var (mine, own) = (accepted with { Engineer = actor.Id }, all.First.Where(row => row.Engineer?.Id == actor.Id).ToList());
        return new(
            await EscalationsAsync(submitted with { Answered = true }, ct).ConfigureAwait(false),
            await EscalationsAsync(submitted with { Answered = false }, ct).ConfigureAwait(false),
            all.Count == all.First.Count ? new(own.Count, own, mine) : await EscalationsAsync(mine, ct).ConfigureAwait(false),
            all,
            actor.May(Permission.ReadErrors) ? await store.ErrorsAsync(Shown, clock.GetUtcNow(), ct).ConfigureAwait(false) : []);
    }

    // Some of those that were read already. Only of somebody who has more than were read, they are read as well.
    private async Task<TicketPart> AmongAsync(TicketPart all, TicketQuery query, Func<IEnumerable<TicketItem>, IEnumerable<TicketItem>> among, int limit, CancellationToken ct)
    {
        if (all.Count > all.First.Count)
        {
            return await TicketsAsync(query, limit, ct).ConfigureAwait(false);
        }

        var rows = among(all.First).ToList();
        return new(rows.Count, [.. rows.Take(limit)], query);
    }

    private async Task<TicketPart> TicketsAsync(TicketQuery query, int limit, CancellationToken ct)
    {
        var page = (await tickets.ListAsync(query with { Limit = limit }, clock.GetUtcNow(), ct).ConfigureAwait(false)).Value!;
        return new(page.Total, page.Items, query);
    }

    private async Task<EscalationPart> EscalationsAsync(EscalationQuery query, CancellationToken ct)
    {
        var page = (await escalations.ListAsync(query with { Limit = Shown }, ct).ConfigureAwait(false)).Value!;
        return new(page.Total, page.Items, query);
    }

    private static TicketPart MostUrgentFirst(TicketPart part) =>
        part with { First = [.. part.First.OrderBy(row => row.Standing.Urgency).ThenBy(row => row.Ticket.TouchedAt)] };
}

/// <summary>Reads for the home page.</summary>
public interface IHomeStore
{
    /// <summary>Organisations that need a key or fail, have no open ticket and are in no outage: how many, and the first of them, most in need first.</summary>
    /// <param name="limit">How many of them to give.</param>
    /// <param name="now">Which incidents last is judged by it.</param>
    /// <param name="ct">Stops reading.</param>
    Task<UnattendedPart> UnattendedAsync(int limit, DateTimeOffset now, CancellationToken ct);

    /// <summary>Errors that came back, then those that are new, then those that most clinics have; each once.</summary>
    /// <param name="limit">How many of each sort at most.</param>
    /// <param name="now">New is judged by it.</param>
    /// <param name="ct">Stops reading.</param>
    Task<IReadOnlyList<HomeError>> ErrorsAsync(int limit, DateTimeOffset now, CancellationToken ct);
}
